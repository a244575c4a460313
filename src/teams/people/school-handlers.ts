import { readSchool, type SchoolSaid } from '../../domain/people/read-school.ts';
import type { BotApp, BotDeps } from '../bot-deps.ts';
import { onTyped } from '../on-typed.ts';
import type { OnVerb } from '../on-verb.ts';
import { nowAtSchool, schoolSummary, whichSchool } from './school-cards.ts';

/**
 * "school" and "school Otter Lane", by somebody who works in several: which one is meant was read, and kept, when they were
 * admitted, so here they are only told. Of anybody else it is a question like any other.
 */
export function registerSchoolHandlers(app: BotApp, onVerb: OnVerb, deps: Pick<BotDeps, 'log' | 'ownAppId'>): void {
  onTyped<SchoolSaid>(app, deps, {
    read: (words, { library, others, place }) =>
      others && place.kind === 'personal' ? readSchool(words, [library.school, ...others]) : undefined,
    reply: ({ schoolId }, caller) =>
      Promise.resolve({
        card: schoolId === undefined ? whichSchool(caller, { wrote: false }) : nowAtSchool(caller),
        replaces: false,
      }),
    summary: schoolSummary,
  });
  onVerb('people.school', (_, caller) => ({ card: nowAtSchool(caller), replaces: true, summary: schoolSummary }));
}
