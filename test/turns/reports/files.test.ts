import { expect, it } from 'vitest';
import { takeFile } from '../../../src/domain/files/take-file.ts';
import { createFileDrawer } from '../../../src/sheets/draw-file.ts';
import { bytesOf } from '../../support/bytes-of.ts';
import { readPdf } from '../../sheets/read-pdf.ts';
import { buttonOf, keyOf, openReports, schoolId, secret, type Reports } from './report-bench.ts';

const publicUrl = 'https://staffroom.marlowbridge.example';

/** What somebody finds on the card and does with it, by the real rules over the real store. */
async function fetchFrom(turns: Reports, card: string) {
  const [, token = ''] = /"https:\/\/staffroom\.marlowbridge\.example\/files\/([\w-]{22})"/.exec(card) ?? [];
  const [, first = '', last = ''] = /"text":"(\d{3}) (\d{3})"/.exec(card) ?? [];
  const draw = createFileDrawer(turns);
  return takeFile({ files: turns.stores.files, draw, now: turns.now }, { token, code: first + last });
}

it('a DSL presses for the PDF in the dialog, fetches it once, and the report says so', async () => {
  const turns = await openReports({ publicUrl });
  const id = await turns.report();
  await turns.deliver();
  const work = await turns.dialog('dsl', 'reports.work', { report: id });
  const { card } = await turns.dialog('dsl', 'reports.file', buttonOf(work.card, 'reports.file'), 'task/submit');
  expect(card).not.toContain(secret);
  expect((await turns.events(id)).map(({ kind }) => kind)).not.toContain('exported');
  const file = await fetchFrom(turns, card);
  expect(file).toMatchObject({ name: `${id}.pdf`, type: 'application/pdf' });
  expect((await readPdf(await bytesOf(file))).pages.join('')).toContain(secret);
  expect(await fetchFrom(turns, card)).toBeUndefined();
  const exported = (await turns.events(id)).filter(({ kind }) => kind === 'exported');
  expect(exported).toMatchObject([{ by: keyOf('dsl'), facts: { as: 'pdf' } }]);
  const ledger = await turns.stores.ledger.entries({ schoolId, chain: 'reports' }, 1, 50);
  expect(ledger.map(({ kind }) => kind)).toContain('report-exported');
  expect((await turns.say('dsl', `open ${id}`)).card).toContain('took it out as a file');
});

it('whoever takes it out has opened it: the reporter is told', async () => {
  const turns = await openReports({ publicUrl });
  const id = await turns.report();
  await turns.deliver();
  await fetchFrom(turns, (await turns.say('dsl', `pdf ${id}`)).card);
  expect((await turns.events(id)).map(({ kind }) => kind)).toContain('opened');
});

it.each(['pdf', 'get pdf', 'get the pdf of', 'PDF of'])('“%s” and the reference is typed for it', async (words) => {
  const turns = await openReports({ publicUrl });
  const id = await turns.report();
  expect((await turns.say('dsl', `${words} ${id}`)).card).toContain('/files/');
});

it('whoever may not read it any more by then gets nothing, and that is recorded', async () => {
  const turns = await openReports({ publicUrl });
  const id = await turns.report();
  const { card } = await turns.say('dsl', `pdf ${id}`);
  const seen = (await turns.events(id)).length;
  await turns.stores.incidents.shred(
    { schoolId, id },
    { seen, event: { kind: 'shredded', at: '2026-12-24T10:05:00.000Z' } },
    { owed: [], entries: [] },
  );
  expect(await fetchFrom(turns, card)).toBeUndefined();
  expect((await turns.events(id)).map(({ kind }) => kind)).not.toContain('exported');
});

it('in a channel nothing is offered', async () => {
  const turns = await openReports({ publicUrl });
  const id = await turns.report();
  await turns.deliver();
  for (const where of ['safeguarding', 'staff team'] as const) {
    const { card } = await turns.press('dsl', 'reports.file', { report: id }, where);
    expect(card).not.toContain('/files/');
    expect(card).toContain('private chat');
  }
});

it('without an address the person is told whom to ask for which command, and nobody whom it is about', async () => {
  const turns = await openReports();
  const about = async (answers: Parameters<Reports['report']>[0], who: 'dsl' | 'head') => {
    const id = await turns.report(answers);
    return { id, card: (await turns.say(who, `pdf ${id}`)).card };
  };
  const pupil = await about({}, 'dsl');
  expect(pupil.card).toContain(`staffroom report export ${pupil.id} --pdf FILE --by NAME`);
  expect(pupil.card).toContain('Callum Price');
  expect(pupil.card).not.toContain('/files/');
  const callum = await about({ about: ['person:callum-price'], kind: 'staff-conduct' }, 'head');
  expect(callum.card).toContain('whoever looks after the server');
  expect(callum.card).not.toContain('Callum');
});

it('neither token nor code is in the log', async () => {
  const turns = await openReports({ publicUrl });
  const id = await turns.report();
  const { card } = await turns.say('dsl', `pdf ${id}`);
  await fetchFrom(turns, card);
  const [, token = 'none'] = /files\/([\w-]{22})/.exec(card) ?? [];
  expect(turns.logged.join('')).not.toContain(token);
});
