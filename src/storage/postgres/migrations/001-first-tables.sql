-- Instants are kept as the bot wrote them (ISO 8601 in UTC): they are part of what the ledger hashes. Compared byte by
-- byte, they stand in the order of time.
create domain instant as text collate "C"
  check (value ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$');

-- Every column `n` keeps the order in which rows were recorded.

create table staff_teams (
  n bigint generated always as identity,
  school_id text not null,
  tenant_id text not null,
  team_id text not null,
  team_name text not null,
  service_url text not null,
  conversation_id text not null,
  connected_by text not null,
  connected_at instant not null,
  refreshed_at instant not null,
  members json not null,
  primary key (tenant_id, team_id)
);

create table bound_upns (
  tenant_id text not null,
  upn text not null,
  object_id text not null,
  primary key (tenant_id, upn)
);

create table addresses (
  tenant_id text not null,
  object_id text not null,
  service_url text not null,
  conversation_id text not null,
  user_id text not null,
  bot_id text not null,
  primary key (tenant_id, object_id)
);

-- The two names of every act of the last days, and the record that it made.
create table acts (
  school_id text not null,
  name text not null,
  made text not null,
  at instant not null,
  primary key (school_id, name)
);
create index acts_at on acts (at);

-- The outbox. `last_call` is the random name of the call that last changed the row: a caller whose connection was lost
-- finds by it whether its change was kept.
create table deliveries (
  n bigint generated always as identity,
  key text primary key,
  school_id text not null,
  subject json not null,
  tenant_id text not null,
  object_id text not null,
  on_ambiguous text not null,
  state text not null,
  not_before instant not null,
  created_at instant not null,
  attempts jsonb not null,
  lease_holder text,
  lease_until instant,
  message json,
  last_call uuid
);
create index deliveries_owed on deliveries (n) where state in ('pending', 'sending');
create index deliveries_owed_to on deliveries (tenant_id, object_id, n) where state in ('pending', 'sending');
create index deliveries_last_call on deliveries (last_call) where last_call is not null;
-- Nobody is sent two things at once, whichever instances try.
create unique index deliveries_sending_to on deliveries (tenant_id, object_id) where state = 'sending';

create table questions (
  n bigint generated always as identity,
  school_id text not null,
  id text not null,
  asker_tenant_id text not null,
  asker_object_id text not null,
  owner_tenant_id text not null,
  owner_object_id text not null,
  clause text,
  sealed_text text not null,
  asked_at instant not null,
  answer_sealed_text text,
  answer_at instant,
  answer_by_tenant_id text,
  answer_by_object_id text,
  primary key (school_id, id),
  check (num_nulls(answer_sealed_text, answer_at, answer_by_tenant_id, answer_by_object_id) in (0, 4))
);
create index questions_asker on questions (school_id, asker_tenant_id, asker_object_id);
create index questions_owner on questions (school_id, owner_tenant_id, owner_object_id);

create table marks (
  n bigint generated always as identity primary key,
  school_id text not null,
  clause text not null,
  helpful boolean not null,
  at instant not null
);
create index marks_school on marks (school_id, clause);

create table gaps (
  n bigint generated always as identity,
  school_id text not null,
  id text not null,
  sealed_text text not null,
  at instant not null,
  primary key (school_id, id)
);

-- One chain a school and class. A second entry at one place, or after one entry, is a fork and cannot be stored.
create table ledger_entries (
  school_id text not null,
  chain text not null,
  seq integer not null check (seq > 0),
  prev text not null,
  hash text not null,
  at instant not null,
  kind text not null,
  facts json not null,
  primary key (school_id, chain, seq),
  unique (school_id, chain, prev)
);

create table checkpoints (
  school_id text not null,
  chain text not null,
  seq integer not null check (seq > 0),
  hash text not null,
  at instant not null,
  key_id text not null,
  signature text not null,
  primary key (school_id, chain, seq)
);

-- The ledger only grows. Whoever owns the tables can still undo this; the checkpoints then show it.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger only grows';
end
$$;
create trigger ledger_entries_only_grow before update or delete or truncate on ledger_entries
  for each statement execute function refuse_change();
create trigger checkpoints_only_grow before update or delete or truncate on checkpoints
  for each statement execute function refuse_change();

-- One row that is written anew to see whether a change can be stored.
create table probe (
  id integer primary key check (id = 1),
  at timestamptz not null
);
