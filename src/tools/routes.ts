import type { Command } from 'commander';
import { schoolDay } from '../domain/people/school-day.ts';
import { policiesToAsk } from './ask/policies-to-ask.ts';
import { policiesFolder } from './policies-folder.ts';
import { casesOf, subjectRows } from './routes/cases-of.ts';
import { explainRoute } from './routes/explain-route.ts';
import { printRoutes } from './routes/print-route.ts';

interface RoutesOptions {
  readonly policies: string;
  readonly school?: string;
  readonly json?: boolean;
}

/**
 * `staffroom routes`: who gets which report, for governors to check against the policies. stdout holds the table. Exit 0
 * when it was printed, 1 when files of the school had problems, 2 when there is no such school.
 */
export function registerRoutes(program: Command): void {
  program
    .command('routes')
    .description('print who gets which report, and by which clause')
    .option('--policies <dir>', 'a folder of schools, or one school', policiesFolder())
    .option('--school <id>', 'the school, where the folder holds several')
    .option('--json', 'print the table as JSON')
    .action(async (options: RoutesOptions) => {
      process.exitCode = await printTable(options);
    });
}

async function printTable({ policies, school, json = false }: RoutesOptions): Promise<number> {
  const now = new Date();
  const found = await policiesToAsk(policies, school, now);
  if (found.kind === 'not-found' || !found.library) {
    process.stderr.write(`${found.kind === 'not-found' ? found.reason : `${policies} holds no school.yaml.`}\n`);
    return 2;
  }
  const { library, problems } = found;
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  const today = schoolDay(now, library.school);
  const rows = subjectRows.map(({ title, about }) => ({
    title,
    routes: casesOf(about).map((each) => explainRoute(library, each, today)),
  }));
  process.stdout.write(
    json
      ? `${JSON.stringify({ school: library.school.id, day: today, routes: rows.flatMap(({ routes }) => routes) }, null, 2)}\n`
      : `${library.school.name}: who gets a report, by school.yaml on ${today}\n\n${printRoutes(rows)}`,
  );
  return problems.length === 0 ? 0 : 1;
}
