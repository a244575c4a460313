import { bodyTitles, handOverBodies, noteKinds, type NoteKind } from '../../domain/incidents/deed.ts';
import { stepTitles } from '../../domain/incidents/demanded-steps.ts';
import { incidentSteps } from '../../domain/incidents/incident-step.ts';
import type { IncidentEvent } from '../../domain/incidents/incident.ts';
import { roles, roleTitles } from '../../domain/people/role.ts';
import type { PersonKey } from '../../domain/people/person-key.ts';
import { asSubject } from '../as-subject.ts';
import { dayText } from '../day-text.ts';

const noteTitles: Readonly<Record<NoteKind, string>> = {
  action: 'an action',
  decision: 'a decision',
  reason: 'a reason',
  outcome: 'an outcome',
};

/** What happened, without what anybody wrote. `name` gives the names of staff; undefined for what no card shows. */
export function eventText(
  { kind, by, facts = {} }: IncidentEvent,
  name: (key: PersonKey) => string,
): string | undefined {
  const who = by ? asSubject(name(by)) : 'Staffroom';
  switch (kind) {
    case 'submitted':
      return `${who} reported it${facts.heldUntil === undefined ? '' : ', and it waited its turn: many came from them at once'}`;
    case 'delivered': {
      const role = roles.find((one) => one === facts.role);
      return `It was delivered${role ? ` to the ${roleTitles[role]}` : ''}`;
    }
    case 'not-delivered':
      return 'It reached nobody, and the reporter was told of that';
    case 'opened':
      return `${who} was the first to open the details`;
    case 'acknowledged':
      return `${who} acknowledged it`;
    case 'taken':
      return `${who} took it`;
    case 'asked':
      return `${who} asked the reporter something`;
    case 'replied':
      return 'The reporter answered';
    case 'added':
      return 'The reporter added something';
    case 'noted':
      return `${who} noted ${noteTitles[noteKinds.find((one) => one === facts.what) ?? 'action']}`;
    case 'handed-over': {
      const body = bodyTitles[handOverBodies.find((one) => one === facts.to) ?? 'head'];
      if (facts.done !== true) return `${who} noted why it was not handed over to ${body}`;
      const day = typeof facts.day === 'string' ? ` on ${dayText(facts.day)}` : '';
      const time = typeof facts.time === 'string' ? ` at ${facts.time}` : '';
      return `${who} handed it over to ${body}${day}${time}`;
    }
    case 'step': {
      const step = stepTitles[incidentSteps.find((one) => one === facts.step) ?? 'evidence-secured'];
      return `${step}: ${facts.done === true ? 'done' : 'not done, with the reason'}, says ${by ? name(by) : who}`;
    }
    case 'exported':
      if (facts.as === 'sheet') return `${who} fetched it on paper, to hand it over`;
      return by ? `${who} took it out as a file` : 'It was exported on the server';
    case 'recorded':
      return `${who} recorded it in CPOMS`;
    case 'escalated':
      return facts.step === 1
        ? 'Nobody took it in time; others were told'
        : 'Still nobody took it; others and the reporter were told';
    case 'file-sent':
      return 'The reporter sent a file. It was not opened; ask where it is kept';
    case 'closed':
      return `${who} closed it`;
    case 'reopened':
      return `${who} reopened it`;
    case 'shredded':
      return 'What was written was destroyed';
    case 'read':
    case 'refused':
      return undefined;
  }
}
