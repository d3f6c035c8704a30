-- Events may belong to further services, and so may kinds of events.
alter table event add column other_services text[];
alter table event_kind_day add column other_services text[];
