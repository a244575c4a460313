-- The requests to Teams that may be under way or at rest at once: one row for each, shared by all bots on this database.
create table send_slots (
  n integer primary key,
  holder text,
  free_at timestamptz not null
);
insert into send_slots (n, free_at) select n, clock_timestamp() from generate_series(1, 25) n;
