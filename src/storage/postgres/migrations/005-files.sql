-- Files that are offered to somebody for ten minutes. Neither the token of the link nor the code is here, only hashes of
-- them. `last_call` as in deliveries.
create table file_offers (
  id text primary key,
  school_id text not null,
  code_hash text not null,
  subject json not null,
  to_tenant_id text not null,
  to_object_id text not null,
  until instant not null,
  wrong integer not null check (wrong >= 0),
  taken boolean not null,
  last_call uuid
);
create index file_offers_until on file_offers (until);
