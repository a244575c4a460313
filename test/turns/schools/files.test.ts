import { afterAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../sheets/read-pdf.ts';
import { bytesOf } from '../../support/bytes-of.ts';
import { openSchools, schools, tagOf, type Role, type SchoolId } from './leak-bench.ts';

const turns = await openSchools(afterAll, { publicUrl: 'https://staffroom.trust.example' });

/** Every file that there is, by the button that offers it. While the head of Otter Lane is away, the stand-in is asked. */
const kinds: readonly (readonly [string, 'dsl' | 'head' | 'teacher', string, (school: SchoolId) => object])[] = [
  ['a report as PDF', 'dsl', 'reports.file', (school) => ({ report: turns.things(school).report })],
  ...(['csv', 'pdf', 'bundle'] as const).map(
    (what) =>
      [
        `a sign-off as ${what}`,
        'head',
        'campaigns.file',
        (school: SchoolId) => ({ campaign: turns.things(school).campaign, what }),
      ] as const,
  ),
  ...(['csv', 'pdf'] as const).map(
    (what) =>
      [
        `a message to many as ${what}`,
        'head',
        'broadcasts.file',
        (school: SchoolId) => ({ broadcast: turns.things(school).broadcast, what }),
      ] as const,
  ),
  ['a receipt', 'teacher', 'signoffs.copy', (school) => ({ receipt: turns.things(school).receipt })],
];
const acting = (school: SchoolId, who: (typeof kinds)[number][1]): Role =>
  who === 'head' && school === 'otter-lane' ? 'standIn' : who;
const others = (school: SchoolId) => schools.filter((other) => other !== school);

/** The link and the digits on a card. */
function secretOn(card: string) {
  const [, token = ''] = /"https:\/\/staffroom\.trust\.example\/files\/([\w-]{22})"/.exec(card) ?? [];
  const [, first = '', last = ''] = /"text":"(\d{3}) (\d{3})"/.exec(card) ?? [];
  return { token, code: first + last };
}

describe.each(kinds)('%s', (_, who, verb, data) => {
  const offered = async (school: SchoolId) =>
    secretOn(await turns.press(school, acting(school, who), verb, data(school)));

  it('is opened by its own link with its own digits alone, and holds nothing of another school', async () => {
    const secrets = new Map<SchoolId, { token: string; code: string }>();
    for (const school of schools) secrets.set(school, await offered(school));
    for (const school of schools) {
      const { token = '', code = '' } = secrets.get(school) ?? {};
      expect(token).not.toBe('');
      for (const other of others(school)) {
        const { code: foreign = '' } = secrets.get(other) ?? {};
        if (foreign !== code) expect(await turns.fetchFile({ token, code: foreign })).toBeUndefined();
      }
      const file = await turns.fetchFile({ token, code });
      const bytes = await bytesOf(file);
      const text = file?.type === 'application/pdf' ? (await readPdf(bytes)).pages.join('') : bytes.toString();
      const words = text.replace(/\s/g, '');
      expect(words).toContain(tagOf(school));
      for (const other of others(school)) expect(words).not.toContain(tagOf(other));
      expect(await turns.fetchFile({ token, code })).toBeUndefined();
    }
  });

  it('is offered to nobody of another school', async () => {
    for (const school of schools)
      for (const other of others(school)) {
        const card = await turns.press(other, acting(other, who), verb, data(school));
        expect(card).not.toContain('/files/');
        const forged = await turns.press(other, acting(other, who), verb, { ...data(school), school });
        expect(forged).not.toContain('/files/');
      }
  });
});
