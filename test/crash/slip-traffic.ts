import type { SlipEventKind } from '../../src/domain/slips/slip.ts';
import type { Random } from '../support/random.ts';
import type { Person, ReportingSchool } from '../support/reporting-schools.ts';
import { createChatActivities } from './chat-activities.ts';
import type { Session, Steps } from './report-traffic.ts';

/** What one person asked, and what they and the head were told is saved of it. */
export interface SlipTold {
  readonly author: string;
  /** What they wrote; it stands nowhere in clear. */
  readonly words: string;
  reference?: string;
  readonly events: SlipEventKind[];
}

/** What it makes of a slip, who does it, and the button with its data. */
type Deed = [SlipEventKind, Person, string, Record<string, string>];

/** Makes sessions that a seed repeats: a permission is asked and given, some are renewed, some withdrawn. */
export function createSlipTraffic(random: Random, serviceUrl: string, school: ReportingSchool) {
  let made = 0;
  const { hex, press } = createChatActivities(random, serviceUrl);
  const head = school.holder('head');

  function* all(told: SlipTold, person: Person, n: number): Steps {
    const sent = yield press(person, 'slips.send', {
      ...{ kind: 'images', clause: '', whole: 'yes', named: 'no', submission: hex(), a1: told.words },
    });
    const [slip] = /SP-[2-9A-Z]{4}-[2-9A-Z]/.exec(sent) ?? [];
    if (slip === undefined || !sent.includes('Asked, and kept for you'))
      throw new Error(`nothing was asked, but ${sent.slice(0, 800)}`);
    told.reference = slip;
    const deeds: Deed[] = [['given', head, 'slips.answer', { answer: 'given', text: `${told.words} indoors` }]];
    if (n % 3 === 1) deeds.push(['renewal-asked', person, 'slips.renew', { why: `${told.words} again` }]);
    if (n % 3 === 2) deeds.push(['withdrawn', head, 'slips.withdraw', { reason: `${told.words} no more` }]);
    for (const [kind, who, verb, data] of deeds) {
      const body = yield press(who, verb, { slip, submission: hex(), ...data });
      if (!body.includes('"Saved"')) throw new Error(`a deed was not done: ${body.slice(0, 800)}`);
      told.events.push(kind);
    }
  }

  return {
    begin(): Session<SlipTold> {
      const n = made++;
      const person = school.reporters[n];
      if (!person) throw new Error('the school has too few people');
      const told: SlipTold = { author: person.aadObjectId, words: `Quokka ${n} in the frame`, events: [] };
      return { told, steps: all(told, person, n), isOver: false };
    },
  };
}
