-- What the events of a key are, whatever their records show.
alter table api_key add column product text, add column category text, add column service text;
