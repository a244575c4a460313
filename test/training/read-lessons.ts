import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Policy } from '../../src/domain/policies/policy.ts';
import { policiesToAsk } from '../../src/tools/ask/policies-to-ask.ts';
import { type CorpusPolicy, readCorpus } from '../corpus/read-corpus.ts';

/** A policy as the bot reads it, and the questions with the places of the clauses that answer each. */
export interface Lesson {
  readonly name: string;
  readonly policy: Policy;
  readonly questions: readonly {
    readonly text: string;
    readonly register: string;
    readonly answers: readonly number[];
  }[];
  /** Marked clauses that the splitter did not give as one: their questions are left out. */
  readonly lost: readonly string[];
}

/** The corpus as lessons: each document goes the way that a school's document goes. */
export async function readLessons(corpus: readonly CorpusPolicy[] = readCorpus()): Promise<Lesson[]> {
  const folder = mkdtempSync(join(tmpdir(), 'staffroom-lessons-'));
  try {
    for (const { name, text } of corpus) writeFileSync(join(folder, `${name}.txt`), text);
    const found = await policiesToAsk(folder, undefined, new Date('2026-11-01T12:00:00Z'));
    if (found.kind === 'not-found') throw new Error(found.reason);
    const byFile = new Map(found.policies.map((policy) => [policy.file, policy]));
    return corpus.map((one) => {
      const policy = byFile.get(`${one.name}.txt`);
      if (!policy) throw new Error(`${one.name} was not read`);
      return lessonOf(one, policy);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lessonOf({ name, clauses, questions }: CorpusPolicy, policy: Policy): Lesson {
  const texts = policy.clauses.map(({ text }) => plain(text));
  const places = new Map<string, number>();
  const lost: string[] = [];
  let last = 0;
  for (const [key, words] of clauses) {
    const place = placeOf(plain(words), texts, last);
    if (place === undefined) lost.push(key);
    else {
      places.set(key, place);
      last = place;
    }
  }
  const read = questions.flatMap(({ question, register, answers }) => {
    const found = answers.flatMap((key) => places.get(key) ?? []);
    return answers.length > 0 && found.length === 0 ? [] : [{ text: question, register, answers: [...new Set(found)] }];
  });
  return { name, policy, questions: read, lost };
}

/** The clause that holds the end of the marked words (what stands before the mark), the nearest after the last one. */
function placeOf(words: string, texts: readonly string[], last: number): number | undefined {
  const tail = words.slice(-60);
  const fits = texts.flatMap((text, place) =>
    text.length > 3 && (text.endsWith(tail) || text.includes(words) || (words.endsWith(text) && text.length > 20))
      ? [place]
      : [],
  );
  return fits.find((place) => place >= last) ?? fits.at(-1);
}

function plain(text: string): string {
  return text
    .replace(/[*_`#|]+/g, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .toLowerCase();
}
