import { Command } from 'commander';

/**
 * The `staffroom` command. Each command's code is loaded only when that command is called, so that `staffroom start`
 * does not wait for what reads documents and `staffroom ask` not for what serves Teams.
 */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('staffroom').description("Quotes a school's own policies, clause by clause, in Teams.");
  const asked = argv[2] ?? '';
  const wanted = Object.hasOwn(commands, asked) ? [asked] : Object.keys(commands);
  for (const name of wanted) await commands[name]?.(program);
  await program.parseAsync(argv);
}

const commands: Record<string, (program: Command) => Promise<void>> = {
  start: async (program) => (await import('./tools/start.ts')).registerStart(program),
  import: async (program) => (await import('./tools/import.ts')).registerImport(program),
  ask: async (program) => (await import('./tools/ask.ts')).registerAsk(program),
  lint: async (program) => (await import('./tools/lint.ts')).registerLint(program),
  compare: async (program) => (await import('./tools/compare.ts')).registerCompare(program),
  versions: async (program) => (await import('./tools/versions.ts')).registerVersions(program),
  keys: async (program) => (await import('./tools/keys.ts')).registerKeys(program),
  ledger: async (program) => (await import('./tools/ledger.ts')).registerLedger(program),
  verify: async (program) => (await import('./tools/verify.ts')).registerVerify(program),
  gaps: async (program) => (await import('./tools/gaps.ts')).registerGaps(program),
  retention: async (program) => (await import('./tools/retention.ts')).registerRetention(program),
  report: async (program) => (await import('./tools/report.ts')).registerReport(program),
  reviews: async (program) => (await import('./tools/reviews.ts')).registerReviews(program),
  signoffs: async (program) => (await import('./tools/signoffs.ts')).registerSignoffs(program),
  broadcasts: async (program) => (await import('./tools/broadcasts.ts')).registerBroadcasts(program),
  'subject-access': async (program) => (await import('./tools/subject-access.ts')).registerSubjectAccess(program),
  deliveries: async (program) => (await import('./tools/deliveries.ts')).registerDeliveries(program),
  routes: async (program) => (await import('./tools/routes.ts')).registerRoutes(program),
  route: async (program) => (await import('./tools/route.ts')).registerRoute(program),
  backup: async (program) => (await import('./tools/backup.ts')).registerBackup(program),
  restore: async (program) => (await import('./tools/restore.ts')).registerRestore(program),
  package: async (program) => (await import('./tools/package.ts')).registerPackage(program),
  doctor: async (program) => (await import('./tools/doctor.ts')).registerDoctor(program),
  demo: async (program) => (await import('./tools/demo.ts')).registerDemo(program),
};
