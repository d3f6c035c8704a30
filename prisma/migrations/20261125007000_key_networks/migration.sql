-- Where a key may be used from, and the secret before its rotation, which may go on for a while.
alter table api_key
  add column networks text[],
  add column previous_hash bytea,
  add column previous_expires_at timestamptz(3);
create unique index api_key_previous_hash_key on api_key (previous_hash);
