import { eventText } from '../../cards/reports/event-text.ts';
import { instantText } from '../../cards/instant-text.ts';
import type { Deed } from '../../domain/incidents/deed.ts';
import { stepTitles } from '../../domain/incidents/demanded-steps.ts';
import type { Deeded } from '../../domain/incidents/act-on-report.ts';
import type { NamePerson } from '../../domain/questions/name-people.ts';
import type { School } from '../../domain/people/school.ts';

type Outcome = Exclude<Deeded, { kind: 'not-found' }>;

/** What became of a deed, in one sentence; undefined where the card itself says it. */
export function noticeOf(deed: Deed, outcome: Outcome, name: NamePerson, school: School): string | undefined {
  switch (outcome.kind) {
    case 'done':
      return doneText(deed);
    case 'overtaken': {
      const what = eventText(outcome.by, name) ?? 'Somebody was faster';
      return `${what}, on ${instantText(outcome.by.at, school)}. Nothing was changed by you.`;
    }
    case 'own-report':
      return 'You reported this yourself, so somebody else has to do that. Nothing was changed.';
    case 'on-its-way':
      return 'Staffroom sends this report itself, or has sent it. There is nothing to hand over on paper.';
    case 'closed':
      return 'This report is closed, so nothing was recorded. Reopen it first, with the reason.';
    case 'open':
      return 'This report is open already. Nothing was changed.';
    case 'empty':
      return 'There were no words in it, so nothing was recorded.';
    case 'too-long':
      return `That was longer than ${outcome.longest.toLocaleString('en-GB')} characters, so nothing was recorded. Please shorten it.`;
    case 'steps-missing': {
      const steps = outcome.steps.map((step) => stepTitles[step]).join('; ');
      return `Not closed: the policies demand these steps, each done or with the reason why not: ${steps}.`;
    }
  }
}

function doneText({ kind }: Deed): string | undefined {
  switch (kind) {
    case 'show':
    case 'read':
    case 'export':
    case 'print':
      return undefined;
    case 'send-details':
      return 'The details come into your own chat, for 15 minutes.';
    case 'end-details':
      return 'The details are gone from this chat.';
    case 'acknowledge':
      return 'You acknowledged it.';
    case 'take':
      return 'You have it.';
    case 'ask':
      return 'Saved, and on its way to the reporter.';
    case 'note':
    case 'hand-over':
    case 'step':
    case 'record':
      return 'Saved.';
    case 'close':
      return 'You closed it.';
    case 'reopen':
      return 'It is open again.';
    case 'reply':
    case 'add':
      return 'Saved, and passed on to those who received your report.';
  }
}
