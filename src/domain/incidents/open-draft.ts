import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import { Answers } from './answers.ts';
import type { DialogDesk } from './dialog-desk.ts';
import type { IncidentDraft } from './incident-draft.ts';

/** A draft with its seal open. */
export interface OpenDraft {
  readonly draft: IncidentDraft;
  readonly answers: Answers;
}

/**
 * - `open`: with its answers; `ended`: it was sent, deleted or has expired
 * - `not-found`: the school has none with this id, or it is somebody else's; which is not told
 * - `unreadable`: its seal does not open: the key is missing or the text was changed
 */
export type DraftFound =
  | ({ readonly kind: 'open' } & OpenDraft)
  | { readonly kind: 'ended' | 'unreadable'; readonly draft: IncidentDraft }
  | { readonly kind: 'not-found' };

/** Which draft, and who wants it: only its reporter gets it. */
export interface DraftName {
  readonly schoolId: string;
  readonly id: string;
  readonly reporter: PersonKey;
}

export async function findOwnDraft(
  desk: Pick<DialogDesk, 'incidents' | 'sealer'>,
  { schoolId, id, reporter }: DraftName,
): Promise<DraftFound> {
  const draft = await desk.incidents.findDraft(schoolId, id);
  if (!draft || !isSamePerson(draft.reporter, reporter)) return { kind: 'not-found' };
  return openDraft(desk, draft);
}

export async function openDraft(
  { sealer }: Pick<DialogDesk, 'sealer'>,
  draft: IncidentDraft,
): Promise<Exclude<DraftFound, { kind: 'not-found' }>> {
  if (draft.state !== 'open') return { kind: 'ended', draft };
  const text = await sealer.open(draft.sealedAnswers, { schoolId: draft.schoolId, type: 'draft', id: draft.id });
  if (text === undefined) return { kind: 'unreadable', draft };
  return { kind: 'open', draft, answers: Answers.parse(JSON.parse(text)) };
}

/** The answers, sealed for their draft. */
export function sealAnswers(
  { sealer }: Pick<DialogDesk, 'sealer'>,
  { schoolId, id }: Pick<IncidentDraft, 'schoolId' | 'id'>,
  answers: Answers,
): Promise<string> {
  return sealer.seal(JSON.stringify(answers), { schoolId, type: 'draft', id });
}
