import { inDanger } from '../../cards/in-danger.ts';
import { chatLink } from '../../cards/chat-link.ts';
import { cutText } from '../../cards/cut-text.ts';
import { chooseCard, toChooseView, type ChooseButton } from '../../cards/incidents/choose.ts';
import { instantText } from '../../cards/instant-text.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { elsewhereCard } from '../../cards/questions/elsewhere.ts';
import type { IncidentDraft } from '../../domain/incidents/incident-draft.ts';
import type { School } from '../../domain/people/school.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import type { IncidentDeps } from './incident-deps.ts';

/** What the notification of every card of the dialog says, whatever is on it. */
export const summary = 'Staffroom: your report';

/** Elsewhere than in the person's own chat: a link to that chat. Nothing is stored. */
export function reportInPrivate({ place }: Caller, ownAppId: string): Pressed | undefined {
  if (place.kind === 'personal') return undefined;
  const card = elsewhereCard.render({
    title: 'Please report in our private chat',
    paragraphs: [
      'Others can read what is written here. Nothing was begun, and nothing was kept.',
      'Open our chat and write “report” there. If your message here names a child or a colleague, please delete it.',
      inDanger,
    ],
    canChat: true,
    chat: chatLink(`28:${ownAppId}`),
    button: 'Open our chat',
  });
  return { card, replaces: false, summary: 'Staffroom: please report in our private chat' };
}

/** The same for somebody else's draft and for one that does not exist. */
export function noSuchReport(): Pressed {
  return say('There is no such report for you', ['Write “my reports” to see yours, or “report” to begin one.']);
}

export function draftEnded({ state }: Pick<IncidentDraft, 'state'>): Pressed {
  const what = state === 'submitted' ? 'This report was sent' : 'This report was deleted';
  return say(what, [
    state === 'submitted'
      ? 'Nothing of it can be changed here any more.'
      : 'Nothing of it was sent, and nothing of it is kept.',
    'Write “my reports” to see yours, or “report” to begin one.',
  ]);
}

/** A draft is there but cannot be opened. The log has the error id; nothing of the words is in either. */
export function draftUnreadable(
  { log, newErrorId }: Pick<IncidentDeps, 'log' | 'newErrorId'>,
  { id, schoolId }: IncidentDraft,
): Pressed {
  const errorId = newErrorId();
  log.error({ errorId, school: schoolId, reference: id, code: 'not-opened' }, 'a sealed text could not be opened');
  return say(`${id} cannot be opened now`, [
    'It is saved, but its words are locked and the key for them is missing. Nothing was sent.',
    'Do not wait for it. Go to your Designated Safeguarding Lead, or phone.',
    `Please tell your ICT lead: error ${errorId}.`,
  ]);
}

export function savedForLater(school: School, { id, nextAskAt, typing }: IncidentDraft): Pressed {
  return choose(
    'Saved for later',
    [
      `Nothing was sent. ${id} waits for you on every device: press “Go on”, or write “my report”.`,
      `You will be asked about it at ${instantText(nextAskAt, school)}. A day after your last answer it is deleted.`,
      ...(typing ? ['What you write from now on is no answer to it, until you go on.'] : []),
    ],
    [button('Go on', 'incidents.open', { draft: id })],
  );
}

/** Asked between the two taps that delete a report; `turn` says which answers go with it. */
export function sureToDelete({ id }: Pick<IncidentDraft, 'id'>, turn: number): Pressed {
  return choose(
    'Delete this report?',
    [`Nothing of ${id} is sent, and all of it is deleted for good.`],
    [
      button('Go on with it', 'incidents.open', { draft: id }),
      button('Delete it', 'incidents.delete', { draft: id, turn: String(turn) }),
    ],
  );
}

export function deleted(): Pressed {
  return say('The report was deleted', [
    'Nothing of it was sent, and nothing of it is kept.',
    'Worried about a child? Go to your Designated Safeguarding Lead, or phone.',
  ]);
}

/** "Is this about <name>, who would receive it?", before anything leaves. */
export function askRecipient(
  { id }: IncidentDraft,
  { turn, person, name, typing }: { turn: number; person: string; name: string; typing: boolean },
): Pressed {
  const data = { draft: id, turn: String(turn), person };
  return choose(
    `Is this about ${cutText(name, 200)}, who would receive it?`,
    [
      'The name stands in what you wrote. Nothing was sent yet.',
      'If it is about them, it goes to somebody else, and they learn nothing of it.',
      ...(typing ? ['Write “yes” or “no”.'] : []),
    ],
    [
      button('Yes, about them', 'incidents.recipient', { ...data, about: 'yes' }),
      button('No, not about them', 'incidents.recipient', { ...data, about: 'no' }),
      button('Back to the report', 'incidents.open', { draft: id }),
    ],
    false,
  );
}

function button(title: string, verb: string, data: ChooseButton['data']): ChooseButton {
  return { title, verb, data };
}

function choose(title: string, paragraphs: readonly string[], buttons: readonly ChooseButton[], leads = true): Pressed {
  return { card: chooseCard.render(toChooseView(title, paragraphs, buttons, leads)), replaces: true, summary };
}

function say(title: string, paragraphs: readonly string[]): Pressed {
  return { card: messageCard.render({ title, paragraphs: [...paragraphs] }), replaces: true, summary };
}
