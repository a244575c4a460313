import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openShelf } from '../../src/documents/open-shelf.ts';
import { readAway } from '../../src/domain/people/read-away.ts';
import { readSenderCommand } from '../../src/teams/broadcasts/broadcast-command.ts';
import { readDeed } from '../../src/teams/reports/read-deed.ts';
import { readAttachCommand } from '../../src/teams/questions/attach-command.ts';
import { readReviewCommand } from '../../src/teams/reviews/review-command.ts';
import { readHeadCommand } from '../../src/teams/signoffs/head-command.ts';
import { readSlipCommand } from '../../src/teams/slips/slip-command.ts';
import { readVersionCommand } from '../../src/teams/versions/version-command.ts';

const today = '2026-11-20';
const [library] = (await openShelf('policies', { watch: false })).schools();
if (!library) throw new Error('the sample school is not there');
const readers = {
  deed: readDeed,
  away: (words: string) => readAway(words, today),
  review: (words: string) => readReviewCommand(words, today),
  version: readVersionCommand,
  attach: readAttachCommand,
  slips: (words: string) => readSlipCommand(words, { school: library.school, today }),
  signoffs: (words: string) => readHeadCommand(words, today),
  broadcast: (words: string) => readSenderCommand(words, { today, library }),
};

/** What stands in quotes in the column of what to write; an ellipsis stands for anybody's words. */
function printed(page: string): string[] {
  const rows = [...readFileSync(page, 'utf8').matchAll(/^\| .+? \| (.+?) \|/gm)];
  return rows.flatMap(([, cell = '']) =>
    [...cell.matchAll(/“(.+?)”/g)].map(([, words = '']) => words.replaceAll('…', 'some words')),
  );
}

/** Not whole commands: what stands behind the reference, or in the place of another word. */
const parts: Readonly<Record<string, string>> = {
  'not police: some words': 'hand over SR-7KQ2-Z not police: some words',
  'not parents told: some words': 'step SR-7KQ2-Z not parents told: some words',
};

describe.each(['docs/for-heads.md', 'docs/for-dsls.md'])('%s', (page) => {
  const commands = printed(page);

  test('has commands in its table', () => expect(commands.length).toBeGreaterThan(12));

  test.each(commands)('prints what is understood: “%s”', (words) => {
    const whole = parts[words] ?? words;
    const read = Object.entries(readers).flatMap(([name, reader]) => (reader(whole) ? [name] : []));
    // Reports are read first: “close …” could name a sign-off as well.
    expect(whole.includes('SR-') ? read.slice(0, 1) : read).toHaveLength(1);
    if (whole.includes('SR-')) expect(readDeed(whole)).toMatchObject({ id: 'SR-7KQ2-Z' });
  });
});
