import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { checkIcon } from './check-icons.ts';
import { checkLanguages } from './check-languages.ts';
import { checkRules } from './check-rules.ts';
import { checkSchema } from './check-schema.ts';
import { fillTemplate, namesIn, type AppValues } from './fill-template.ts';
import { fieldName, type FieldPath, type FieldProblem, type PackageProblem } from './problem.ts';
import { readTemplate } from './read-template.ts';
import { knownVersions, readSchema } from './schemas.ts';

export const manifestName = 'manifest.json';

/** Everything that goes into the package, by its name there. */
export type PackageFiles = Readonly<Record<string, Uint8Array>>;

export type MadePackage =
  | { readonly kind: 'made'; readonly manifest: unknown; readonly files: PackageFiles }
  | { readonly kind: 'faulty'; readonly problems: readonly PackageProblem[] };

const Named = z.object({
  manifestVersion: z.string().catch(''),
  icons: z.record(z.string(), z.string().catch('')).catch({}),
});

/**
 * Fills the template in `folder` and checks it with all that it names, offline. All problems are told at once, each with
 * its line in the template. Rejects when there is no manifest.json that can be read.
 */
export async function makePackage(folder: string, values: AppValues): Promise<MadePackage> {
  const template = readTemplate(await readFile(join(folder, manifestName), 'utf8'));
  if (template.kind === 'malformed')
    return {
      kind: 'faulty',
      problems: [{ file: manifestName, line: template.line, field: '', message: template.message }],
    };
  const { value: manifest, problems: unfilled } = fillTemplate(template.value, values);
  const { manifestVersion, icons } = Named.catch({ manifestVersion: '', icons: {} }).parse(manifest);
  const files: Record<string, Uint8Array> = {};
  const take = async (name: string, path: FieldPath): Promise<FieldProblem[]> => {
    if (/[\\/]|^\.|^$/.test(name)) return [{ path, message: 'Name a file that lies beside manifest.json.' }];
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    if (!bytes)
      return [{ path, message: `There is no file “${name}” beside manifest.json. Add it or correct the name.` }];
    files[name] = bytes;
    return [];
  };
  const known = knownVersions().includes(manifestVersion);
  const problems: FieldProblem[] = known
    ? [...unfilled, ...checkSchema(manifest, readSchema(manifestVersion, 'manifest')), ...checkRules(manifest)]
    : [
        ...unfilled,
        { path: ['manifestVersion'], message: `Write one of ${knownVersions().join(', ')}.` },
        ...checkRules(manifest),
      ];
  for (const [kind, name] of Object.entries(icons)) {
    problems.push(...(await take(name, ['icons', kind])));
    const bytes = files[name];
    if (bytes && (kind === 'color' || kind === 'outline')) problems.push(...checkIcon(kind, bytes));
  }
  const translated = await checkLanguages(manifest, { take, files, values, ...(known && { manifestVersion }) });
  problems.push(...translated.problems);
  const told = problems
    .filter((one) => unfilled.includes(one) || !unfilled.some(({ path }) => fieldName(path) === fieldName(one.path)))
    .map(({ path, message }) => ({
      file: manifestName,
      line: template.lineOf(path),
      field: fieldName(path),
      message: [message, ...namesIn(template.value, path).map((name) => `Its value comes from ${name}.`)].join(' '),
    }));
  const all = [...told, ...translated.inFiles];
  if (all.length > 0) return { kind: 'faulty', problems: all };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  return { kind: 'made', manifest, files: { ...files, [manifestName]: Buffer.from(text) } };
}
