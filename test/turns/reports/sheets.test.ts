import { beforeAll, describe, expect, it } from 'vitest';
import { takeFile } from '../../../src/domain/files/take-file.ts';
import { createFileDrawer } from '../../../src/sheets/draw-file.ts';
import { bytesOf } from '../../support/bytes-of.ts';
import { readPdf } from '../../sheets/read-pdf.ts';
import { keyOf, openReports, secret, type Reports, everybody } from './report-bench.ts';

const publicUrl = 'https://staffroom.marlowbridge.example';
const bare = (text: string) => text.replace(/[\s\u200b]/g, '');

/** The text of the sheet that the card offers; undefined where nothing is given. */
async function fetchFrom(turns: Reports, card: string): Promise<string | undefined> {
  const [, token = ''] = /"https:\/\/staffroom\.marlowbridge\.example\/files\/([\w-]{22})"/.exec(card) ?? [];
  const [, first = '', last = ''] = /"text":"(\d{3}) (\d{3})"/.exec(card) ?? [];
  const draw = createFileDrawer(turns);
  const file = await takeFile({ files: turns.stores.files, draw, now: turns.now }, { token, code: first + last });
  return file && bare((await readPdf(await bytesOf(file))).pages.join(''));
}

const nobodyInTeams = { about: ['role:head' as const, 'role:chair' as const], kind: 'staff-conduct' as const };

it('the sheet holds the whole report, says for whom it is and that nobody was reached, and leaves room to sign', async () => {
  const turns = await openReports({ publicUrl });
  const id = await turns.report(nobodyInTeams);
  const { card } = await turns.press('teacher', 'reports.sheet', { report: id });
  expect(card).not.toContain(secret);
  const text = await fetchFrom(turns, card);
  for (const words of [
    `Report ${id}`,
    `I saw ${secret} crying after lunch.`,
    `${secret} Whitfield, year 5`,
    'could not reach them through Teams and has told nobody',
    'Amara Okafor hands this over',
    'LADO',
    'Signature',
    'page 1 of',
  ])
    expect(text).toContain(bare(words));
  const exported = (await turns.events(id)).filter(({ kind }) => kind === 'exported');
  expect(exported).toMatchObject([{ by: keyOf('teacher'), facts: { as: 'sheet' } }]);
  expect(await fetchFrom(turns, card)).toBeUndefined();
});

it('a report that Teams delivered to nobody can be carried too, and the message about it says how', async () => {
  const turns = await openReports({ publicUrl });
  const id = await turns.report();
  await turns.deliver(({ to }) => !('objectId' in to) || to.objectId !== keyOf('teacher').objectId);
  const told = (await turns.deliver()).concat();
  expect((await turns.events(id)).map(({ kind }) => kind)).toContain('not-delivered');
  expect(told).toEqual([]);
  const { card } = await turns.say('teacher', `print ${id}`);
  expect(await fetchFrom(turns, card)).toContain(bare('Daniel Reid'));
});

it('a report that arrives before the sheet is fetched is not carried any more', async () => {
  const turns = await openReports({ publicUrl });
  const id = await turns.report(nobodyInTeams);
  const { card } = await turns.say('teacher', `print ${id}`);
  const events = await turns.events(id);
  await turns.stores.incidents.record(
    undefined,
    { schoolId: 'marlow-bridge', id },
    { seen: events.length, events: [{ kind: 'delivered', at: turns.now().toISOString(), facts: { role: 'chair' } }] },
    { owed: [], entries: [] },
  );
  expect(await fetchFrom(turns, card)).toBeUndefined();
  expect((await turns.say('teacher', `print ${id}`)).card).toContain('nothing to hand over on paper');
});

describe('of a report that has to be carried', () => {
  let turns: Reports;
  let id: string;
  beforeAll(async () => {
    turns = await openReports({ publicUrl });
    id = await turns.report(nobodyInTeams);
  });

  it.each(everybody)('%s is offered the sheet only where it is their own', async (who) => {
    for (const { card } of [
      await turns.press(who, 'reports.sheet', { report: id }),
      await turns.say(who, `print ${id}`),
    ]) {
      expect(card.includes('/files/')).toBe(who === 'teacher');
      if (who !== 'teacher') expect(card).not.toContain(id);
    }
  });
});
