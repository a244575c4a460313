import type { PersonKey } from '../../domain/people/person-key.ts';
import type { NamePerson } from '../../domain/questions/name-people.ts';
import type { SlipStanding } from '../../domain/slips/slip-standing.ts';
import type { Slip, SlipEvent } from '../../domain/slips/slip.ts';
import { asSubject } from '../as-subject.ts';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';
import { instantText } from '../instant-text.ts';

/** Where a slip is, in a line. */
export function standingText({ state, until, renewal, owesEnd }: SlipStanding): string {
  const day = until === undefined ? '' : dayText(until);
  switch (state) {
    case 'told':
    case 'asked':
      return 'Not answered yet';
    case 'talk':
      return 'To be talked about; the answer is still to come';
    case 'passed':
      return 'Advice was asked for; the answer is still to come';
    case 'noted':
      return 'Noted';
    case 'given':
      return renewal ? `Given until ${day}; asked for longer` : `Given until ${day}`;
    case 'refused':
      return 'Refused';
    case 'withdrawn':
      return owesEnd ? 'Withdrawn; what is to be done then is not confirmed yet' : 'Withdrawn, or taken back';
    case 'ended':
      return owesEnd ? `Ended on ${day}; what is to be done then is not confirmed yet` : `Ended on ${day}`;
  }
}

const bodies = { hr: 'HR', lado: 'the local authority designated officer (LADO)' } as const;

/** What an event says: "Helen Marsh, Headteacher, gave it until 18 December 2026 (20 November 2026 at 10:05)". */
export function eventText(
  { kind, at, by, until = '', asked = [], to, done }: SlipEvent,
  { slip, name, school, you }: EventInput,
): string {
  const isYou = by !== undefined && you !== undefined && by.objectId === you.objectId && by.tenantId === you.tenantId;
  const who = isYou ? 'You' : by ? asSubject(cutText(name(by), 240)) : '';
  const day = until === '' ? '' : dayText(until);
  const what: Readonly<Record<SlipEvent['kind'], string>> = {
    noted: `${who} noted it`,
    given: `${who} said yes, until ${day}`,
    refused: `${who} said no`,
    talk: `${who} would like to talk about it`,
    passed: `${who} asked ${bodies[to ?? 'hr']} for advice`,
    withdrawn: `${who} ${by?.objectId === slip.author.objectId ? 'took it back' : 'withdrew it'}`,
    'renewal-asked': `${who} asked for longer${day === '' ? '' : `, until ${day}`}`,
    'end-answered': `${who} answered “${slip.atEnd ?? ''}”: ${done ? 'yes' : 'not yet'}`,
    reminded: `A reminder was due: it ends on ${day}`,
    ended: `It ended on ${day}`,
    'end-asked': `What is to be done at its end was asked again`,
    chased: `The answer was still to come. They are reminded: ${namesOf(asked, name)}`,
    'handed-on': `Nobody had answered, so it went on to ${namesOf(asked, name)}`,
    unanswered: 'Nobody had answered by then',
  };
  return `${what[kind]} (${instantText(at, school)})`;
}

function namesOf(people: readonly PersonKey[], name: NamePerson): string {
  return cutText(people.map((one) => cutText(name(one), 240)).join(' and '), 480);
}

export interface EventInput {
  readonly slip: Pick<Slip, 'author' | 'atEnd'>;
  readonly name: NamePerson;
  readonly school: { readonly timeZone: string };
  /** Who reads it. */
  readonly you?: { readonly tenantId: string; readonly objectId: string } | undefined;
}
