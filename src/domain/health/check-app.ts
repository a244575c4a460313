import { amber, green, red, type HealthLine } from './health-line.ts';

/**
 * The Teams app beside the settings. `unsettled`: a setting that it needs is missing. `faulty`: its manifest has problems.
 * `fits`: what it names, and what the file that was packaged last names, against the settings; `packaged` is undefined
 * where there is no such file.
 */
export type AppFacts =
  | { readonly kind: 'unsettled'; readonly problem: string }
  | { readonly kind: 'faulty'; readonly problems: number; readonly first: string }
  | { readonly kind: 'fits'; readonly manifest: AppFit; readonly packaged?: AppFit | undefined };

/** Whether an app is of the bot and of the address that the settings name. */
export interface AppFit {
  readonly bot: boolean;
  readonly domain: boolean;
}

/** Whether the app that is put into Teams leads to this bot. */
export function checkApp(facts: AppFacts): HealthLine {
  if (facts.kind === 'unsettled')
    return amber('app', `The Teams app cannot be packaged. ${facts.problem}`, 'ICT lead: set it in .env.');
  if (facts.kind === 'faulty')
    return amber(
      'app',
      `The Teams app cannot be packaged: ${facts.problems} of its fields ${facts.problems === 1 ? 'has' : 'have'} to be mended, the first at ${facts.first}.`,
      'ICT lead: mend what “staffroom package” names.',
    );
  const { manifest, packaged } = facts;
  if (!manifest.bot)
    return red('app', 'The manifest names another bot than BOT_ID.', 'ICT lead: write ${{BOT_ID}} in manifest.json.');
  if (!manifest.domain)
    return amber(
      'app',
      'The manifest does not name the host of PUBLIC_URL.',
      'ICT lead: write ${{DOMAIN}} into validDomains.',
    );
  if (packaged && !(packaged.bot && packaged.domain))
    return amber(
      'app',
      `The app that was packaged last is of another ${packaged.bot ? 'PUBLIC_URL' : 'BOT_ID'} than the settings.`,
      'ICT lead: run “staffroom package” again and upload what it writes.',
    );
  return green('app', 'The Teams app fits the settings: its bot and its address.');
}
