import { kindTable } from '../../domain/incidents/kind-table.ts';
import { roleTitles } from '../../domain/people/role.ts';
import type { ImagePlace } from '../../domain/people/route.ts';
import type { ExplainedRoute, NamedRole } from './explain-route.ts';

const ladderWords = {
  channel: 'the safeguarding channel where one is connected',
  chat: 'each one’s own chat',
  paper: 'on paper, handed over by whoever reports',
} as const;

const imageWords: Readonly<Record<ImagePlace, string>> = {
  'pupil-device': 'on a pupil’s device',
  'school-device': 'on equipment of the school or of an adult here',
  'staff-device': 'on equipment of the school or of an adult here',
  online: 'online',
  'not-known': 'nobody knows where',
};

/** One case, a line a fact. */
export function printRoute(route: ExplainedRoute): string {
  const lines: readonly (readonly [string, string])[] = [
    ['What', whatOf(route)],
    ['To', people(route.recipients) || 'nobody at school'],
    ['Why', route.reason],
    ['How', route.ladder.map((step) => ladderWords[step]).join(', then ')],
    ['Then', route.onPaper === undefined ? later(route) : ''],
    ['Paper', route.onPaper ?? ''],
    ['Tell too', route.outside.join('; ')],
    ['Never', route.subjects.join(', ')],
    ['Rule', `${route.rule}${route.clause ? `, ${route.clause}` : ', built in'}`],
  ];
  return lines
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label.padEnd(10)}${text}\n`)
    .join('');
}

/** The whole table: a heading for whom it is about, below it the kinds that have the same way, and that way. */
export function printRoutes(
  rows: readonly { readonly title: string; readonly routes: readonly ExplainedRoute[] }[],
): string {
  return rows
    .map(({ title, routes }) => {
      const ways = new Map<string, ExplainedRoute[]>();
      for (const route of routes) ways.set(wayOf(route), [...(ways.get(wayOf(route)) ?? []), route]);
      const parts = [...ways].map(([way, same]) => `${kindsOf(same, routes.length)}${way}`);
      return `${title}\n${parts.join('\n')}`;
    })
    .join('\n');
}

/** What has one way: each by name, or the rest of the table where that is most of it. */
function kindsOf(same: readonly ExplainedRoute[], all: number): string {
  const lines = same.length > all / 2 ? ['Anything else'] : same.map(whatOf);
  return lines.map((line) => `  - ${line}\n`).join('');
}

function wayOf(route: ExplainedRoute): string {
  const lines = [
    `to ${people(route.recipients) || 'nobody at school'}`,
    ...(route.onPaper === undefined
      ? [`by ${route.ladder.map((step) => ladderWords[step]).join(', then ')}`, `unacknowledged: ${later(route)}`]
      : [`on paper: ${route.onPaper}`]),
    ...(route.outside.length > 0 ? [`to be told too: ${route.outside.join('; ')}`] : []),
    `because of ${route.cited ?? (route.clause ? `${route.clause} (not found)` : 'the built-in rule')} [${route.rule}]`,
  ];
  return lines.map((line) => `      ${line}\n`).join('');
}

function whatOf({ kind, imageOn }: ExplainedRoute): string {
  const { title } = kindTable[kind];
  return imageOn ? `${title}, ${imageWords[imageOn]}` : title;
}

function later({ escalation }: ExplainedRoute): string {
  return [people(escalation), 'the reporter'].filter((text) => text !== '').join('; then ');
}

function people(some: readonly NamedRole[]): string {
  return some.map(({ name, role }) => `${name} (${roleTitles[role]})`).join(', ');
}
