/**
 * - `cannot-start`: what is stored cannot be used, or not from here
 * - `in-use`: another process has the store
 * - `full`: not saved, for want of space; the next change is tried again
 * - `not-written`: not saved, for another reason that may pass
 * - `broken`: not saved, or not surely; the storage failed and nothing more is taken until a restart
 * - `taken`: not saved, because another record has this reference
 * - `outdated`: not saved, because what it was made of was changed meanwhile
 */
export type StoreErrorKind = 'cannot-start' | 'in-use' | 'full' | 'not-written' | 'broken' | 'taken' | 'outdated';

/**
 * The store did not take something or cannot be used. The message is one line for the person who runs the bot: what is
 * wrong and what to do. It holds nothing that anybody wrote.
 */
export class StoreError extends Error {
  override name = 'StoreError';
  readonly kind: StoreErrorKind;

  constructor(message: string, kind: StoreErrorKind = 'cannot-start', options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** Ids are random; another record of the school has this one. */
export function idTaken(): StoreError {
  return new StoreError('Another record has this reference. Draw a new one.', 'taken');
}

/** Somebody changed the record first; whoever made something of it reads it again. */
export function isOutdated(): StoreError {
  return new StoreError('The record was changed meanwhile. Read it again.', 'outdated');
}
