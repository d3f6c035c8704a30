-- How many detections there are, by buckets of their time: of 15 minutes, an hour, six hours and a day (UTC). Those of rules
-- on trial are not counted. They hold all detections up to rollup_progress.sequence, and none after: what is newer is counted
-- where it lies. Their rows are counted up in place, so there is room left for that in every page.
create table rollup_triage (
  tenant_id integer not null,
  minutes smallint not null,
  bucket timestamptz(3) not null,
  severity smallint not null,
  status smallint not null,
  disposition smallint not null,
  count integer not null,
  constraint rollup_triage_pkey primary key (tenant_id, minutes, bucket, severity, status, disposition)
) with (fillfactor = 80);

create table rollup_rule (
  tenant_id integer not null,
  minutes smallint not null,
  bucket timestamptz(3) not null,
  rule_id integer not null,
  severity smallint not null,
  count integer not null,
  constraint rollup_rule_pkey primary key (tenant_id, minutes, bucket, rule_id, severity)
) with (fillfactor = 80);

create table rollup_entity (
  tenant_id integer not null,
  -- 0 host, 1 user, 2 source address.
  kind smallint not null,
  minutes smallint not null,
  bucket timestamptz(3) not null,
  value text not null,
  count integer not null,
  constraint rollup_entity_pkey primary key (tenant_id, kind, minutes, bucket, value)
) with (fillfactor = 80);

create table rollup_progress (
  tenant_id integer not null,
  sequence bigint not null,
  constraint rollup_progress_pkey primary key (tenant_id)
);

-- Changes of detections that are not rolled up yet. Written by a trigger: whoever changes a detection, figures stay true.
create table detection_change (
  id bigserial not null,
  tenant_id integer not null,
  sequence bigint not null,
  time timestamptz(3) not null,
  rule_id integer not null,
  old_severity smallint not null,
  old_status smallint not null,
  old_disposition smallint not null,
  new_severity smallint not null,
  new_status smallint not null,
  new_disposition smallint not null,
  constraint detection_change_pkey primary key (id)
);
create index detection_change_tenant_id_sequence_idx on detection_change (tenant_id, sequence);

create function note_detection_change() returns trigger language plpgsql as $$
begin
  insert into detection_change (tenant_id, sequence, time, rule_id, old_severity, old_status, old_disposition,
    new_severity, new_status, new_disposition)
  values (new.tenant_id, new.sequence, new.time, new.rule_id, old.severity, old.status, old.disposition,
    new.severity, new.status, new.disposition);
  return null;
end $$;

create trigger detection_change after update of severity, status, disposition on detection for each row
  when (not new.is_test
    and (old.severity, old.status, old.disposition) is distinct from (new.severity, new.status, new.disposition))
  execute function note_detection_change();
