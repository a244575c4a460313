-- What retention remembers from run to run.
create table retention_memos (
  name text primary key,
  at instant not null
);
