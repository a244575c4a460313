-- What may not have arrived is asked for twice a minute, and where the ledger has a signature for each copy of a receipt.
create index deliveries_unsure on deliveries (created_at, n)
  where state in ('refused', 'undeliverable', 'unknown') and acknowledged_at is null;
create index ledger_entries_signed on ledger_entries (school_id, (facts->>'receipt'))
  where chain = 'signoffs' and kind = 'signed';
