import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/project-root.ts';
import { verbs } from '../../../src/teams/verbs.ts';
import { openSchools, roles, schools, tagOf, type Role, type SchoolId, type Schools } from './leak-bench.ts';
import { pressesOn, typedOn } from './leak-operations.ts';

const outOfUse = 'This button is no longer in use';
const foreign = 'This card belongs to another school';
const notStaff = 'This is for school staff';
/** All that the trust's central team is shown but for the totals. */
const onlyTotals = 'Here you see the totals of your schools';

const turns = await openSchools(afterAll);

describe('the tables', () => {
  it('have a row for every button', () => {
    const things = turns.things('marlow-bridge');
    expect(Object.keys(pressesOn('marlow-bridge', things)).sort()).toEqual(Object.keys(verbs).sort());
  });

  it('have a row for every file that reads what is typed', () => {
    const folder = join(projectRoot, 'src/teams');
    const reads = readdirSync(folder, { recursive: true })
      .map((path) => String(path).replaceAll('\\', '/'))
      .filter((path) => /-commands?\.ts$/.test(path) || (path.endsWith('.ts') && takesTyped(join(folder, path))))
      .map((path) => path.replace(/\.ts$/, ''));
    const rows = Object.keys(typedOn('marlow-bridge', turns.things('marlow-bridge')));
    // These hand over to a reader of their own, which has a row.
    const handOver = [
      ...[
        'broadcasts/sender-handlers',
        'broadcasts/message-handlers',
        'signoffs/head-handlers',
        'signoffs/signing-messages',
      ],
      ...[
        'questions/attach-messages',
        'reports/report-messages',
        'reviews/review-handlers',
        'slips/slip-handlers',
        'versions/version-handlers',
        'signoffs/carry-out-command',
      ],
    ];
    expect(reads.filter((path) => !rows.includes(path) && !handOver.includes(path))).toEqual([]);
  });
});

/** Everybody of each school against each of the two others. */
const cells = schools.flatMap((of) =>
  schools.filter((other) => other !== of).flatMap((at) => roles.map((who) => ({ who, of, at }))),
);

describe.each(cells)('$who of $of at $at', ({ who, of, at }) => {
  it('is refused everything there, with a sentence; nothing of it is shown, changed or recorded', async () => {
    const tag = tagOf(at);
    const things = turns.things(at);
    const { report, question, suggestion, draft, campaign, broadcast, receipt, slip } = things;
    const marks = [tag, report, question, suggestion, draft, campaign, broadcast, receipt, slip];
    const before = await turns.stored(at);
    const ownBefore = withoutRefusals(await turns.stored(of));
    const seen = (operation: string, card: string) => {
      const repeated = card.replaceAll(words(operation), '');
      // The totals say which school they are of, and nothing else that is the school's own.
      const isTotals = who === 'central' && card.includes('Totals of The Marlow Valley Trust');
      const said = isTotals ? repeated.replaceAll(`"School ${tag}"`, '') : repeated;
      expect({ operation, leaks: marks.filter((mark) => said.includes(mark)), isEmpty: card.length < 100 }).toEqual({
        operation,
        leaks: [],
        isEmpty: false,
      });
      if (who === 'stranger') expect(card).toContain(notStaff);
      if (who === 'central') expect(isTotals || card.includes(onlyTotals)).toBe(true);
      else expect(card).not.toContain('Totals of');
    };
    for (const [verb, { data, own }] of Object.entries(pressesOn(at, things))) {
      const forged = await turns.press(of, who, verb, { ...data, school: at });
      seen(`${verb} of ${at}`, forged);
      if (who !== 'stranger' && who !== 'central') expect(forged).toContain(foreign);
      if (own) continue;
      const card = await turns.press(of, who, verb, data);
      seen(verb, card);
      expect({ verb, outOfUse: card.includes(outOfUse) }).toEqual({ verb, outOfUse: false });
    }
    for (const phrase of Object.values(typedOn(at, things)).flat()) seen(phrase, await turns.say(of, who, phrase));
    expect(withoutRefusals(await turns.stored(of))).toEqual(ownBefore);
    for (const [verb, { data, own }] of Object.entries(pressesOn(at, things)))
      if (own) seen(verb, await turns.press(of, who, verb, data));
    expect(await turns.stored(at)).toEqual(before);
  }, 120_000);
});

describe('what each school has', () => {
  const rightful: readonly (readonly [Role, string, (school: SchoolId) => object])[] = [
    ['teacher', 'answering.section', (school) => ({ clause: turns.things(school).clause, others: [] })],
    ['dsl', 'questions.open', (school) => ({ question: turns.things(school).suggestion })],
    ['dsl', 'reports.work', (school) => ({ report: turns.things(school).report })],
    ['head', 'campaigns.show', (school) => ({ campaign: turns.things(school).campaign })],
    ['head', 'broadcasts.show', (school) => ({ broadcast: turns.things(school).broadcast })],
    ['head', 'slips.open', (school) => ({ slip: turns.things(school).slip })],
    ['teacher', 'signoffs.receipt', (school) => ({ receipt: turns.things(school).receipt })],
  ];
  it.each(schools)('is shown to those of %s themselves, so that the matrix refuses something', async (school) => {
    for (const [who, verb, data] of rightful) {
      const acting = who === 'head' && school === 'otter-lane' ? 'standIn' : who;
      const card = await turns.press(school, acting, verb, { ...data(school), school });
      const shown = card.includes(tagOf(school)) || Object.values(data(school)).some((id) => card.includes(String(id)));
      expect({ verb, shown }).toEqual({ verb, shown: true });
    }
  });
});

/** What a card may repeat: the words that somebody wrote themselves, just now. */
function words(operation: string): string {
  return JSON.stringify(operation).slice(1, -1);
}

/** A refused signature is recorded at the school of whoever tried. */
function withoutRefusals(content: Awaited<ReturnType<Schools['stored']>>): object {
  const { entries: _entries, acts: _acts, ...rest } = content;
  return rest;
}

function takesTyped(path: string): boolean {
  return /\bonTyped[(<]/.test(readFileSync(path, 'utf8')) && !path.endsWith('on-typed.ts');
}
