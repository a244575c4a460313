import { changeDraft, noteOnDraft } from '../../domain/incidents/change-draft.ts';
import { schoolNow } from '../../domain/incidents/dialog-desk.ts';
import { readPlace, writePlace } from '../../domain/incidents/dialog-place.ts';
import { findOwnDraft, type DraftName } from '../../domain/incidents/open-draft.ts';
import { staffChoices } from '../../domain/incidents/staff-choices.ts';
import { stepNamed, stepsFor } from '../../domain/incidents/steps-for.ts';
import type { Caller } from '../caller.ts';
import type { OnVerb, Pressed } from '../on-verb.ts';
import type { Verb, VerbData } from '../verbs.ts';
import { answerDraft, showOutcome } from './answer-draft.ts';
import { callNow } from './call-now.ts';
import { askToDelete, deleteDraft } from './delete-draft.ts';
import { goOnTyping } from './go-on-typing.ts';
import type { IncidentDeps } from './incident-deps.ts';
import { sendDraft } from './send-draft.ts';
import { showDraft } from './show-draft.ts';
import { reportInPrivate } from './small-cards.ts';
import { listMine, reportOrList, startReport } from './start-report.ts';

/** The buttons of a report that is being written: each works in the reporter's own chat alone. */
export function registerDialogHandlers(onVerb: OnVerb, deps: IncidentDeps): void {
  const inPrivate = <V extends Verb>(verb: V, handle: (data: VerbData<V>, caller: Caller) => Promise<Pressed>): void =>
    onVerb(verb, (data, caller) => reportInPrivate(caller, deps.ownAppId) ?? handle(data, caller));
  const nameOf = ({ library, actor }: Caller, id: string): DraftName => ({
    schoolId: library.school.id,
    id,
    reporter: actor,
  });

  inPrivate('incidents.report', ({ submission }, caller) => reportOrList(deps, caller, { submission, typing: false }));
  inPrivate('incidents.new', ({ submission }, caller) => startReport(deps, caller, { submission, typing: false }));
  inPrivate('incidents.mine', (_, caller) => listMine(deps, caller));

  inPrivate('incidents.answer', ({ draft, turn, step, to, answer, ...inputs }, caller) =>
    answerDraft(deps, caller, {
      draft,
      turn: Number(turn),
      step,
      to,
      given: { ...inputs, [step]: answer ?? ofStep(step, inputs) },
    }),
  );

  inPrivate('incidents.open', async ({ draft: id }, caller) => {
    const name = nameOf(caller, id);
    await noteOnDraft(deps, name, { card: caller.card });
    const found = await findOwnDraft(deps, name);
    if (found.kind === 'open') return showDraft(deps, caller, found);
    return showOutcome(deps, caller, found);
  });

  inPrivate('incidents.edit', async ({ draft: id, turn, step }, caller) => {
    const at = { turn: Number(turn), card: caller.card };
    const changed = await changeDraft(deps, nameOf(caller, id), at, ({ answers, draft }) => {
      const asked = stepNamed(stepsFor(answers, caller.library.school), step);
      const field = draft.typing ? asked.fields[0]?.name : undefined;
      return { answers: { ...answers, at: writePlace({ step: asked.id, field, editing: asked.id !== 'review' }) } };
    });
    return showOutcome(deps, caller, changed);
  });

  inPrivate('incidents.send', ({ draft: id, turn }, caller) => sendDraft(deps, caller, { id, turn: turnOf(turn) }));

  inPrivate('incidents.recipient', async ({ draft: id, turn, person, about }, caller) => {
    const { school, members, keyOf } = await schoolNow(deps, caller.library.school, caller.actor.tenantId);
    const subject = staffChoices(school, members, { keyOf, draftId: id }).find(
      ({ value }) => value === person,
    )?.subject;
    const personId = subject?.startsWith('person:') ? subject.slice('person:'.length) : undefined;
    const at = { turn: Number(turn), card: caller.card };
    const changed = await changeDraft(deps, nameOf(caller, id), at, ({ answers }) =>
      personId === undefined
        ? undefined
        : { answers: { ...answers, aboutRecipient: { ...answers.aboutRecipient, [personId]: about === 'yes' } } },
    );
    if (changed.kind !== 'changed') return showOutcome(deps, caller, changed);
    return sendDraft(deps, caller, { id, turn: changed.answers.turn });
  });

  inPrivate('incidents.needed', ({ draft: id }, caller) => callNow(deps, caller, id));

  inPrivate('incidents.typing', ({ draft: id }, caller) => goOnTyping(deps, caller, id));

  inPrivate('incidents.forms', async ({ draft: id }, caller) => {
    const at = { turn: undefined, card: caller.card };
    const changed = await changeDraft(deps, nameOf(caller, id), at, ({ answers }) => {
      const { step, editing } = readPlace(answers.at);
      return { answers: { ...answers, at: writePlace({ step, editing }) }, typing: false };
    });
    return showOutcome(deps, caller, changed);
  });

  inPrivate('incidents.cancel', ({ draft: id, turn }, caller) => askToDelete(deps, caller, { id, turn: turnOf(turn) }));
  inPrivate('incidents.delete', ({ draft: id, turn }, caller) => deleteDraft(deps, caller, { id, turn: turnOf(turn) }));
}

function turnOf(turn: string | undefined): number | undefined {
  return turn === undefined ? undefined : Number(turn);
}

/** The input that has the name of its card keeps what it brought; the other cards have none. */
function ofStep(step: string, inputs: Readonly<Record<string, string | undefined>>): string | undefined {
  return inputs[step];
}
