-- Who works on a detection, why it was closed as it was, and its place in the order of changes. Null: nobody, no reason, and
-- the place that it got when it was stored. Without defaults: no partition is rewritten.
alter table detection add column assignee text, add column reason text, add column last_change bigint;

-- The worst first, each severity by arrival.
create index detection_tenant_id_severity_id_idx on detection (tenant_id, severity, id);
-- The order of changes, which mirrors follow.
create index detection_change_idx on detection (tenant_id, coalesce(last_change, sequence));
-- What somebody works on. New detections are not in it.
create index detection_assignee_idx on detection (tenant_id, assignee, id) where assignee is not null;
-- What else came from an address.
create index detection_source_address_idx on detection (tenant_id, source_address, id) where source_address is not null;
