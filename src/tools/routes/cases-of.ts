import type { Subject } from '../../domain/incidents/answers.ts';
import { incidentKinds } from '../../domain/incidents/incident-kind.ts';
import type { RouteCase } from './explain-route.ts';

/** Whom a report can be about, as the table lists them. */
export const subjectRows: readonly { readonly title: string; readonly about: readonly Subject[] }[] = [
  { title: 'About a pupil, somebody outside the school, or not known', about: ['pupil'] },
  { title: 'About an adult of the school', about: ['staff'] },
  { title: 'About the headteacher', about: ['role:head'] },
  { title: 'About the Designated Safeguarding Lead', about: ['role:dsl'] },
  { title: 'About a deputy DSL', about: ['role:deputyDsl'] },
  { title: 'About the chair', about: ['role:chair'] },
  { title: 'About the headteacher and the chair', about: ['role:head', 'role:chair'] },
];

/** Every kind for one of the rows; an image also by where it is, where that makes another way. */
export function casesOf(about: readonly Subject[]): RouteCase[] {
  return incidentKinds.flatMap((kind): RouteCase[] =>
    kind === 'image'
      ? [
          { kind, about },
          { kind, imageOn: 'school-device', about },
        ]
      : [{ kind, about }],
  );
}
