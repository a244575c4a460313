-- A delivery is for a person or for a channel. `recipient` is the one name under which things are sent one at a time.
alter table deliveries alter column object_id drop not null;
alter table deliveries add column channel_id text;
alter table deliveries add check (num_nulls(object_id, channel_id) = 1);
alter table deliveries add column recipient text not null
  generated always as (tenant_id || ' ' || coalesce('#' || channel_id, object_id)) stored;

drop index deliveries_owed_to;
create index deliveries_owed_to on deliveries (recipient, n) where state in ('pending', 'sending');
drop index deliveries_sending_to;
create unique index deliveries_sending_to on deliveries (recipient) where state = 'sending';
