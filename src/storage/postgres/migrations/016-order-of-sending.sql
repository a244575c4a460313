-- What goes to many is sent after everything else; a message to many, and its post in a channel, rest at night.
alter table deliveries
  add column to_many boolean not null generated always as
    (subject ->> 'kind' in ('broadcast', 'broadcast-settled', 'signoff-asked', 'signoff-settled')) stored,
  add column rests boolean not null generated always as
    (subject ->> 'kind' = 'broadcast' or (subject ->> 'kind' = 'broadcast-channel' and subject ->> 'of' is null)) stored;
drop index deliveries_owed;
create index deliveries_owed on deliveries (to_many, n) where state in ('pending', 'sending');
