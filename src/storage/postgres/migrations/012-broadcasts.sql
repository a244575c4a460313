-- Broadcasts: one message to many people of one school. Revisions count each row's changes.
create table broadcasts (
  n bigint generated always as identity,
  school_id text not null,
  id text not null,
  template text not null,
  policy_id text,
  clause_id text,
  message text not null,
  buttons json not null,
  audience json not null,
  channel boolean not null,
  send_at instant not null,
  state text not null,
  opened_by json not null,
  opened_at instant not null,
  confirmed json,
  ended json,
  edition integer not null check (edition > 0),
  corrected_at instant,
  revision integer not null check (revision > 0),
  primary key (school_id, id),
  check ((state = 'ended') = (ended is not null))
);

-- Everybody in a broadcast: by their account, or by the id in the school's list. What became of somebody stands with the
-- delivery of their round.
create table addressees (
  n bigint generated always as identity,
  school_id text not null,
  id text not null,
  broadcast_id text not null,
  tenant_id text,
  object_id text,
  listed text,
  name text not null,
  groups json not null,
  round integer not null check (round >= 0),
  read_at instant,
  acted json,
  revision integer not null check (revision > 0),
  primary key (school_id, id),
  check (num_nulls(tenant_id, object_id) in (0, 2) and num_nonnulls(object_id, listed) = 1)
);
create index addressees_broadcast on addressees (school_id, broadcast_id, n);
create unique index addressees_person on addressees (school_id, object_id, tenant_id, broadcast_id) where object_id is not null;
create unique index addressees_listed on addressees (school_id, listed, broadcast_id) where listed is not null;
