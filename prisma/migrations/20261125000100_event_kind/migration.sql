-- Which fields events carry, by kind and day.
create table event_kind_day (
  tenant_id integer not null,
  kind text not null,
  day date not null,
  product text,
  categories text[],
  service text,
  code text,
  events bigint not null,
  sampled bigint not null,
  weight bigint not null,
  omitted bigint not null,
  constraint event_kind_day_pkey primary key (tenant_id, day, kind)
);

create table event_kind_field (
  tenant_id integer not null,
  kind text not null,
  day date not null,
  field text not null,
  weight bigint not null,
  constraint event_kind_field_pkey primary key (tenant_id, day, kind, field)
);
