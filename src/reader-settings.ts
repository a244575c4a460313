import type { SchoolLibrary } from './domain/policies/library.ts';
import type { ReaderNotice } from './http/privacy-page.ts';
import { isLoopback } from './loopback.ts';
import type { ReaderSettings } from './teams/reader/reader-settings.ts';

/** The settings of the optional reader, as the environment gives them. */
interface Given {
  readonly READER?: string | undefined;
  readonly READER_URL?: string | undefined;
  readonly READER_MODEL?: string | undefined;
  readonly READER_KEY?: string | undefined;
}

const parts = ['READER_URL', 'READER_MODEL', 'READER_KEY'] as const;
const needed: Record<(typeof parts)[number], string> = {
  READER_URL: 'it is missing, and the bot would not know whom to ask.',
  READER_MODEL: 'it is missing. Name the model, or in Azure the deployment.',
  READER_KEY: 'it is missing. Only a model on this computer may be asked without a key.',
};

/** What is wrong with the reader's settings: each problem a sentence. None of it is needed where READER is off. */
export function readerProblems(given: Given): string[] {
  const kind = given.READER;
  if (kind === undefined) {
    return parts
      .filter((name) => given[name])
      .map((name) => `${name}: READER is not set, so nobody would be asked. Write READER=openai or READER=azure too.`);
  }
  if (kind !== 'openai' && kind !== 'azure') return [];
  const url = given.READER_URL && URL.canParse(given.READER_URL) ? new URL(given.READER_URL) : undefined;
  const isHere = url !== undefined && isLoopback(url);
  const missing = parts.filter((name) => !given[name] && !(name === 'READER_KEY' && isHere && kind === 'openai'));
  return [
    ...missing.map((name) => `${name}: ${needed[name]} Or write READER=off.`),
    ...(url?.protocol === 'http:' && (kind === 'azure' || !isHere)
      ? ['READER_URL: it has to begin with https://, because questions of staff go there.']
      : []),
  ];
}

/** The reader that whole settings describe; undefined where there is none. */
export function toReader({ READER, READER_URL, READER_MODEL, READER_KEY = '' }: Given): ReaderSettings | undefined {
  if (READER !== 'openai' && READER !== 'azure') return undefined;
  return { kind: READER, url: READER_URL ?? '', model: READER_MODEL ?? '', key: READER_KEY };
}

/** The names of the schools that have turned a reader on. */
export function schoolsWithReader(libraries: readonly SchoolLibrary[]): string[] {
  return libraries.flatMap(({ school }) => (school.reader ? [school.name] : []));
}

/** Whose questions the reader may see, by the schools' own files; undefined where it may see nobody's. */
export function toReaderNotice(
  reader: ReaderSettings | undefined,
  libraries: readonly SchoolLibrary[],
): ReaderNotice | undefined {
  const schools = schoolsWithReader(libraries);
  return reader && schools.length > 0 ? { host: new URL(reader.url).host, schools } : undefined;
}
