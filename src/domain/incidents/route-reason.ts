import { roleTitles, type Role } from '../people/role.ts';
import type { AboutGroup, Route } from '../people/route.ts';
import type { School } from '../people/school.ts';
import type { IncidentKind } from './incident-kind.ts';
import { kindTable } from './kind-table.ts';
import type { Receiver } from './who-receives.ts';
import type { WhomItIsAbout } from './whom-it-is-about.ts';

interface ReasonInput {
  readonly school: School;
  readonly kind: IncidentKind | undefined;
  readonly route: Route;
  readonly about: WhomItIsAbout;
  readonly receivers: readonly Receiver[];
  /** The receivers without the reporter. */
  readonly others: readonly Receiver[];
  readonly replaced: readonly Role[];
  readonly aboveReporter: boolean;
  readonly cite?: ((clause: string) => string | undefined) | undefined;
}

/**
 * One or two sentences for the reporter: who gets it and why, with the clause as it is printed where the school names one.
 * "This goes to the Chair of Governors because it is about the headteacher (Staff Code of Conduct 49)."
 */
export function routeReason(input: ReasonInput): string {
  const { route, receivers, others, replaced, aboveReporter, cite } = input;
  const named = route.clause === undefined ? undefined : cite?.(route.clause);
  const why = `${because(input)}${named ? ` (${named})` : ''}`;
  if (others.length === 0) return `This goes outside the school because ${why}.${outsideNote(receivers, replaced)}`;
  const first = `This goes to ${listed(others.map(({ role }) => role))} because ${why}.`;
  if (aboveReporter) return `${first} You would receive it yourself, so it goes to somebody above you too.`;
  return replaced.length > 0 ? `${first} It does not go to ${listed(replaced)}.` : first;
}

function outsideNote(receivers: readonly Receiver[], replaced: readonly Role[]): string {
  if (receivers.length > 0) return ' You alone would receive it.';
  return replaced.length > 0 ? ' Nobody at school could receive it.' : '';
}

/** Groups that make a route fit, the one that stands highest first, and how they are named. */
function aboutWords({ people }: School): readonly (readonly [AboutGroup, string])[] {
  const chair: Role = people.some(({ roles }) => roles.includes('chair')) ? 'chair' : 'registeredPerson';
  return [
    ['chair', `it is about ${listed([chair])}`],
    ['head', 'it is about the headteacher'],
    ['dsl', 'it is about the Designated Safeguarding Lead or a deputy'],
    ['adult', 'it is about an adult of the school'],
  ];
}

function because({ school, route, about, kind }: ReasonInput): string {
  const group = aboutWords(school).find(([each]) => route.about?.includes(each) && about.groups.has(each))?.[1];
  if (group && !route.kinds) return group;
  const parts = [
    kind ? kindTable[kind].because : 'it may be about the safety of a child',
    ...(route.imageOn ? ['it is on equipment of the school or of an adult here'] : []),
    ...(group ? [group] : []),
  ];
  return parts.join(' and ');
}

function listed(some: readonly Role[]): string {
  const each = [...new Set(some)].map((role) => `the ${asInSentence(roleTitles[role])}`);
  return each.length < 2 ? each.join('') : `${each.slice(0, -1).join(', ')} and ${each.at(-1) ?? ''}`;
}

/** "Headteacher" is a common noun; titles with a capital further on keep theirs. */
function asInSentence(text: string): string {
  return /[A-Z]/.test(text.slice(1)) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
