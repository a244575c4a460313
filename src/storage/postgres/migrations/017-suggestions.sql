-- Words in which somebody asked, for a policy's owner to keep or not; whose they are is nowhere. None are left once it is decided.
create table suggestions (
  n bigint generated always as identity,
  school_id text not null,
  id text not null,
  owner_tenant_id text not null,
  owner_object_id text not null,
  clause text not null,
  sealed_text text not null,
  at instant not null,
  kept boolean,
  decided_at instant,
  primary key (school_id, id),
  check (num_nulls(kept, decided_at) in (0, 2)),
  check ((decided_at is null) = (sealed_text <> ''))
);
