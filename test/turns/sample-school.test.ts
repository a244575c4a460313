import { beforeAll, describe, expect, it } from 'vitest';
import { openTurns, presses, says, type Turns } from './turn-bench.ts';

let turns: Turns;
beforeAll(async () => {
  turns = await openTurns({ policiesDir: 'policies' });
});

describe('a teacher of the sample school', () => {
  it.each([
    'What should I do if a pupil sends me a nude?',
    'Who do I tell if I am worried about the head?',
    'how do I report a low level concern',
    'when is the social media policy reviewed',
  ])('is quoted a policy, and can open its section: %s', async (question) => {
    const { sent } = await turns.run(says(question));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('What the policy says');
    const [, clause] = /"verb":"answering.section","data":\{"clause":"([^"]+)"/.exec(sent[0] ?? '') ?? [];
    const section = await turns.run(presses('answering.section', { clause, others: [] }));
    expect(section.answered).toContain('"verb":"answering.answer"');
  });

  it.each([
    ['social media', 'Reviewed once a year, and sooner if a new service becomes popular with our pupils.'],
    ['online safety', 'Reviewed every year in the spring term, after the pupil survey.'],
  ])('is told when the very policy is reviewed that they name: %s', async (title, words) => {
    const { sent } = await turns.run(says(`when is the ${title} policy reviewed`));
    expect(/Reviewed [^.]*\./.exec(sent[0] ?? '')?.[0]).toBe(words);
  });

  it.each([
    ['Who is the DSL?', 'Daniel Reid'],
    ['who is the head', 'Helen Marsh'],
    ['How do I reach the ICT lead?', 'Callum Price'],
    ['number for the LADO', '01632 960620'],
    ['how do I contact social services', '01632 960610'],
    ['IT helpdesk number', '01632 960140'],
  ])('is told whom to contact: %s', async (question, shown) => {
    const { sent } = await turns.run(says(question));
    expect(sent[0]).toContain('not from a policy');
    expect(sent[0]).toContain(shown);
  });

  it('who reports danger sees 999, then the DSL and the number', async () => {
    const { sent } = await turns.run(says('a child in my class has a knife'));
    expect(sent[0]?.indexOf('999')).toBeLessThan(sent[0]?.indexOf('Daniel Reid') ?? 0);
    expect(sent[0]).toContain('01632 960102');
  });
});
