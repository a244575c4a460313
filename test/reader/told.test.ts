import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askReader } from '../../src/domain/answering/ask-reader.ts';
import { createAnswerFinder } from '../../src/domain/answering/create-answer-finder.ts';
import type { Reading } from '../../src/domain/answering/reader.ts';
import { School } from '../../src/domain/people/school.ts';
import { privacyPage } from '../../src/http/privacy-page.ts';
import { loadFindingModel } from '../../src/models/load-finding-model.ts';
import { projectRoot } from '../../src/project-root.ts';
import { policyWith } from '../domain/answering/policy-with.ts';

const school = School.parse({
  ...{ id: 'hill', name: 'Hill School', timeZone: 'Europe/London', reader: true },
  people: [
    { id: 'ngozi', name: 'Ngozi Adebayo-Cole', roles: ['head'] },
    { id: 'pat', name: 'Pat Price' },
  ],
});
const about = {
  headingPath: ['2 Keeping bicycles'],
  leadIn: 'On the site:',
  column: 'At night',
  binds: 'pupils',
} as const;
const policy = policyWith([
  {
    ...about,
    text: 'At Hill School bicycles are locked to the rack. Ngozi Adebayo-Cole has the key; Price lists hang there.',
  },
  ...Array.from({ length: 30 }, (_, n) => ({ text: `Bicycles of class ${n} are locked to rack ${n}.` })),
]);
const question = 'Where are bicycles locked at night on the site?';

async function readingOf(): Promise<Reading> {
  const asked: Reading[] = [];
  await askReader([{ kind: 'unsure', nearest: [], question }], {
    library: { school, policies: [policy] },
    finder: createAnswerFinder([policy], loadFindingModel()),
    reader: (reading) => Promise.resolve(void asked.push(reading)),
  });
  const [reading] = asked;
  if (!reading) throw new Error('nothing was sent');
  return reading;
}

const flat = (text: string) => text.replace(/\s+/g, ' ').replaceAll('’', "'");
const guide = readFileSync(join(projectRoot, 'docs', 'for-your-dpo.md'), 'utf8');
const texts = {
  'the page for staff': flat(privacyPage(['Hill School'], { host: 'ai.example', schools: ['Hill School'] })),
  'the guide for the DPO': flat(/\*\*A language model, only if[\s\S]*?(?=\n\n)/.exec(guide)?.[0] ?? ''),
};

describe('What a language model is sent', () => {
  test.each([
    ['the question, as written', (sent) => sent.question === question, /as (?:you wrote it|it was written)/],
    ['twenty clauses', ({ clauses }) => clauses.length === 20, /up to 20 clauses/],
    [
      'their headings',
      ({ clauses }) => clauses.some(({ words }) => words.startsWith('2 Keeping bicycles\n')),
      /headings/,
    ],
    [
      "the school's name",
      ({ clauses }) => clauses.some(({ words }) => words.includes('Hill School')),
      /school's own name/,
    ],
    [
      'a name that is a word',
      ({ clauses }) => clauses.some(({ words }) => words.includes('Price')),
      /can be told from other words|a name that is an ordinary word/,
    ],
    [
      'no name that is known for one',
      (sent) => !/Ngozi|Adebayo|Cole/.test(JSON.stringify(sent)),
      /[Nn]ames of people (?:are taken out|in the clauses)/,
    ],
    [
      'nothing else',
      (sent) => Object.keys(sent).join() === 'question,clauses',
      /without (?:your name|the asker's name)/,
    ],
  ] as [string, (sent: Reading) => boolean, RegExp][])('is told as it is: %s', async (_what, isSo, told) => {
    expect(isSo(await readingOf())).toBe(true);
    for (const [where, text] of Object.entries(texts)) expect(text, where).toMatch(told);
  });

  test('has nothing in a clause but its words and what gives them their meaning', async () => {
    const { clauses } = await readingOf();
    expect(clauses.find(({ words }) => words.includes('Hill School'))).toEqual({
      id: expect.stringMatching(/^c\d+$/) as string,
      words:
        '2 Keeping bicycles\nThis rule is for pupils\nOn the site:\nAt night\n' +
        'At Hill School bicycles are locked to the rack. [a person] has the key; Price lists hang there.',
    });
  });
});
