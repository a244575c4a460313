import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChatLink, chatLink } from '../../src/cards/chat-link.ts';
import { cutText, weightOf } from '../../src/cards/cut-text.ts';
import { dayText } from '../../src/cards/day-text.ts';
import { plainText } from '../../src/cards/plain-text.ts';
import { shortName } from '../../src/cards/short-name.ts';

const anything = fc.string({ unit: 'binary', maxLength: 300 });

describe('plain text', () => {
  it('keeps every word of an ordinary sentence', () => {
    const sentence = 'Ring 141 first; “never” use <b> or ${x} — 50 % of £5 is £2.50, naïve façade, 👩‍🏫 🏴󠁧󠁢󠁷󠁬󠁳󠁿.';
    expect(plainText(sentence)).toBe(sentence);
  });

  it.each([
    ['a\u202eb\u2066c\u200fd', 'abcd'],
    ['a\u0000b\u0007c\u009bd', 'abcd'],
    ['a\r\nb\tc\u2028d', 'a b c d'],
    ['a\ud83db', 'ab'],
    ['{{DATE(x)}}', '{\u2060{DATE(x)}}'],
  ])('turns %j into %j', (written, shown) => {
    expect(plainText(written)).toBe(shown);
  });

  it('is the same when cleaned twice', () => {
    fc.assert(fc.property(anything, (text) => plainText(plainText(text)) === plainText(text)));
  });
});

describe('cut text', () => {
  it('is never heavier than the limit and begins as the whole does', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 40, max: 400 }), (text, limit) => {
        const cut = cutText(text, limit);
        expect(weightOf(cut)).toBeLessThanOrEqual(limit);
        expect(plainText(text).startsWith(cut.replace(/ …$/, ''))).toBe(true);
      }),
    );
  });

  it('ends with a whole word', () => {
    expect(cutText('Keep your phone out of sight at all times.', 60)).toBe('Keep your phone out of …');
  });
});

describe('a chat link', () => {
  it('holds nothing that ends the address, whatever is written', () => {
    fc.assert(
      fc.property(anything, anything, (upn, message) => {
        const link = chatLink(plainText(upn), message);
        expect(ChatLink.safeParse(link).success).toBe(true);
        expect([...new URL(link).searchParams.keys()].filter((key) => key !== 'users' && key !== 'message')).toEqual(
          [],
        );
      }),
    );
  });

  it('cuts the message at 250 characters', () => {
    const message = new URL(chatLink('jo@x.example', 'a'.repeat(1000))).searchParams.get('message') ?? '';
    expect([...message]).toHaveLength(250);
    expect(message.endsWith('…')).toBe(true);
  });

  it('is refused where it leads elsewhere', () => {
    expect(ChatLink.safeParse('javascript:alert(1)').success).toBe(false);
    expect(ChatLink.safeParse('https://teams.microsoft.com.evil.example/l/chat/0/0?users=a').success).toBe(false);
  });
});

it('prints a day as people write it', () => {
  expect(dayText('2026-03-02')).toBe('2 March 2026');
});

it('keeps as many words of a name as a button shows', () => {
  expect(shortName('Jo Baker')).toBe('Jo Baker');
  expect(shortName('Daniel James Featherstonehaugh-Cholmondeley')).toBe('Daniel James');
});
