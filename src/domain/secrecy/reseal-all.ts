import type { IncidentStore } from '../incidents/incident-store.ts';
import type { QuestionStore } from '../questions/question-store.ts';
import type { SlipStore } from '../slips/slip-store.ts';
import type { KeyRotation } from './key-rotation.ts';
import { placeNamed, type Sealer } from './sealer.ts';

export interface ResealDeps {
  readonly questions: Pick<QuestionStore, 'schools' | 'sealed' | 'reseal'>;
  readonly incidents: Pick<IncidentStore, 'schools' | 'sealed' | 'reseal'>;
  readonly slips: Pick<SlipStore, 'schools' | 'sealed' | 'reseal'>;
  readonly sealer: Sealer;
  readonly rotation: KeyRotation;
}

export interface Resealed {
  readonly resealed: number;
  /** Texts that could not be opened under the key that they name; they stay as they are. */
  readonly unreadable: number;
  /** The retiring keys that nothing was sealed under when the texts were counted afterwards. */
  readonly unused: readonly string[];
}

/**
 * Seals anew whatever is not sealed under the key that seals now. Runs beside everything else: a text that somebody
 * changes meanwhile is left to them. Doing it twice changes nothing.
 */
export async function resealAll(deps: ResealDeps): Promise<Resealed> {
  const { questions, incidents, slips, sealer, rotation } = deps;
  const { sealsWith, retiring } = await rotation.state();
  if (retiring.length === 0) return { resealed: 0, unreadable: 0, unused: [] };
  let resealed = 0;
  let unreadable = 0;
  const inUse = new Set<string | undefined>();
  for (const store of [questions, incidents, slips]) {
    for (const schoolId of await store.schools()) {
      for (const { place, sealedText } of await store.sealed(schoolId)) {
        if (rotation.keyOf(sealedText) === sealsWith) continue;
        const at = placeNamed(schoolId, place);
        const text = await sealer.open(sealedText, at);
        if (text === undefined) unreadable += 1;
        else if ((await store.reseal(schoolId, place, sealedText, await sealer.seal(text, at))) === 'resealed') {
          resealed += 1;
        }
      }
      for (const { sealedText } of await store.sealed(schoolId)) inUse.add(rotation.keyOf(sealedText));
    }
  }
  return { resealed, unreadable, unused: retiring.filter((kid) => !inUse.has(kid)) };
}
