import type { Command } from 'commander';
import { chainClasses, type ChainName } from '../domain/ledger/entry.ts';
import { exportChain } from '../domain/ledger/export-ledger.ts';
import { openKeys } from '../keys/open-keys.ts';
import { openSnapshot } from '../storage/open-snapshot.ts';
import { tellErrors } from './keys/tell-errors.ts';
import { readSettings } from './read-settings.ts';
import { checkFile } from './verify.ts';
import { writeLines } from './ledger/write-lines.ts';

interface ExportOptions {
  readonly school: string;
  readonly chain: string;
}

/** `staffroom ledger`: takes a ledger out, so that others can verify it. Exit 0 when done and whole, 1 when broken, 2 when not done. */
export function registerLedger(program: Command): void {
  const ledger = program.command('ledger').description('the records that nobody can change unseen');
  ledger
    .command('export')
    .description('write one ledger of a school to a file that "staffroom verify" checks; the bot may be serving')
    .argument('<file>', 'the file to write (JSON Lines); it holds no names and no words, only hashes of them')
    .requiredOption('--school <id>', 'the school')
    .requiredOption('--chain <chain>', `which ledger: ${chainClasses.join(', ')}`)
    .action((file: string, options: ExportOptions) => tellErrors(2, () => exportLedger(file, options)));
}

async function exportLedger(file: string, { school, chain: asked }: ExportOptions): Promise<number> {
  const chain = chainClasses.find((one) => one === asked);
  if (!chain) return refuse(`There is no ledger “${asked}”. Write ${chainClasses.join(', ')}.`);
  const config = readSettings();
  const { signer } = await openKeys(config.reportKeyFile);
  const stores = await openSnapshot({ dataDir: config.dataDir, databaseUrl: config.database?.url });
  if (!stores) return refuse(`There is no store in ${config.dataDir} yet. Check DATA_DIR.`);
  try {
    const name: ChainName = { schoolId: school, chain };
    const { ledger } = stores.ports;
    const head = await ledger.head(name);
    if (!head) return refuse(`The ledger of ${chain} of the school “${school}” has no entries yet.`);
    await writeLines(file, exportChain({ ledger, name, head, now: new Date(), signer: await signer() }), head.seq);
  } finally {
    await stores.close();
  }
  return checkFile(file, { witness: [] });
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}
