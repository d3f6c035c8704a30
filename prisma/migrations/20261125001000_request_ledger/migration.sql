-- Answers to requests that came with an Idempotency-Key, so that the same request again gets the same answer.
create table request_ledger (
  tenant_id integer not null,
  key_hash bytea not null,
  body_hash bytea not null,
  answer text,
  created_at timestamptz(3) not null,
  constraint request_ledger_pkey primary key (tenant_id, key_hash)
);
create index request_ledger_tenant_id_created_at_idx on request_ledger (tenant_id, created_at);

-- Senders' ids go with the partition of their events, of all tenants at once. Ids of events rise: this index grows at its end.
create index event_client_id_event_id_idx on event_client_id (event_id);
