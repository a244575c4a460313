import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Seen } from '../../support/fake-connector.ts';
import type { Answer } from '../../support/report-turns.ts';
import { judgeTraffic } from './judge-traffic.ts';
import { findMarks, markOf, searchFolder } from './marks.ts';

const planted = markOf(7, 'seen');

describe('a planted mark is found', () => {
  test.each([
    ['in a store', JSON.stringify({ rows: [{ text: `before ${planted} after` }] })],
    ['in a line of a log', `{"level":"info","file":"${planted}.md"}\n`],
    ['in a dump of tables', `COPY texts FROM stdin;\n1\t${planted}\t\\N\n`],
    ['in lower case', planted.toLowerCase()],
    ['as base64, from any place', Buffer.from(`{"t":"${planted}"}`).toString('base64')],
    ['as base64, from the next place', Buffer.from(`{"te":"${planted}"}`).toString('base64')],
    ['as base64, from the third place', Buffer.from(`{"tex":"${planted}"}`).toString('base64')],
    ['as hex', Buffer.from(planted).toString('hex')],
    ['as UTF-16', Buffer.from(planted, 'utf16le')],
    ['in a compressed file', gzipSync(planted)],
  ])('%s', (_, content) => {
    expect(findMarks(Buffer.from(content))).not.toEqual([]);
  });

  test('in any file of a folder and of those in it, and nowhere else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'staffroom-marks-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'deep/er'), { recursive: true });
    writeFileSync(join(folder, 'clean'), 'QZX and CANARY are words of their own');
    writeFileSync(join(folder, 'deep/er/.hidden'), planted);
    const found = await searchFolder(folder);
    expect(found.filter(({ marks }) => marks.length > 0)).toEqual([
      { file: join(folder, 'deep/er/.hidden'), bytes: planted.length, marks: [planted] },
    ]);
    expect(found).toHaveLength(2);
  });
});

const card = (...text: string[]) => ({ type: 'AdaptiveCard', body: [{ type: 'TextRun', text: text.join(' ') }] });
const shown = (conversationId: string, activity: object, kind: Seen['kind'] = 'created', activityId = 'm1'): Seen => ({
  ...{ kind, conversationId, activityId },
  activity: { type: 'message', ...activity },
});
const withCard = (content: object) => ({ attachments: [{ content }] });
const answer = (presser: string, content: object, after = 9, activityId = 'm1'): Answer => ({
  ...{ conversation: `a:${presser}`, activityId, presser, after },
  card: JSON.stringify(content),
});
/** The writer may read all of it, a reader what was seen; only the writer's question may stay. */
const permission = {
  mayRead: ({ field }: { field: string }, who: string) => who === 'writer' || (who === 'reader' && field === 'seen'),
  mayStand: ({ field }: { field: string }, who: string) => who === 'writer' && field === 'question',
};
const judge = (seen: readonly Seen[], answers: readonly Answer[] = []) => judgeTraffic({ seen, answers }, permission);
const action = (more: object) => ({ actions: [{ type: 'Action.Execute', verb: 'x', ...more }] });

describe('what people see', () => {
  test('is right where writer and readers see it, and it is gone in the end', () => {
    const seen = [
      shown('a:writer', { summary: 'Staffroom: your report', ...withCard(card(planted)) }),
      shown('a:writer', withCard(card('receipt')), 'updated'),
      shown('a:reader', withCard(card(planted)), 'created', 'm2'),
      shown('a:reader', withCard(card('gone')), 'updated', 'm2'),
      shown('a:writer', withCard(card(markOf(7, 'question'))), 'created', 'm3'),
      shown('a:writer', { recipient: { aadObjectId: 'writer', name: planted } }, 'created', 'm4'),
    ];
    expect(judge(seen, [answer('reader', card(planted), 9, 'dialog')])).toEqual([]);
    expect(judge(seen, [answer('writer', card(planted), 1)])).toEqual([]);
  });

  const wrongs: readonly [string, readonly Seen[], readonly Answer[], string][] = [
    ['a notification', [shown('a:writer', { summary: planted })], [], 'around the card'],
    ['the text of a message', [shown('a:writer', { text: planted })], [], 'around the card'],
    ['a mention', [shown('19:c', { entities: [{ type: 'mention', text: planted }] })], [], 'around the card'],
    ['a chat that is opened', [shown('a:x', { members: [{ name: planted }] }, 'opened')], [], 'around the card'],
    ['the name of somebody else', [shown('a:writer', { recipient: { name: planted } })], [], 'the recipient'],
    [
      'the data of a button',
      [shown('a:writer', withCard(action({ data: { text: planted } })))],
      [],
      'data of a button',
    ],
    ['a fallback', [shown('a:writer', withCard(action({ fallback: { data: planted } })))], [], 'data of a button'],
    ['a button of an answer', [], [answer('writer', action({ data: planted }), 0, 'dialog')], 'data of a button'],
    ['a channel', [shown('19:c;messageid=1', withCard(card(planted)))], [], 'created in 19:c'],
    ['an edit in a channel', [shown('19:c', withCard(card(planted)), 'updated')], [], 'updated in 19:c'],
    ["somebody else's chat", [shown('a:head', withCard(card(planted)))], [], 'created in a:head'],
    [
      "a reader's chat, of what is not theirs",
      [shown('a:reader', withCard(card(markOf(7, 'done'))))],
      [],
      'in a:reader',
    ],
    ["somebody else's dialog", [], [answer('head', card(planted), 0, 'dialog')], 'answer to head'],
    ['a card that was never taken back', [shown('a:writer', withCard(card(planted)))], [], 'still stands in a:writer'],
    [
      'an answer that took the place of the receipt',
      [shown('a:writer', withCard(card('first'))), shown('a:writer', withCard(card('receipt')), 'updated')],
      [answer('writer', card(planted), 2)],
      'still stands in a:writer',
    ],
  ];
  test.each(wrongs)('a mark in %s is named', (_, seen, answers, place) => {
    const faults = judge(seen, answers);
    expect(faults.join('\n')).toContain(place);
    expect(faults.every((fault) => / of report 7$/.test(fault))).toBe(true);
  });
});
