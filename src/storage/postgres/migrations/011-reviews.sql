-- What became of each duty on each of its due dates (YYYY-MM-DD). Revisions count each row's changes.
create table reviews (
  n bigint generated always as identity,
  school_id text not null,
  duty text not null,
  due_on text collate "C" not null,
  told json not null,
  begun json,
  done json,
  revision integer not null check (revision > 0),
  primary key (school_id, duty, due_on)
);
