import { amber, green, red, type HealthLine } from './health-line.ts';

export type StoreFacts =
  | { readonly kind: 'missing' }
  /** `message` says what is wrong and what to do. */
  | { readonly kind: 'unusable'; readonly message: string }
  | {
      readonly kind: 'open';
      readonly in: 'lowdb' | 'postgres';
      readonly serves: boolean;
      readonly bytes: number;
      readonly findings: readonly { readonly kind: string; readonly message: string }[];
      /** Why the newest file is not the one that is whole, as the end of a sentence. */
      readonly why?: string | undefined;
    };

/** Whether the store can be read, whether it had to go back to an earlier state, and whether it has grown too large. */
export function checkStore(store: StoreFacts): HealthLine[] {
  if (store.kind === 'missing') {
    return [
      amber(
        'store',
        'There is no store yet.',
        'ICT lead: start Staffroom once, or restore a backup: staffroom restore FILE.',
      ),
    ];
  }
  if (store.kind === 'unusable') {
    return [red('store', store.message, 'ICT lead: do this now; keep every file of the store as it is until then.')];
  }
  const lines = store.findings.map(({ kind, message }) =>
    kind === 'large'
      ? amber('store', message, 'ICT lead: plan the move to PostgreSQL.')
      : red('store', message, 'ICT lead: do this now, and tell the head if records may be missing.'),
  );
  if (store.why !== undefined) {
    const message = `The newest file of the store ${store.why}.`;
    lines.push(
      red(
        'store',
        message,
        'ICT lead: make a backup now, then start Staffroom again, which goes back to the newest whole state.',
      ),
    );
  }
  if (!store.serves && lines.length === 0) {
    lines.push(red('store', 'The store takes no changes.', 'ICT lead: check the disk or the database.'));
  }
  if (lines.length > 0) return lines;
  const place = store.in === 'postgres' ? 'PostgreSQL' : 'a file';
  return [green('store', `The store is whole (${place}, ${(store.bytes / 1024 / 1024).toFixed(1)} MB).`)];
}
