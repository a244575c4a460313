import type { PersonKey } from '../people/person-key.ts';

/**
 * A question that its asker gave to the owner of a policy. The words are sealed (compact JWE): the store never holds
 * what somebody wrote in clear.
 */
export interface HandedQuestion {
  /** Random, with a check letter: `SQ-7KQ2-M`. It counts nothing. */
  readonly id: string;
  readonly schoolId: string;
  readonly asker: PersonKey;
  /** The person who is asked: the holder of the policy's owner role (or who covers them) on that day. */
  readonly owner: PersonKey;
  /** `<policy id>#<clause id>` of the clause that stood on the card. */
  readonly clause?: string | undefined;
  readonly sealedText: string;
  readonly askedAt: string;
  readonly answer?: { readonly sealedText: string; readonly at: string; readonly by: PersonKey } | undefined;
}

/** "Helpful" or "not helpful" to a quoted clause. It says nothing of who said so or what was asked. */
export interface HelpfulMark {
  readonly schoolId: string;
  readonly clause: string;
  readonly helpful: boolean;
  readonly at: string;
}

/**
 * Words in which somebody asked what `clause` answered, for its owner to keep as a phrasing or not. Whose words they are is
 * nowhere.
 */
export interface Suggestion {
  /** `SW-7KQ2-4` */
  readonly id: string;
  readonly schoolId: string;
  /** Whom it was given to: the holder of the policy's owner role (or who covers them) on that day. */
  readonly owner: PersonKey;
  /** `<policy id>#<clause id>` */
  readonly clause: string;
  /** Empty once it is decided and, where the words are kept, they stand in the school's file. */
  readonly sealedText: string;
  readonly at: string;
  readonly decided?: { readonly kept: boolean; readonly at: string } | undefined;
}

/** A question that somebody told the school its policies do not answer. Sealed, and never for what sounds like an incident. */
export interface Gap {
  readonly id: string;
  readonly schoolId: string;
  readonly sealedText: string;
  readonly at: string;
}
