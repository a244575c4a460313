-- Nothing was sent under this claim yet. Of a claim from before this column it is not known.
alter table deliveries add column lease_waiting boolean check (lease_waiting);

-- Who said that somebody dealt with what did not surely arrive, and when.
alter table deliveries add column acknowledged_by text, add column acknowledged_at instant,
  add check (num_nulls(acknowledged_by, acknowledged_at) in (0, 2));
