-- Named lists of values that rules' placeholders (modifier `expand`) stand for.
create table value_list (
  tenant_id integer not null,
  name text not null,
  "values" text[],
  updated_at timestamptz(3) not null default current_timestamp,
  constraint value_list_pkey primary key (tenant_id, name)
);
alter table value_list add constraint value_list_tenant_id_fkey
  foreign key (tenant_id) references tenant (id) on delete restrict on update cascade;
