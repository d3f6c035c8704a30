-- Whole days of roll-ups are read at once: these have the counts with them, so that they need not be looked up.
create index rollup_rule_day_idx on rollup_rule (tenant_id, bucket, rule_id, severity) include (count) where minutes = 1440;
create index rollup_entity_day_idx on rollup_entity (tenant_id, kind, bucket, value) include (count) where minutes = 1440;
