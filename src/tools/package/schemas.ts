import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Microsoft's schemas lie in @microsoft/app-manifest. Its own code is not used: it needs a package that it does not name,
 * and reads the schema from the network.
 */
const folder = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json')),
  'build/json-schemas/teams',
);
/** The first in which an app can say that it works in private channels. */
const oldest = 25;

/** The manifest versions that can be checked, the oldest first. */
export function knownVersions(): string[] {
  return readdirSync(folder)
    .flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number)
    .filter((minor) => minor >= oldest)
    .sort((a, b) => a - b)
    .map((minor) => `1.${minor}`);
}

/** The schema of a version that is known, of the manifest or of a file of translations. */
export function readSchema(version: string, of: 'manifest' | 'language'): Record<string, unknown> {
  const name = of === 'manifest' ? 'MicrosoftTeams.schema.json' : 'MicrosoftTeams.Localization.schema.json';
  return JSON.parse(readFileSync(join(folder, `v${version}`, name), 'utf8')) as Record<string, unknown>;
}
