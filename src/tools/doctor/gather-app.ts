import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod/v4';
import { readAppSettings, type AppSettings } from '../../config.ts';
import type { AppFacts, AppFit } from '../../domain/health/check-app.ts';
import { projectRoot } from '../../project-root.ts';
import { appValues } from '../package/app-values.ts';
import { makePackage, manifestName } from '../package/make-package.ts';
import { packageFile } from '../package/package-file.ts';

/**
 * Holds the manifest, filled and checked as for packaging, and the file that was packaged last in this folder against the
 * settings. Undefined where there is no app: for the demo, and where no school can be read.
 */
export async function gatherApp(
  env: Record<string, string | undefined>,
  schools: readonly string[],
  { folder, packaged }: { folder: string; packaged: string } = {
    folder: join(projectRoot, 'manifest'),
    packaged: packageFile,
  },
): Promise<AppFacts | undefined> {
  if (env['STAFFROOM_MODE']?.trim() === 'demo' || schools.length === 0) return undefined;
  const read = readAppSettings(env);
  if (read.kind === 'invalid') return { kind: 'unsettled', problem: read.problems.join(' ') };
  const values = appValues(read.settings, { schools, version: '1.0.0' });
  const made = await makePackage(folder, values).catch(() => undefined);
  if (!made) return { kind: 'faulty', problems: 1, first: `${manifestName}, which cannot be read` };
  if (made.kind === 'faulty') {
    const { problems } = made;
    const [first] = problems;
    return { kind: 'faulty', problems: problems.length, first: `${first?.file}, line ${first?.line}` };
  }
  const zip = await readFile(packaged).catch(() => undefined);
  return {
    kind: 'fits',
    manifest: fitOf(made.manifest, read.settings),
    packaged: zip && fitOf(manifestIn(zip), read.settings),
  };
}

const Identity = z.object({
  bots: z.array(z.object({ botId: z.string() })),
  validDomains: z.array(z.string()),
});

function fitOf(manifest: unknown, { botId, publicUrl }: AppSettings): AppFit {
  const read = Identity.safeParse(manifest);
  if (!read.success) return { bot: false, domain: false };
  const { bots, validDomains } = read.data;
  return {
    bot: bots.every((bot) => bot.botId.toLowerCase() === botId),
    domain: validDomains.includes(new URL(publicUrl).hostname),
  };
}

/** The manifest of a package; undefined where it is none. */
function manifestIn(zip: Uint8Array): unknown {
  try {
    const bytes = unzipSync(zip, { filter: ({ name, originalSize }) => name === manifestName && originalSize < 1e6 })[
      manifestName
    ];
    return bytes && (JSON.parse(strFromU8(bytes)) as unknown);
  } catch {
    return undefined;
  }
}
