-- Nothing was sent under this claim yet. Of a claim from before this column it is not known.
alter table deliveries add column lease_waiting boolean check (lease_waiting);
