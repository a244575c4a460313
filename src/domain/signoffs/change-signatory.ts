import type { Signatory } from './signatory.ts';
import type { Refused } from './signoff-desk.ts';

/** `changed`: as they are now. `state`: nothing changed, for that does not fit how things stand with them (they signed, say). */
export type SignatoryChanged<Fault extends string> =
  | { readonly kind: 'changed'; readonly signatory: Signatory }
  | { readonly kind: 'state'; readonly signatory: Signatory }
  | { readonly kind: 'incomplete'; readonly what: Fault }
  | Refused;
