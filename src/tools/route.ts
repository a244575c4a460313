import { Option, type Command } from 'commander';
import type { Subject } from '../domain/incidents/answers.ts';
import { incidentKinds, type IncidentKind } from '../domain/incidents/incident-kind.ts';
import { holdersOf } from '../domain/people/holders-of.ts';
import { roles } from '../domain/people/role.ts';
import { imagePlaces, type ImagePlace } from '../domain/people/route.ts';
import { schoolDay } from '../domain/people/school-day.ts';
import type { Person, School } from '../domain/people/school.ts';
import { policiesToAsk } from './ask/policies-to-ask.ts';
import { policiesFolder } from './policies-folder.ts';
import { explainRoute } from './routes/explain-route.ts';
import { printRoute } from './routes/print-route.ts';

interface RouteOptions {
  readonly kind: IncidentKind;
  readonly subject: string;
  readonly reporter?: string;
  readonly imageOn?: ImagePlace;
  readonly policies: string;
  readonly school?: string;
  readonly json?: boolean;
}

const subjectWords = ['pupil', 'staff', 'outsider', 'not-known'] as const;
const subjectRoles = ['head', 'dsl', 'deputyDsl', 'chair'] as const;

/**
 * `staffroom route`: where one report would go, and why. stdout holds the case. Exit 0 when it was explained, 1 when files
 * of the school had problems, 2 when there is no such school, person or role.
 */
export function registerRoute(program: Command): void {
  program
    .command('route')
    .description('explain where one report would go')
    .addOption(new Option('--kind <kind>', 'what it is').choices(incidentKinds).makeOptionMandatory())
    .option(
      '--subject <list>',
      `whom it is about, with commas: ids of people, ${[...subjectRoles, ...subjectWords].join(', ')}`,
      'pupil',
    )
    .option('--reporter <who>', 'who reports: the id of a person, or a role; else a teacher with no role')
    .addOption(new Option('--image-on <place>', 'where an image is').choices(imagePlaces))
    .option('--policies <dir>', 'a folder of schools, or one school', policiesFolder())
    .option('--school <id>', 'the school, where the folder holds several')
    .option('--json', 'print the case as JSON')
    .action(async (options: RouteOptions) => {
      process.exitCode = await explain(options);
    });
}

async function explain({ kind, subject, reporter, imageOn, policies, school, json }: RouteOptions): Promise<number> {
  const now = new Date();
  const found = await policiesToAsk(policies, school, now);
  if (found.kind === 'not-found') return fail(found.reason);
  const { library, problems } = found;
  if (!library) return fail(`${policies} holds no school.yaml.`);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  const today = schoolDay(now, library.school);
  const about: Subject[] = [];
  for (const word of subject.split(',').map((each) => each.trim())) {
    const one = subjectOf(word, library.school);
    if (!one)
      return fail(
        `“${word}” is no person of ${library.school.id}, and none of ${[...subjectRoles, ...subjectWords].join(', ')}.`,
      );
    about.push(one);
  }
  const who = reporter === undefined ? undefined : personOf(reporter, library.school, today);
  if (reporter !== undefined && !who)
    return fail(`“${reporter}” is no person of ${library.school.id}, and no role that somebody holds.`);
  const route = explainRoute(library, { kind, imageOn, about, reporter: who }, today);
  process.stdout.write(json ? `${JSON.stringify(route, null, 2)}\n` : printRoute(route));
  return problems.length === 0 ? 0 : 1;
}

function subjectOf(word: string, { people }: School): Subject | undefined {
  const role = subjectRoles.find((each) => each === word);
  if (role) return `role:${role}`;
  const plain = subjectWords.find((each) => each === word);
  if (plain) return plain;
  return people.some(({ id }) => id === word) ? `person:${word}` : undefined;
}

/** The person, or the first who holds the role. */
function personOf(word: string, school: School, today: string): Person | undefined {
  const role = roles.find((each) => each === word);
  return school.people.find(({ id }) => id === word) ?? (role && holdersOf(school, role, today)[0]?.person);
}

function fail(reason: string): number {
  process.stderr.write(`${reason}\n`);
  return 2;
}
