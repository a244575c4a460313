import type { Random } from '../support/random.ts';
import type { Person, ReportingSchool } from '../support/reporting-schools.ts';
import { createChatActivities } from './chat-activities.ts';
import type { Activity, Session, Steps } from './report-traffic.ts';

/** What one person did about a signature, and was told is so. */
export interface Signing {
  readonly objectId: string;
  /** The receipt that they saw. */
  receipt?: string;
  /** They saw that their "I cannot agree" is recorded. */
  hasDeclined?: true;
}

/** Where somebody is asked, as the store has it. */
export interface AskedIn {
  readonly signatory: string;
  readonly hash: string;
  readonly statements: number;
}

/** Where a card leads to somebody's place in another campaign. */
const otherIn = (body: string, signatory: string) =>
  [...body.matchAll(/"signatory":"([0-9a-f]{32})"/g)].map(([, one]) => one).find((one) => one !== signatory);
const receipt = /S[GN]-[2-9A-Z]{4}-[2-9A-Z]/;
/** So often somebody whose campaign was replaced meanwhile looks where they are asked now. */
const mostTries = 8;

/**
 * Makes sessions that a seed repeats: most sign by cards, some ask first, some cannot agree. `askedIn` says where a person
 * is asked now; undefined while nobody asks them.
 */
export function createSignoffTraffic(
  random: Random,
  serviceUrl: string,
  school: ReportingSchool,
  askedIn: (person: Person) => AskedIn | undefined,
) {
  let made = 0;
  const { hex, press, say } = createChatActivities(random, serviceUrl);

  function* all(told: Signing, person: Person, n: number): Steps {
    let offered: string | undefined;
    let last = '';
    for (let tries = 0; tries < mostTries; tries++) {
      const asked = askedIn(person);
      if (!asked) return;
      const { hash, statements } = asked;
      const signatory = offered ?? asked.signatory;
      const named = { signatory, hash };
      const shown = yield press(person, 'signoffs.show', { signatory });
      // The card of a campaign that was replaced leads to the one that asks now.
      offered = otherIn(shown, signatory);
      if (offered !== undefined) continue;
      yield press(person, 'signoffs.read', { ...named, page: '0' });
      if (n % 10 === 9) {
        const body = yield press(person, 'signoffs.send', {
          ...named,
          submission: hex(),
          what: 'decline',
          text: `Number ${n} cannot`,
        });
        last = body;
        offered = otherIn(body, signatory);
        if (!body.includes('Recorded: you cannot agree')) continue;
        told.hasDeclined = true;
        return;
      }
      if (n % 5 === 3) {
        const text = `What does number ${n} sign?`;
        yield press(person, 'signoffs.send', { ...named, submission: hex(), what: 'query', text });
      }
      yield press(person, 'signoffs.declare', named);
      const ticks = Object.fromEntries(Array.from({ length: statements }, (_, at) => [`s${at + 1}`, 'true']));
      const signed = { ...named, submission: hex(), name: person.name, ...ticks };
      const body = yield press(person, 'signoffs.sign', signed);
      last = body;
      offered = otherIn(body, signatory);
      const [reference] = receipt.exec(body) ?? [];
      if (reference === undefined) continue; // the campaign was replaced meanwhile
      told.receipt = reference;
      return;
    }
    throw new Error(`number ${n} could not sign, but ${last.slice(0, 800)}`);
  }

  return {
    /** The head's words that open a campaign for `policy`, in the place of the one before. */
    opening(policy: string, dueOn: string): Activity {
      const words = `open: ask for signatures on ${policy} by ${dueOn}: it is the start of the year`;
      return say(school.holder('head'), words);
    },
    begin(): Session<Signing> {
      const n = made++;
      const person = school.reporters[n];
      if (!person) throw new Error('the school has too few people');
      const told: Signing = { objectId: person.aadObjectId };
      return { told, steps: all(told, person, n), isOver: false };
    },
  };
}
