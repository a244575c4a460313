import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.ts';

/** A policy of the corpus: the document without its marks, the words of each marked clause, and the questions. */
export interface CorpusPolicy {
  readonly name: string;
  readonly text: string;
  /** What stands before each mark, from the mark, the edge of the table's cell or the empty line before it. */
  readonly clauses: ReadonlyMap<string, string>;
  readonly questions: readonly CorpusQuestion[];
}

export interface CorpusQuestion {
  /** The marks of the clauses that answer it, the best first; none where the policy does not say. */
  readonly answers: readonly string[];
  readonly register: string;
  readonly question: string;
}

/** `policies` are learnt from; `held-back` are only measured with. */
export type CorpusPart = 'policies' | 'held-back';

const mark = /⟦(k\d+)⟧/;

/** Every policy of a part of the corpus, in the order of their names. Throws at a line of questions that has too few parts. */
export function readCorpus(part: CorpusPart = 'policies'): CorpusPolicy[] {
  const folder = join(projectRoot, 'test/corpus', part);
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((file) => {
    const name = file.slice(0, -'.txt'.length);
    const marked = readFileSync(join(folder, file), 'utf8');
    const lines = readFileSync(join(folder, `${name}.tsv`), 'utf8').split('\n');
    return {
      name,
      text: marked.replaceAll(/ ?⟦k\d+⟧/g, ''),
      clauses: readClauses(marked, name),
      questions: lines.filter((line) => line.trim() !== '').map((line) => readQuestion(line, name)),
    };
  });
}

function readClauses(marked: string, name: string): Map<string, string> {
  const parts = marked.split(mark);
  const clauses = new Map<string, string>();
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const key = parts[at + 1] ?? '';
    if (clauses.has(key)) throw new Error(`${name}: ${key} stands twice`);
    const cells =
      (parts[at] ?? '')
        .split(/\n\s*\n/)
        .at(-1)
        ?.split('|') ?? [];
    const words = cells.findLast((cell) => /[\p{L}\d]/u.test(cell)) ?? '';
    clauses.set(key, words.replaceAll(/\s+/g, ' ').trim());
  }
  return clauses;
}

function readQuestion(line: string, name: string): CorpusQuestion {
  const [answers = '', register, question] = line.split('\t');
  if (!register || !question) throw new Error(`${name}: “${line}” is not a question`);
  return { answers: answers === '-' ? [] : answers.split(','), register, question };
}
