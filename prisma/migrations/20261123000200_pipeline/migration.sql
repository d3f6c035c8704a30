-- pySigma processing pipelines, applied to the tenant's rules when they are loaded.
create table pipeline (
  tenant_id integer not null,
  name text not null,
  yaml text not null,
  updated_at timestamptz(3) not null default current_timestamp,
  constraint pipeline_pkey primary key (tenant_id, name)
);
alter table pipeline add constraint pipeline_tenant_id_fkey
  foreign key (tenant_id) references tenant (id) on delete restrict on update cascade;
