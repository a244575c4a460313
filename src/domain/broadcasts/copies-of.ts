import type { AddresseeRow } from './broadcast-store.ts';

/** The copies that were sent, or are being sent this moment, and how many people may have one of which nobody knows. */
export interface Copies {
  readonly copies: readonly AddresseeRow[];
  readonly beyond: number;
}

export function copiesOf(rows: readonly AddresseeRow[]): Copies {
  return {
    copies: rows.filter(({ delivery }) => delivery?.state === 'sent' || delivery?.state === 'sending'),
    beyond: rows.filter(({ delivery }) => delivery?.state === 'unknown').length,
  };
}

/** Whether somebody has the message, or may: before that it is nobody's to read or to act on. */
export function mayHaveIt({ delivery }: AddresseeRow): boolean {
  return delivery !== undefined && ['sent', 'sending', 'unknown'].includes(delivery.state);
}
