-- Rules and entities in buckets of four days too: a week of them is read from three or four buckets instead of seven, thirty days from eight.
insert into rollup_rule (tenant_id, minutes, bucket, rule_id, severity, count)
select tenant_id, 5760, date_bin('4 days', bucket, 'epoch'), rule_id, severity, sum(count)
from rollup_rule where minutes = 1440 group by 1, 3, 4, 5 having sum(count) <> 0 order by 1, 3, 4, 5;

insert into rollup_entity (tenant_id, kind, minutes, bucket, value, count)
select tenant_id, kind, 5760, date_bin('4 days', bucket, 'epoch'), value, sum(count)
from rollup_entity where minutes = 1440 group by 1, 2, 4, 5 having sum(count) <> 0 order by 1, 2, 4, 5;

-- As those of days: with the counts, so that they need not be looked up.
create index rollup_rule_four_days_idx on rollup_rule (tenant_id, bucket, rule_id, severity) include (count) where minutes = 5760;
create index rollup_entity_four_days_idx on rollup_entity (tenant_id, kind, bucket, value) include (count) where minutes = 5760;
