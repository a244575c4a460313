import { describe, expect, it } from 'vitest';
import { messageCard } from '../../src/cards/messages/message.ts';
import { entryLine } from '../../src/cards/questions/entry-line.ts';
import { parsePhrasings } from '../../src/domain/answering/phrasings/parse-phrasings.ts';

const clause = `${'long-policy-'.repeat(8)}x#abc123`;
const cardsLineOf = (words: string, says: string): string => {
  const card = messageCard.render({ title: '', paragraphs: [entryLine({ words, clause, says })] });
  let line = '';
  JSON.parse(JSON.stringify(card), (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string' && value.startsWith('- {')) line = value;
    return value;
  });
  return line;
};

describe('the line of an entry that a card shows', () => {
  it.each([
    ['a short clause', 'may I', 'Keep it  off.'],
    ['a clause with marks', 'may “I” # {now}: ', 'Say "no", \\ and: {{DATE(x)}} #1.'],
    ['a long clause', 'may I '.repeat(50), 'Staff keep it in the locker. '.repeat(200)],
    ['a long clause of marks', '漢 may '.repeat(50), '"No" '.repeat(2_000)],
  ])('is one entry of the file for %s', (_, words, says) => {
    const line = cardsLineOf(words, says);
    expect(line).toMatch(/" \}$/);
    const { phrasings, problems } = parsePhrasings(`${line}\n`);
    expect(problems).toEqual([]);
    expect(phrasings).toHaveLength(1);
    expect(phrasings[0]).toMatchObject({ clause });
    expect(phrasings[0]?.says.length).toBeGreaterThan(Math.min(says.length, 60) - 3);
  });
});
