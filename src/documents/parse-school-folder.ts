import { createHash } from 'node:crypto';
import type { Phrasing } from '../domain/answering/phrasings/phrasing.ts';
import type { ListedPerson } from '../domain/people/listed-person.ts';
import { parseSchool } from '../domain/people/parse-school.ts';
import type { School } from '../domain/people/school.ts';
import { checkLibrary } from '../domain/policies/check-library.ts';
import { parsePolicy } from '../domain/policies/parse-policy.ts';
import type { Policy } from '../domain/policies/policy.ts';
import type { Problem } from '../domain/policies/problem.ts';
import { lineOfKey } from '../domain/policies/split-file.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { readPeopleList } from './read-people-list.ts';
import { readPhrasings } from './read-phrasings.ts';
import { isBesidePolicies, phrasingsFile } from './read-school-folder.ts';

/** What a school's files say: as much of it as could be read, and everything that is wrong. */
export interface ParsedSchoolFolder {
  readonly school?: School;
  /** The text of school.yaml. */
  readonly yaml?: string;
  readonly policies: readonly { readonly policy: Policy; readonly markdown: string }[];
  /** Those of the list that school.yaml names, where it names one. */
  readonly listed?: readonly ListedPerson[];
  /** Those of phrasings.yaml that can be read, where there is such a file. */
  readonly phrasings?: readonly Phrasing[];
  /** Files are named as within the folder. */
  readonly problems: readonly Problem[];
}

/** Parses the files of one school's folder. `folder` is its name. */
export function parseSchoolFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): ParsedSchoolFolder {
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  for (const [file, bytes] of files) {
    if (isBesidePolicies(file)) continue;
    const text = decodeUtf8(bytes);
    if (text !== undefined) texts.set(file, text);
    else problems.push(notText(file));
  }
  const yaml = texts.get('school.yaml');
  const parsedSchool = yaml === undefined ? undefined : parseSchool(yaml, 'school.yaml');
  if (parsedSchool?.kind === 'invalid') problems.push(...parsedSchool.problems);
  const school = parsedSchool?.kind === 'parsed' ? parsedSchool.school : undefined;
  if (!files.has('school.yaml'))
    problems.push(...[...files.keys()].filter((file) => !isBesidePolicies(file)).map((file) => noSchool(folder, file)));
  const policies = [...texts].flatMap(([file, markdown]) => {
    if (file === 'school.yaml') return [];
    const contentHash = createHash('sha256')
      .update(files.get(file) ?? markdown)
      .digest('hex');
    const parsed = parsePolicy(markdown, { schoolId: school?.id ?? folder, file, contentHash });
    if (parsed.kind === 'parsed') return [{ policy: parsed.policy, markdown }];
    problems.push(...parsed.problems);
    return [];
  });
  const list = school?.signoffs.list;
  const listed = school && list !== undefined ? listOf(list, files.get(list), { school, yaml, problems }) : undefined;
  if (school && problems.length === 0) {
    const library = { school, policies: policies.map(({ policy }) => policy) };
    problems.push(...checkLibrary(library, ({ file }, key) => lineOfKey(texts.get(file) ?? '', key)));
  }
  const bytes = files.get(phrasingsFile);
  const read =
    bytes &&
    readPhrasings(
      decodeUtf8(bytes),
      policies.map(({ policy }) => policy),
    );
  return {
    ...(school && { school }),
    ...(yaml !== undefined && { yaml }),
    policies,
    ...(listed && { listed }),
    ...(read && { phrasings: read.phrasings }),
    problems: [...problems, ...(read?.problems ?? [])],
  };
}

/** The people of the list; what is wrong with it is told. */
function listOf(
  file: string,
  bytes: Uint8Array | undefined,
  { school, yaml, problems }: { school: School; yaml: string | undefined; problems: Problem[] },
): ListedPerson[] | undefined {
  if (!bytes) {
    const line = (yaml ?? '').split('\n').findIndex((text) => /\blist:/.test(text)) + 1;
    const message = `there is no file "${file}" in this folder; put it there or take "list" out`;
    problems.push({ file: 'school.yaml', line: Math.max(line, 1), message });
    return undefined;
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    problems.push(notText(file));
    return undefined;
  }
  const read = readPeopleList(text, school);
  problems.push(...read.problems.map((problem) => ({ file, ...problem })));
  return read.listed;
}

function notText(file: string): Problem {
  return { file, line: 1, message: 'the file is not UTF-8 text; save it again as UTF-8' };
}

function noSchool(folder: string, file: string): Problem {
  const message = `this policy belongs to no school: put a school.yaml into the folder "${folder}", or move the file into a school's folder`;
  return { file, line: 1, message };
}
