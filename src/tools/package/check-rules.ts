import { z } from 'zod/v4';
import type { FieldPath, FieldProblem } from './problem.ts';

const text = z.string().catch('');
const texts = z.array(text).catch([]);

/** What the rules look at. What is missing or of another kind is the schema's to tell. */
const Manifest = z.object({
  $schema: text,
  manifestVersion: text,
  version: text,
  id: text,
  developer: z.record(z.string(), text).catch({}),
  supportsChannelFeatures: text,
  supportedChannelTypes: z.unknown().optional(),
  bots: z
    .array(
      z.object({
        botId: text,
        scopes: texts,
        commandLists: z
          .array(z.object({ scopes: texts, commands: z.array(z.object({ title: text })).catch([]) }))
          .catch([]),
      }),
    )
    .catch([]),
  composeExtensions: z.array(z.object({ botId: text })).catch([]),
  authorization: z.unknown().optional(),
  webApplicationInfo: z.object({ id: text }).optional().catch(undefined),
  validDomains: texts,
});
type Manifest = z.infer<typeof Manifest>;

/** Teams' pages say ten, the schema since 1.24 twelve: ten are shown everywhere. */
const mostCommands = 10;

/** What Teams asks for and its schema does not know. */
export function checkRules(value: unknown): FieldProblem[] {
  const read = Manifest.safeParse(value);
  if (!read.success) return [{ path: [], message: 'This is no manifest. Begin it with { and its fields.' }];
  const problems: FieldProblem[] = [];
  const tell: Tell = (path, message) => problems.push({ path, message });
  checkIdentity(read.data, tell);
  checkCommands(read.data, tell);
  checkAddresses(read.data, tell);
  return problems;
}

type Tell = (path: FieldPath, message: string) => void;

function checkIdentity(manifest: Manifest, tell: Tell): void {
  const { bots, composeExtensions, webApplicationInfo, manifestVersion } = manifest;
  if (!/^\d+\.\d+\.\d+$/.test(manifest.version)) tell(['version'], 'Write three numbers with dots, such as 1.0.0.');
  if (!manifest.$schema.includes(`/v${manifestVersion}/`))
    tell(['$schema'], `It is of another version than manifestVersion. Write …/v${manifestVersion}/… in it.`);
  const botId = bots[0]?.botId ?? '';
  if (/^[0-]+$/.test(manifest.id)) tell(['id'], 'It is all zeros. Write the app’s own GUID, such as the bot’s.');
  if (/^[0-]+$/.test(botId)) tell(['bots', 0, 'botId'], 'It is all zeros. Write the bot’s application (client) id.');
  const extensionBot = composeExtensions[0]?.botId;
  if (extensionBot !== undefined && extensionBot !== botId)
    tell(['composeExtensions', 0, 'botId'], 'It is another bot than bots[0].botId. Write the same id in both.');
  if (webApplicationInfo && webApplicationInfo.id !== botId)
    tell(['webApplicationInfo', 'id'], 'It is another app than bots[0].botId. Write the same id in both.');
  if (manifest.authorization && !webApplicationInfo)
    tell(['authorization'], 'Teams grants these only to an app with webApplicationInfo. Add it with the bot’s id.');
  if (!bots[0]?.scopes.includes('team')) return;
  if (manifest.supportsChannelFeatures !== 'tier1')
    tell(['supportsChannelFeatures'], 'Teams refuses an app for teams without it. Write "tier1".');
  if (manifest.supportedChannelTypes !== undefined)
    tell(['supportedChannelTypes'], 'It was replaced by supportsChannelFeatures. Remove it.');
}

function checkCommands({ bots }: Manifest, tell: Tell): void {
  const scopes = bots[0]?.scopes ?? [];
  const listed = new Set<string>();
  bots[0]?.commandLists.forEach(({ scopes: own, commands }, at) => {
    const path = ['bots', 0, 'commandLists', at];
    if (commands.length > mostCommands)
      tell(
        [...path, 'commands'],
        `There are ${commands.length} commands, and Teams shows ${mostCommands}. Remove some.`,
      );
    own.forEach((scope, i) => {
      if (!scopes.includes(scope))
        tell([...path, 'scopes', i], `The bot has no scope “${scope}”. Add it there or remove it.`);
      if (listed.has(scope))
        tell([...path, 'scopes', i], `“${scope}” has a list already. Put its commands into that one.`);
      listed.add(scope);
    });
    const titles = commands.map(({ title }) => title.trim().toLowerCase());
    titles.forEach((title, i) => {
      const name = [...path, 'commands', i, 'title'];
      if (title === '') tell(name, 'It is empty. Write what is to be sent to the bot.');
      else if (titles.indexOf(title) < i) tell(name, 'This command stands in the list already. Remove one of the two.');
    });
  });
}

function checkAddresses({ developer, validDomains }: Manifest, tell: Tell): void {
  for (const [name, address] of Object.entries(developer))
    if (/^http:/i.test(address)) tell(['developer', name], 'Teams refuses http://. Write https://.');
  validDomains.forEach((domain, at) => {
    const wrong = domainFault(domain);
    if (wrong) tell(['validDomains', at], `${wrong} Write the host name alone, such as staffroom.school.example.`);
  });
}

function domainFault(domain: string): string | undefined {
  if (/^[a-z]+:\/\//i.test(domain)) return 'It has a scheme.';
  if (/:\d+$/.test(domain)) return 'It has a port.';
  if (domain.includes('/')) return 'It has a path.';
  return /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/i.test(domain) ? undefined : 'It is no host name.';
}
