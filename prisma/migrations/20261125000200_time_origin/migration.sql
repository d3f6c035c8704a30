-- Where an event's time comes from; not known of events that were stored before. Without a default: no partition is rewritten.
alter table event add column time_origin smallint check (time_origin between 0 and 3);
