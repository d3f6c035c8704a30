-- A filter may be for a time: beside its text, as all of the admin's word is.
alter table rule add column expires_at timestamptz(3);
