import type { Act } from '../delivery/act.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { School } from '../people/school.ts';
import { StoreError } from '../store-error.ts';
import { Answers } from './answers.ts';
import { firstAskAt } from './draft-asks.ts';
import type { DialogDesk } from './dialog-desk.ts';
import type { IncidentDraft, MessagePlace } from './incident-draft.ts';
import { openDraft, sealAnswers, type DraftFound } from './open-draft.ts';

const mostTries = 5;

/**
 * Begins a report: an empty draft at its first card. An act that came before gives the draft that it made then, as it
 * stands now. Rejects when the store or the keys fail: then nothing was begun.
 */
export async function startDraft(
  desk: DialogDesk,
  {
    act,
    reporter: { tenantId, objectId },
    school,
    typing,
    card,
  }: {
    act: Act;
    reporter: PersonKey;
    school: Pick<School, 'id'>;
    typing: boolean;
    card: MessagePlace | undefined;
  },
): Promise<Exclude<DraftFound, { kind: 'not-found' }>> {
  const answers = Answers.parse({ at: typing ? 'danger/danger' : 'danger' });
  const startedAt = desk.now();
  for (let tries = 1; ; tries++) {
    const name = { schoolId: school.id, id: desk.newReference('SD') };
    const draft: IncidentDraft = {
      ...name,
      reporter: { tenantId, objectId },
      state: 'open',
      revision: 1,
      sealedAnswers: await sealAnswers(desk, name, answers),
      typing,
      startedAt: startedAt.toISOString(),
      touchedAt: startedAt.toISOString(),
      asked: 0,
      nextAskAt: firstAskAt(startedAt),
      cards: card ? [card] : [],
    };
    try {
      return await openDraft(desk, await desk.incidents.startDraft(act, draft));
    } catch (error) {
      if (!(error instanceof StoreError && error.kind === 'taken') || tries === mostTries) throw error;
    }
  }
}
