import { describe, expect, it } from 'vitest';
import { parsePhrasings } from '../../../../src/domain/answering/phrasings/parse-phrasings.ts';

const good = `# Ours.
- words: Can I bring a kettle?
  clause: use#k3ttle
  says: Electrical items from home
- words: "where do the ipads go"
  clause: phones#ipad12
  says: "Class tablets are kept"
`;

describe('phrasings.yaml', () => {
  it('is read with the line of each entry', () => {
    expect(parsePhrasings(`\uFEFF${good}`)).toEqual({
      phrasings: [
        { words: 'Can I bring a kettle?', clause: 'use#k3ttle', says: 'Electrical items from home', line: 2 },
        { words: 'where do the ipads go', clause: 'phones#ipad12', says: 'Class tablets are kept', line: 5 },
      ],
      problems: [],
    });
  });

  it.each(['', '# nothing yet\n', '[]'])('may be empty: %j', (yaml) => {
    expect(parsePhrasings(yaml)).toEqual({ phrasings: [], problems: [] });
  });

  it.each([
    [
      '- words: Can I?\n  clause: use\n  says: Electrical items',
      'clause: write the policy’s id, # and the clause’s id',
    ],
    ['- words: Can I?\n  clause: use#k\n  says: Elec …', 'says: write how the clause begins'],
    ['- words: Can I?\n  clause: use#k\n  says: ""', 'says: write what the clause says'],
    ['- words: Who do I tell about the head?\n  clause: use#k\n  says: Electrical', 'complains of somebody in a post'],
    [`- words: ${'a'.repeat(301)}\n  clause: use#k\n  says: Electrical items`, 'words: keep it to 300 letters'],
    ['- words: 12345678\n  clause: use#k\n  says: Electrical items', 'words: write it as text, in quotation marks'],
    [
      '- words: Can I?\n  clause: use#k\n  says: Electrical items\n  who: me',
      'an entry has only words, clause and says',
    ],
    ['- Can I?', 'write an entry with words, clause and says'],
    [
      '- words: A boy in my class told me that his uncle hurts him\n  clause: use#k\n  says: Electrical items',
      'never kept here',
    ],
    ['- words: can i bring a KETTLE\n  clause: use#k\n  says: Electrical items', 'line 2 has the same words'],
  ])('leaves out a bad entry alone and names its line: %j', (entry, message) => {
    const { phrasings, problems } = parsePhrasings(`${good}${entry}\n`);
    expect(phrasings).toHaveLength(2);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 8 });
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.message).toContain('this entry is left out');
  });

  it.each([
    ['words: Can I?', 1, 'write a list'],
    [`${good}- words: "Can I`, 8, 'not valid YAML'],
  ])('that is no list gives nothing but its problem: %j', (yaml, line, message) => {
    const { phrasings, problems } = parsePhrasings(yaml);
    expect(phrasings).toEqual([]);
    expect(problems).toEqual([
      { line: expect.any(Number) as number, message: expect.stringContaining(message) as string },
    ]);
    expect(problems[0]?.line).toBeGreaterThanOrEqual(line);
  });
});
