import type { Role } from '../people/role.ts';
import type { School } from '../people/school.ts';
import { kindTable, type KindDefaults } from './kind-table.ts';
import type { SlipKind, SlipWay } from './slip-kind.ts';

/** A kind as one school takes it. */
export interface TakenKind extends KindDefaults {
  readonly kind: SlipKind;
  /** The clause that demands it. */
  readonly clause: string;
  readonly to: readonly Role[];
}

/** The kinds that the school takes, in the order of its school.yaml, with the built-in words where it has none of its own. */
export function kindsOf({ slips }: Pick<School, 'slips'>, way?: SlipWay): TakenKind[] {
  return slips
    .map(({ kind, clause, to, title, asks, atEnd, chaseAfter, usualDays }): TakenKind => {
      const { atEnd: usualEnd, ...usual } = kindTable[kind];
      const end = atEnd === undefined ? usualEnd : atEnd || undefined;
      return {
        ...usual,
        ...(title !== undefined && { title }),
        ...(asks && { asks }),
        ...(chaseAfter !== undefined && { chaseAfter }),
        ...(usualDays !== undefined && { usualDays }),
        ...(end !== undefined && usual.way === 'ask' && { atEnd: end }),
        ...{ kind, clause, to },
      };
    })
    .filter((one) => way === undefined || one.way === way);
}

/** The kind as the school takes it; undefined where it does not. */
export function kindOf(school: Pick<School, 'slips'>, kind: SlipKind): TakenKind | undefined {
  return kindsOf(school).find((one) => one.kind === kind);
}
