import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Policy } from '../../src/domain/policies/policy.ts';
import { policiesToAsk } from '../../src/tools/ask/policies-to-ask.ts';
import { createMarkFinder } from '../corpus/find-marks.ts';
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
  const placeOf = createMarkFinder(policy.clauses.map(({ text }) => text));
  const places = new Map<string, number>();
  const lost: string[] = [];
  for (const [key, words] of clauses) {
    const place = placeOf(words);
    if (place === undefined) lost.push(key);
    else places.set(key, place);
  }
  const read = questions.flatMap(({ question, register, answers }) => {
    const found = answers.flatMap((key) => places.get(key) ?? []);
    return answers.length > 0 && found.length === 0 ? [] : [{ text: question, register, answers: [...new Set(found)] }];
  });
  return { name, policy, questions: read, lost };
}
