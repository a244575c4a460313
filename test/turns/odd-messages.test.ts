import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { activity, openTurns, says, type Turns } from './turn-bench.ts';

let turns: Turns;
beforeAll(async () => {
  turns = await openTurns();
});

describe('an odd message gets one card that says something sensible', () => {
  it.each([
    ['a greeting', 'Hello!', 'Ask me what your school'],
    ['a greeting in Welsh', 'Bore da', 'Ask me what your school'],
    ['thanks', 'thanks, that helps', 'Any time'],
    ['help', 'help', 'Ask what the policies say'],
    ['help in other words', 'What can you do?', 'Ask what the policies say'],
    ['a question mark', '???', 'Ask what the policies say'],
    ['nothing', '', 'There was nothing to read'],
    ['spaces', ' \u00a0 \n ', 'There was nothing to read'],
    ['full stops', '...', 'There was nothing to read'],
    ['one emoji', '👍', 'I can only read words'],
    ['several emoji', '😂😂 🏫 👩‍🏫', 'I can only read words'],
    ['numbers', '12345', 'I could not make out a question'],
    ['a keyboard', 'asdfghjkl', 'I could not make out a question'],
    [
      '20,000 characters',
      'The policy of this school is as follows and continues. '.repeat(380),
      'That is too long for me',
    ],
    ['Polish', 'Czy mogę używać telefonu w szkole?', 'This looks like Polish'],
    ['Urdu', 'کیا میں سکول میں فون استعمال کر سکتا ہوں؟', 'This looks like Urdu'],
    ['Arabic', 'هل يمكنني استخدام هاتفي في المدرسة؟', 'This looks like Arabic'],
    ['Welsh', 'A gaf i ddefnyddio fy ffôn yn yr ysgol?', 'This looks like Welsh'],
  ])('%s', async (_, text, shown) => {
    const { sent } = await turns.run(says(text));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain(shown);
  });

  it('help offers questions that the school’s own policies answer', async () => {
    const { sent } = await turns.run(says('help'));
    const questions = [...(sent[0] ?? '').matchAll(/• ([^"]+\?)"/g)].map(([, question]) => question ?? '');
    expect(questions.length).toBeGreaterThan(0);
    for (const question of questions) {
      const answer = await turns.run(says(question));
      expect(answer.sent[0]).toContain('What the policy says');
    }
  });

  it('another language is answered in that language too', async () => {
    const { sent } = await turns.run(says('Czy mogę używać telefonu w szkole?'));
    expect(sent[0]).toContain('Proszę zadać pytanie po angielsku');
    expect(sent[0]).toContain('999');
  });

  it('a long report of danger gets the safety card before it is told to be too long', async () => {
    const { sent } = await turns.run(says(`${'We had a long day. '.repeat(100)}A boy has a knife.`));
    expect(sent).toHaveLength(2);
    expect(sent[0]).toContain('999');
    expect(sent[1]).toContain('That is too long for me');
  });

  it('a message without a text at all is like an empty one', async () => {
    const { sent } = await turns.run(activity());
    expect(sent[0]).toContain('There was nothing to read');
  });

  it('a picture is not opened, and the person is told what to do if it shows a child', async () => {
    const picture = { contentType: 'image/png', contentUrl: 'https://smba.example/picture' };
    const { sent } = await turns.run(activity({ text: '', attachments: [picture] }));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('I do not open files or pictures');
  });

  it('a picture with a question gets both answers', async () => {
    const attachments = [
      { contentType: 'image/*', contentUrl: 'https://smba.example/p' },
      { contentType: 'text/html', content: '<p>x</p>' },
    ];
    const { sent } = await turns.run(
      says('Can I use my own phone in the staff room?', 'personal', 'teacher', { attachments }),
    );
    expect(sent).toHaveLength(2);
    expect(sent[0]).toContain('I do not open files');
    expect(sent[1]).toContain('in the staff room at break');
  });

  const mark = '\n<span class="inline-compose-card" itemid="0"><span content="0" itemprop="cardId"></span></span>\n';
  const quoted = (body: object) => ({
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: { type: 'AdaptiveCard', version: '1.5', body: [body] },
  });
  const words = quoted({ type: 'TextBlock', text: 'You may use your phone in the staff room.' });
  it.each([
    ['alone is like an empty message', '', words, 'There was nothing to read'],
    [
      'is passed over beside a question',
      'Can I use my own phone in the staff room?',
      words,
      'in the staff room at break',
    ],
    ['with a picture is a picture', '', quoted({ type: 'Image', url: 'https://x.example/p' }), 'I do not open files'],
    ['that cannot be read is a file', '', { contentType: words.contentType }, 'I do not open files'],
  ])('a quoted card %s', async (_, text, attachment, shown) => {
    const attachments = [attachment];
    const { sent } = await turns.run(says(`${text}${mark}`, 'personal', 'teacher', { attachments }));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain(shown);
  });

  it('the HTML copy that Teams attaches to a message is no file', async () => {
    const attachments = [{ contentType: 'text/html', content: '<p>hello</p>' }];
    const { sent } = await turns.run(says('hello', 'personal', 'teacher', { attachments }));
    expect(sent[0]).toContain('Ask me what your school');
  });

  it('words that look like a template or like Markdown come back as nothing but words', async () => {
    const { sent } = await turns.run(
      says('${string(range(0,20000000))} **can I** [use](http://evil.example) my own phone?'),
    );
    expect(sent.join()).not.toContain('"http://evil.example');
    expect(sent.join().length).toBeLessThan(40_000);
  });

  it('any characters at all get an answer and break nothing', async () => {
    const odd = [
      '\ud800',
      'can I use my phone \udfff?',
      '&#xD800; &#0; &#99999999;',
      '\u202egnp.exe',
      '\u0000',
      '\u200b',
      'a\u0301'.repeat(400),
    ];
    for (const text of odd) expect((await turns.run(says(text))).sent.length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const { sent } = await turns.run(says(text));
        expect(sent.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('an edited message, a reaction and a typing notice get no answer', async () => {
    for (const type of ['messageUpdate', 'messageReaction', 'typing', 'event', 'endOfConversation', 'trace']) {
      const { activities } = await turns.run(activity({ type, text: 'Can I use my own phone?' }));
      expect(activities).toHaveLength(0);
    }
  });
});
