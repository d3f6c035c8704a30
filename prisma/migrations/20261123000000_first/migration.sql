-- Partitions live here, outside the schema that Prisma compares.
create schema part;

create type role as enum ('viewer', 'ingest', 'analyst', 'admin');
create type rule_state as enum ('DISABLED', 'TESTING', 'ACTIVE');

create table tenant (
  id serial not null,
  name text not null,
  created_at timestamptz(3) not null default current_timestamp,
  rules_version bigint not null default 0,
  constraint tenant_pkey primary key (id)
);
create unique index tenant_name_key on tenant (name);

create table api_key (
  id uuid not null,
  tenant_id integer not null,
  name text not null,
  role role not null,
  hash bytea not null,
  created_at timestamptz(3) not null default current_timestamp,
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  constraint api_key_pkey primary key (id)
);
create unique index api_key_hash_key on api_key (hash);
create unique index api_key_tenant_id_name_key on api_key (tenant_id, name);

create table rule (
  id serial not null,
  tenant_id integer not null,
  identity text not null,
  revision integer not null default 1,
  state rule_state not null default 'ACTIVE',
  status_override text,
  severity_override smallint check (severity_override between 0 and 4),
  version integer not null default 1,
  changed_at_version bigint not null,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  deleted_at timestamptz(3),
  constraint rule_pkey primary key (id)
);
create unique index rule_tenant_id_identity_key on rule (tenant_id, identity);
create index rule_tenant_id_changed_at_version_idx on rule (tenant_id, changed_at_version);

create table rule_revision (
  rule_id integer not null,
  revision integer not null,
  tenant_id integer not null,
  yaml text not null,
  source text not null,
  actor text not null,
  created_at timestamptz(3) not null default current_timestamp,
  constraint rule_revision_pkey primary key (rule_id, revision)
);

create table event (
  id uuid not null,
  tenant_id integer not null,
  time timestamptz(3) not null,
  product text,
  categories text[],
  service text,
  host text,
  user_name text,
  source_address text,
  record text not null,
  constraint event_pkey primary key (id)
) partition by range (id);

create table event_client_id (
  tenant_id integer not null,
  hash bytea not null,
  event_id uuid not null,
  constraint event_client_id_pkey primary key (tenant_id, hash)
);

create table detection (
  id uuid not null,
  tenant_id integer not null,
  sequence bigint not null,
  time timestamptz(3) not null,
  rule_id integer not null,
  revision integer not null,
  event_id uuid not null,
  severity smallint not null check (severity between 0 and 4),
  status smallint not null default 0 check (status between 0 and 2),
  disposition smallint not null default 0 check (disposition between 0 and 5),
  is_test boolean not null default false,
  host text,
  user_name text,
  source_address text,
  evidence text not null,
  version integer not null default 1,
  updated_at timestamptz(3) not null,
  constraint detection_pkey primary key (id)
) partition by range (id);
create index detection_tenant_id_sequence_idx on detection (tenant_id, sequence);
create index detection_tenant_id_rule_id_id_idx on detection (tenant_id, rule_id, id);
create index detection_tenant_id_host_id_idx on detection (tenant_id, host, id);
create index detection_tenant_id_user_name_id_idx on detection (tenant_id, user_name, id);
create index detection_tenant_id_time_idx on detection (tenant_id, time);
-- The working list: what nobody has closed yet.
create index detection_open_idx on detection (tenant_id, id) include (severity) where status < 2;

create table detection_sequence (
  tenant_id integer not null,
  last bigint not null default 0,
  constraint detection_sequence_pkey primary key (tenant_id)
);

create table detection_activity (
  id uuid not null,
  tenant_id integer not null,
  detection_id uuid not null,
  at timestamptz(3) not null,
  actor text not null,
  kind text not null,
  old text,
  new text,
  constraint detection_activity_pkey primary key (id)
);
create index detection_activity_tenant_id_detection_id_id_idx on detection_activity (tenant_id, detection_id, id);

create table audit_entry (
  id uuid not null,
  tenant_id integer not null,
  at timestamptz(3) not null,
  actor text not null,
  action text not null,
  subject text not null,
  old jsonb,
  new jsonb,
  constraint audit_entry_pkey primary key (id)
);
create index audit_entry_tenant_id_id_idx on audit_entry (tenant_id, id);

alter table api_key add constraint api_key_tenant_id_fkey
  foreign key (tenant_id) references tenant (id) on delete restrict on update cascade;
alter table rule add constraint rule_tenant_id_fkey
  foreign key (tenant_id) references tenant (id) on delete restrict on update cascade;
alter table rule_revision add constraint rule_revision_rule_id_fkey
  foreign key (rule_id) references rule (id) on delete restrict on update cascade;
alter table detection_sequence add constraint detection_sequence_tenant_id_fkey
  foreign key (tenant_id) references tenant (id) on delete restrict on update cascade;

-- The lowest uuidv7 of an instant: partition bounds, and time predicates on ids.
create function uuid_floor(t timestamptz) returns uuid language sql immutable strict parallel safe as $$
  select (lpad(to_hex(floor(extract(epoch from t) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

-- Makes one day's partition of a table. CREATE LIKE and ATTACH lock the parent so lightly that writers go on
-- (CREATE .. PARTITION OF does not); the advisory lock makes it safe from several processes.
create function ensure_partition(parent regclass, day date) returns void language plpgsql as $$
declare
  child text := format('%s_%s', (select relname from pg_class where oid = parent), to_char(day, 'YYYYMMDD'));
begin
  perform pg_advisory_xact_lock(hashtext('ensure_partition'), parent::oid::int);
  -- Not by to_regclass: its cache may not know yet what another process made while this one waited for the lock.
  if exists (
    select 1 from pg_inherits
    join pg_class on pg_class.oid = inhrelid
    join pg_namespace on pg_namespace.oid = relnamespace
    where inhparent = parent and nspname = 'part' and relname = child
  ) then
    return;
  end if;
  execute format(
    'create table if not exists part.%I (like %s including defaults including constraints including storage including compression including indexes)',
    child, parent);
  execute format('alter table %s attach partition part.%I for values from (%L) to (%L)', parent, child,
    uuid_floor(day::timestamp at time zone 'UTC'), uuid_floor((day + 1)::timestamp at time zone 'UTC'));
end $$;

insert into tenant (name) values ('default');
insert into detection_sequence (tenant_id) select id from tenant;
