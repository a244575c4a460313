import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Clause } from '../../../src/domain/policies/clause.ts';
import { demandOf, type Demand } from '../../../src/domain/slips/clause-demand.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { createMarkFinder } from '../../corpus/find-marks.ts';
import { readCorpus, type CorpusPart } from '../../corpus/read-corpus.ts';
import { readLessons } from '../../training/read-lessons.ts';
import { heldOutDemands, lastDemands, laterDemands, type HeldOut } from './held-out-demands.ts';

const corpus = { policies: readCorpus('policies'), 'held-back': readCorpus('held-back') };
const nameOf = (demand: Demand | undefined) => (demand?.kind === 'slip' ? demand.slip : demand?.kind);

/** A marked clause, and what the rules make of the clause of the bot that it is in. */
interface Row {
  readonly policy: string;
  readonly mark: string;
  readonly words: string;
  readonly wanted: 'demands' | 'either' | 'near' | 'nothing' | 'lost';
  readonly kinds: string;
  readonly found: string | undefined;
  /** Several marks can be in one. */
  readonly clause: Clause | undefined;
}

async function rowsOf(name: string, { demands, either, near }: HeldOut): Promise<Row[]> {
  const [part = '', policy = ''] = name.split('/');
  const one = corpus[part as CorpusPart].find((each) => each.name === policy);
  if (!one) throw new Error(`${name} is not in the corpus`);
  const [lesson] = await readLessons([one]);
  const clauses = lesson?.policy.clauses ?? [];
  const placeOf = createMarkFinder(clauses.map(({ text }) => text));
  const inside = new Map<Clause, string[]>();
  const placed = [...one.clauses].map(([mark, words]) => {
    const at = placeOf(words.replace(/^[•\-*\s]*(?:\d+(?:\.\d+)*\.?|[a-z]\))?\s+/, ''));
    const clause = at === undefined ? undefined : clauses[at];
    if (clause) inside.set(clause, [...(inside.get(clause) ?? []), mark]);
    return { mark, words, clause };
  });
  const listed = (list: string, mark: string) => list.split(' ').includes(mark);
  return placed.map(({ mark, words, clause }) => {
    const found = clause && nameOf(demandOf(clause));
    // What the bot reads as one clause is found where it is found for any part of it.
    const isOthers = (clause ? (inside.get(clause) ?? []) : []).some(
      (other) => other in demands || listed(either, other),
    );
    const wanted =
      mark in demands
        ? 'demands'
        : isOthers || listed(either, mark)
          ? 'either'
          : listed(near, mark)
            ? 'near'
            : 'nothing';
    return { policy, mark, words, wanted: clause ? wanted : 'lost', kinds: demands[mark] ?? '', found, clause };
  });
}

/** The table, with each clause that a list or the rules name. */
function write(file: string, rows: readonly Row[]): void {
  mkdirSync(join(projectRoot, 'output/slips'), { recursive: true });
  const lines = rows
    .filter(({ wanted, found }) => wanted !== 'nothing' || found !== undefined)
    .map((row) => `| ${row.policy} ${row.mark} | ${row.wanted} | ${row.kinds} | ${row.found ?? ''} | ${row.words} |`);
  const head = ['| Clause | Read as | Kinds | Found | Words |', '|---|---|---|---|---|'];
  writeFileSync(join(projectRoot, 'output/slips', file), [...head, ...lines, ''].join('\n'));
}

async function measure(file: string, list: Readonly<Record<string, HeldOut>>) {
  const rows = (await Promise.all(Object.entries(list).map(([name, one]) => rowsOf(name, one)))).flat();
  write(file, rows);
  const of = (wanted: Row['wanted']) => rows.filter((row) => row.wanted === wanted);
  const isFound = ({ found }: Row) => found !== undefined;
  const [demands, near, nothing] = [of('demands'), of('near'), of('nothing')];
  const found = demands.filter(isFound);
  const falsely = new Set([...near, ...nothing].filter(isFound).map(({ clause }) => clause));
  const right = found.filter((row) => row.kinds.split(' ').includes(row.found ?? ''));
  console.log(
    `${file}: ${found.length} of ${demands.length} found, ${right.length} of the right kind; falsely ${falsely.size} clauses: ${near.filter(isFound).length} of ` +
      `${near.length} near misses and ${nothing.filter(isFound).length} of ${nothing.length} others; ${of('lost').length} not read as clauses`,
  );
  return {
    found: found.length / demands.length,
    falsely: falsely.size / (found.length + falsely.size),
    kinds: right.length / found.length,
  };
}

describe('what clauses of the corpus demand', () => {
  it.each([
    ['of eight policies', 'held-out.md', heldOutDemands],
    ['of four more', 'held-out-later.md', laterDemands],
    ['of three more', 'held-out-last.md', lastDemands],
  ])('is found by their words: %s', async (_, file, list) => {
    const measured = await measure(file, list);
    expect(measured.found).toBeGreaterThanOrEqual(0.9);
    expect(measured.falsely).toBeLessThanOrEqual(0.05);
    expect(measured.kinds).toBeGreaterThanOrEqual(0.85);
  });

  it('was labelled for enough of them, and for as many that look alike', () => {
    const lists = [heldOutDemands, laterDemands, lastDemands].flatMap((list) => Object.values(list));
    expect(lists.flatMap(({ demands }) => Object.keys(demands)).length).toBeGreaterThanOrEqual(160);
    expect(lists.flatMap(({ near }) => near.split(' ')).length).toBeGreaterThanOrEqual(160);
  });
});
