import type { Clause } from '../policies/clause.ts';
import type { Policy } from '../policies/policy.ts';
import { type ClauseSignals, readClauseSignals } from './clause-signals.ts';
import { type Office, officesIn } from './offices.ts';
import { partiesIn, type Party } from './parties.ts';

/** One clause as the index keeps it. */
export interface IndexedClause {
  readonly policy: Policy;
  readonly clause: Clause;
  readonly signals: ClauseSignals;
  readonly parties: readonly Party[];
  readonly offices: { readonly named: readonly Office[]; readonly accused: readonly Office[] };
  /** It is only a few words, and no lead-in makes a sentence of them. */
  readonly isShort: boolean;
}

/** `knows` tells whether the lexicon has a stem. */
export function createIndexedClause(policy: Policy, clause: Clause, knows: (stem: string) => boolean): IndexedClause {
  return new ReadWhenAsked(policy, clause, knows);
}

/** What a clause says is read when it first comes into question: most of a large library never does. */
class ReadWhenAsked implements IndexedClause {
  readonly policy: Policy;
  readonly clause: Clause;
  readonly #knows: (stem: string) => boolean;
  #signals: ClauseSignals | undefined;
  #parties: readonly Party[] | undefined;
  #offices: IndexedClause['offices'] | undefined;

  constructor(policy: Policy, clause: Clause, knows: (stem: string) => boolean) {
    this.policy = policy;
    this.clause = clause;
    this.#knows = knows;
  }

  get signals(): ClauseSignals {
    return (this.#signals ??= readClauseSignals(this.clause, this.#knows));
  }

  get parties(): readonly Party[] {
    const { leadIn, column, text } = this.clause;
    return (this.#parties ??= partiesIn([leadIn, column, text].join(' ')));
  }

  get offices(): IndexedClause['offices'] {
    return (this.#offices ??= officesIn([this.clause.leadIn, this.clause.text].join(' ')));
  }

  get isShort(): boolean {
    return this.clause.leadIn === undefined && this.clause.text.split(' ').length < 4;
  }
}
