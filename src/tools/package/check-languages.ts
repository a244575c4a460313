import { z } from 'zod/v4';
import { checkSchema } from './check-schema.ts';
import { fillTemplate, type AppValues } from './fill-template.ts';
import type { FieldPath, FieldProblem, PackageProblem } from './problem.ts';
import { readTemplate } from './read-template.ts';
import { readSchema } from './schemas.ts';

const Localised = z.object({
  localizationInfo: z.object({
    defaultLanguageTag: z.string(),
    defaultLanguageFile: z.string().optional(),
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })).default([]),
  }),
});

/**
 * Checks the languages that a manifest names: each once, its file there, the file's fields known to Teams and none of a
 * text that the manifest has not. `take` puts a file among `files`, where its places are filled too. Without a known version
 * the files are not looked into.
 */
export async function checkLanguages(
  manifest: unknown,
  {
    take,
    files,
    values,
    manifestVersion,
  }: {
    readonly take: (name: string, path: FieldPath) => Promise<FieldProblem[]>;
    readonly files: Record<string, Uint8Array>;
    readonly values: AppValues;
    readonly manifestVersion?: string;
  },
): Promise<{ problems: FieldProblem[]; inFiles: PackageProblem[] }> {
  const read = Localised.safeParse(manifest);
  if (!read.success) return { problems: [], inFiles: [] }; // the schema tells
  const { defaultLanguageTag, defaultLanguageFile, additionalLanguages } = read.data.localizationInfo;
  const problems: FieldProblem[] = [];
  const inFiles: PackageProblem[] = [];
  const at = ['localizationInfo', 'additionalLanguages'];
  const named = additionalLanguages.map(({ languageTag, file }, i) => ({ tag: languageTag, file, path: [...at, i] }));
  const tags = new Set([defaultLanguageTag.toLowerCase()]);
  for (const { tag, path } of named) {
    if (tags.has(tag.toLowerCase()))
      problems.push({
        path: [...path, 'languageTag'],
        message: `“${tag}” stands here already. Remove one of the two.`,
      });
    tags.add(tag.toLowerCase());
  }
  const all = [
    ...(defaultLanguageFile === undefined
      ? []
      : [{ file: defaultLanguageFile, path: ['localizationInfo', 'defaultLanguageFile'] }]),
    ...named.map(({ file, path }) => ({ file, path: [...path, 'file'] })),
  ];
  for (const { file, path } of all) {
    problems.push(...(await take(file, path)));
    const bytes = files[file];
    if (!bytes || manifestVersion === undefined) continue;
    const language = readLanguage(file, Buffer.from(bytes).toString('utf8'), { manifest, values, manifestVersion });
    inFiles.push(...language.problems);
    files[file] = Buffer.from(`${JSON.stringify(language.value, null, 2)}\n`);
  }
  return { problems, inFiles };
}

function readLanguage(
  file: string,
  text: string,
  { manifest, values, manifestVersion }: { manifest: unknown; values: AppValues; manifestVersion: string },
): { value?: unknown; problems: PackageProblem[] } {
  const read = readTemplate(text);
  if (read.kind === 'malformed') return { problems: [{ file, line: read.line, field: '', message: read.message }] };
  const { value, problems: unfilled } = fillTemplate(read.value, values);
  const unknown = Object.keys(value ?? {})
    .filter((name) => !['$schema', 'localizationKeys'].includes(name) && valueAt(manifest, name) === undefined)
    .map((name) => ({ path: [name], message: 'The manifest has no such text. Correct the name or remove the line.' }));
  const problems = [...unfilled, ...checkSchema(value, readSchema(manifestVersion, 'language')), ...unknown];
  return {
    value,
    problems: problems.map(({ path, message }) => ({
      file,
      line: read.lineOf(path),
      field: path.join('.'),
      message,
    })),
  };
}

/** The manifest's text of a name such as `bots[0].commandLists[1].commands[0].title`. */
function valueAt(manifest: unknown, name: string): unknown {
  const steps = name.split(/[.[\]]+/).filter((step) => step !== '');
  return steps.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    manifest,
  );
}
