-- What staff tell the head or ask of them, with what became of it. Whatever they wrote is sealed, in events too.
-- Revisions count each row's changes.
create table slips (
  n bigint generated always as identity,
  school_id text not null,
  id text not null,
  way text not null,
  kind text not null,
  title text not null,
  at_end text,
  clause text not null,
  author_tenant_id text not null,
  author_object_id text not null,
  sealed_text text not null,
  at instant not null,
  told json not null,
  events json not null,
  revision integer not null check (revision > 0),
  primary key (school_id, id)
);
create index slips_author on slips (school_id, author_object_id, author_tenant_id, n);
