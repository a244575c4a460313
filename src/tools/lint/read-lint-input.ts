import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { parseSchoolFolder } from '../../documents/parse-school-folder.ts';
import { readTrust } from '../../documents/read-trust.ts';
import { phrasingsFile, readSchoolFolder } from '../../documents/read-school-folder.ts';
import { schoolDay } from '../../domain/people/school-day.ts';
import type { Finding } from '../../domain/policies/lint/finding.ts';
import type { LintContext } from '../../domain/policies/lint/lint-document.ts';
import { toLintDocument } from '../../domain/policies/lint/to-lint-document.ts';
import type { Problem } from '../../domain/policies/problem.ts';
import type { Trust } from '../../domain/trust/trust.ts';
import { readDocument } from '../read-document.ts';

/** What there is to lint: one context a school, or one for a folder of documents that belongs to none. */
export interface LintInput {
  readonly contexts: readonly LintContext[];
  /** The trust that the schools of a folder belong to. */
  readonly trust?: Trust;
  /** Files that the bot would refuse to load. */
  readonly findings: readonly Finding[];
  /** Sentences about what could not be read at all. */
  readonly unusable: readonly string[];
}

const readable = ['.txt', '.md', '.docx', '.pdf'];

/** Reads a folder of schools, one school, a folder of documents, or one document. Nothing is written. */
export async function readLintInput(path: string, now: Date): Promise<LintInput> {
  const kind = await stat(path).catch(() => undefined);
  if (!kind) return nothing(`${path} is not there. Name a folder of policies or a document.`);
  if (kind.isFile()) return readDocuments(dirname(path), [basename(path)], now);
  const entries = await readdir(path, { withFileTypes: true });
  if (entries.some(({ name }) => name === 'school.yaml')) return readSchool(path, now);
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  const files = entries.filter((entry) => entry.isFile() && isDocument(entry.name)).map(({ name }) => name);
  const schools = await Promise.all(folders.sort().map((folder) => readSchool(join(path, folder), now)));
  const found = schools.filter(({ contexts, findings }) => contexts.length + findings.length > 0);
  const { trust, problems } = await readTrust(
    path,
    entries.map(({ name }) => name),
  );
  const findings = problems.map((problem) => toFinding({ ...problem, file: join(path, problem.file) }, forTrust));
  const inputs = [
    ...found,
    ...(files.length > 0 ? [await readDocuments(path, files.sort(), now)] : []),
    ...(findings.length > 0 ? [{ contexts: [], findings, unusable: [] }] : []),
  ];
  if (inputs.length === 0)
    return nothing(`${path} holds no policies: neither a school.yaml nor a ${readable.join(', ')} file.`);
  return {
    ...(trust && { trust }),
    contexts: inputs.flatMap(({ contexts }) => contexts),
    findings: inputs.flatMap(({ findings }) => findings),
    unusable: inputs.flatMap(({ unusable }) => unusable),
  };
}

async function readSchool(path: string, now: Date): Promise<LintInput> {
  const { files } = await readSchoolFolder(path);
  const { school, yaml = '', policies, problems } = parseSchoolFolder(basename(path), files);
  const fileOf = (name: string) => join(path, name);
  const context: LintContext = {
    documents: policies.map(({ policy, markdown }) => toLintDocument(markdown, policy, fileOf(policy.file))),
    ...(school && { school: { school, file: fileOf('school.yaml'), lineOf: (text: string) => lineOf(yaml, text) } }),
    today: school ? schoolDay(now, school) : now.toISOString().slice(0, 10),
  };
  const contexts = context.documents.length > 0 || school ? [context] : [];
  const format = problems.map((problem) => toFinding({ ...problem, file: fileOf(problem.file) }));
  return { contexts, findings: [...format, ...(await notImported(path))], unusable: [] };
}

/** Documents that somebody put into a school's folder as they are: nothing reads them there. */
async function notImported(path: string): Promise<Finding[]> {
  const names = (await readdir(path)).filter(
    (name) =>
      /^[^.].*\.(?:docx?|pdf|txt|rtf|odt|ya?ml)$/i.test(name) && name !== 'school.yaml' && name !== phrasingsFile,
  );
  return names.map((name) => ({
    rule: 'not-imported',
    severity: 'advice',
    file: join(path, name),
    line: 1,
    message: 'this file is in a school’s folder, but the bot does not read it',
    why: 'Whoever put it there may believe that staff are answered from it.',
    todo: 'Turn it into a policy file with npx staffroom import, or keep it somewhere else.',
  }));
}

/** The first line that holds `text` as a whole word; 1 where none does. */
function lineOf(yaml: string, text: string): number {
  const lines = yaml.split(/\r?\n/);
  const holds = (line: string) => line.includes(text) && !/[\w-]/.test(line.charAt(line.indexOf(text) + text.length));
  return Math.max(1, lines.findIndex(holds) + 1);
}

async function readDocuments(folder: string, names: readonly string[], now: Date): Promise<LintInput> {
  const read = await Promise.all(names.map((name) => readDocument(folder, name)));
  const documents = read.flatMap((one) => (one.kind === 'read' ? [one.document] : []));
  return {
    contexts: documents.length > 0 ? [{ documents, today: now.toISOString().slice(0, 10) }] : [],
    findings: read.flatMap((one) => (one.kind === 'invalid' ? one.problems.map((problem) => toFinding(problem)) : [])),
    unusable: read.flatMap((one) => (one.kind === 'refused' ? [one.reason] : [])),
  };
}

function isDocument(name: string): boolean {
  return readable.includes(extname(name).toLowerCase()) && !/^(?:\.|readme\.md$)/i.test(name);
}

const forSchool = {
  why: 'The bot cannot load the file as it is; the school is served from its last good files, or not at all.',
  todo: 'Correct the line; policies/README.md shows the format.',
};
const forTrust = {
  why: 'The bot cannot load the file as it is; the central team is as it last was, or sees nothing.',
  todo: 'Correct the line; docs/set-up.md shows the format.',
};

const forEntry = {
  why: 'Nobody is led to a clause by this entry; all else in the folder is used.',
  todo: 'Correct the entry or take it out; policies/README.md shows the format.',
};

function toFinding({ file, line, message, leftOut }: Problem, told = forSchool): Finding {
  const { why, todo } = leftOut ? forEntry : told;
  return {
    rule: leftOut ? 'phrasing' : 'format',
    severity: leftOut ? 'advice' : 'error',
    file,
    line,
    message,
    why,
    todo,
  };
}

function nothing(sentence: string): LintInput {
  return { contexts: [], findings: [], unusable: [sentence] };
}
