import type { Command } from 'commander';
import type { EvidenceAbout } from '../domain/signoffs/evidence.ts';
import { openCampaigns } from '../domain/files/file-offer.ts';
import { tellErrors } from './keys/tell-errors.ts';
import { readSettings } from './read-settings.ts';
import { exportBundle, exportCsv, exportPdf } from './signoffs/export-signoffs.ts';
import { findPerson } from './signoffs/find-person.ts';
import { withSignoffs, type OpenedSignoffs } from './signoffs/open-signoffs.ts';
import {
  campaignAsJson,
  printCampaign,
  printCampaigns,
  printPerson,
  type ListedCampaign,
} from './signoffs/print-campaigns.ts';

interface SchoolOption {
  readonly school?: string;
  readonly json?: boolean;
}

interface ExportOptions extends SchoolOption {
  readonly csv?: string;
  readonly pdf?: string;
  readonly names?: boolean;
  readonly bundle?: string;
  readonly person?: string;
}

const aboutExport = `
--csv: everybody in the campaign and who was never asked, for Excel. --pdf: numbers and a chart for governors; --names adds who
is outstanding; CAMPAIGN may be "open" for all that are. --bundle: receipts, words and ledger, for anybody to check with
"staffroom verify", without a key and without this server; CAMPAIGN may be "all", with --person for one person's. Files are
new ones that only you can read: they hold names. The bot may be serving.`;

/**
 * `staffroom signoffs`: who signed and who has not, and the exports. stdout holds lists, or the verdict on a bundle. Exit 0
 * when done, 1 when there is no such campaign or person or nothing was written, 2 when the stores could not be read.
 */
export function registerSignoffs(program: Command): void {
  const signoffs = program
    .command('signoffs')
    .description('list who was asked to sign what, with numbers that add up; show, export, person')
    .option('--school <id>', 'only this school')
    .option('--json', 'print the list as JSON')
    .action((options: SchoolOption) => tellErrors(2, () => list(options)));
  signoffs
    .command('show')
    .description('one campaign, and the names of those who are outstanding')
    .argument('<campaign>', 'such as CA-7KQ2-M')
    .action((campaign: string, _own: object, command: Command) =>
      tellErrors(2, () => show(campaign, command.optsWithGlobals<SchoolOption>())),
    );
  signoffs
    .command('export')
    .description('write a campaign as a table, as a report for governors, or as evidence')
    .argument('<campaign>', 'such as CA-7KQ2-M; or "open" with --pdf, "all" with --bundle')
    .option('--csv <file>', 'a table for Excel')
    .option('--pdf <file>', 'a report for governors')
    .option('--names', 'with --pdf: name who is outstanding')
    .option('--bundle <file>', 'evidence that "staffroom verify" checks')
    .option('--person <who>', 'with "all --bundle": one person, by name or sign-in name')
    .addHelpText('after', aboutExport)
    .action((campaign: string, _own: object, command: Command) =>
      tellErrors(1, () => exportAll(campaign, command.optsWithGlobals<ExportOptions>())),
    );
  signoffs
    .command('person')
    .description('what one person was asked to sign, and signed')
    .argument('<who>', 'their name, sign-in name or Entra object id')
    .action((who: string, _own: object, command: Command) =>
      tellErrors(2, () => person(who, command.optsWithGlobals<SchoolOption>())),
    );
}

async function campaignsOf({ ports, library }: OpenedSignoffs): Promise<ListedCampaign[]> {
  const campaigns = await ports.signoffs.campaigns(library.school.id);
  return Promise.all(
    campaigns.map(async (campaign) => ({
      campaign,
      signatories: await ports.signoffs.signatories(library.school.id, campaign.id),
    })),
  );
}

async function list({ school, json = false }: SchoolOption): Promise<number> {
  const all = await withSignoffs(readSettings(), school, async (opened) =>
    (await Promise.all(opened.map(campaignsOf))).flat(),
  );
  write(json, { campaigns: all.map(campaignAsJson) }, () => printCampaigns(all));
  return 0;
}

async function show(id: string, { school, json = false }: SchoolOption): Promise<number> {
  const all = await withSignoffs(readSettings(), school, async (opened) =>
    (await Promise.all(opened.map(campaignsOf))).flat(),
  );
  const found = all.find(({ campaign }) => campaign.id === id.toUpperCase());
  if (!found) return refuse(`There is no campaign “${id}”. npx staffroom signoffs lists them.`);
  const { signatories } = found;
  write(
    json,
    {
      ...campaignAsJson(found),
      people: signatories.map(({ name, state, dueOn, groups }) => ({ name, state, dueOn, groups })),
    },
    () => printCampaign(found),
  );
  return 0;
}

async function person(who: string, { school, json = false }: SchoolOption): Promise<number> {
  const found = await withSignoffs(readSettings(), school, async (opened) =>
    (await Promise.all(opened.map((one) => findPerson(one, who)))).flat(),
  );
  const rows = found.flatMap(({ rows: own }) => own);
  if (found.length > 1) return refuse(`${found.length} people are called so. Name one by sign-in name or object id.`);
  write(json, { signoffs: rows }, () => printPerson(rows));
  return rows.length > 0 ? 0 : 1;
}

async function exportAll(campaign: string, options: ExportOptions): Promise<number> {
  const { csv, pdf, names = false, bundle, person: who, school } = options;
  if ([csv, pdf, bundle].filter((one) => one !== undefined).length !== 1)
    return refuse('Write one of --csv FILE, --pdf FILE and --bundle FILE.');
  const config = readSettings();
  return withSignoffs(config, school, async (schools) => {
    const opened = await schoolOf(schools, campaign);
    if (!opened)
      return refuse(`Name the school with --school, and a campaign of it. npx staffroom signoffs lists them.`);
    if (csv !== undefined) await exportCsv(opened, campaign, csv);
    if (pdf !== undefined) await exportPdf(opened, campaign, { file: pdf, withNames: names });
    if (bundle !== undefined) {
      const found = who === undefined ? undefined : await findPerson(opened, who);
      if (found && found.length !== 1)
        return refuse(
          found.length === 0
            ? 'Nothing was written: nobody of that name was ever asked.'
            : `${found.length} people are called so. Name one by sign-in name or object id.`,
        );
      const one = found?.[0];
      const about: EvidenceAbout = one
        ? { kind: 'person', name: one.name }
        : campaign === 'all'
          ? { kind: 'school' }
          : { kind: 'campaign', campaign: campaign.toUpperCase() };
      return exportBundle(opened, config.reportKeyFile, { file: bundle, about, isTheirs: one?.isTheirs });
    }
    process.stdout.write(`Written: ${csv ?? pdf ?? ''}\n`);
    return 0;
  });
}

/** The school that has the campaign; where one school is asked for, or there is only one, that. */
async function schoolOf(schools: readonly OpenedSignoffs[], campaign: string): Promise<OpenedSignoffs | undefined> {
  if (schools.length === 1) return schools[0];
  if (campaign === openCampaigns || campaign === 'all') return undefined;
  for (const one of schools) {
    const own = await one.ports.signoffs.campaigns(one.library.school.id);
    if (own.some(({ id }) => id === campaign.toUpperCase())) return one;
  }
  return undefined;
}

function write(json: boolean, data: object, print: () => string): void {
  process.stdout.write(json ? `${JSON.stringify(data, null, 2)}\n` : print());
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
