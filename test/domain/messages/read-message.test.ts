import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestQuestion, readMessage } from '../../../src/domain/answering/read-message.ts';
import * as seen from './urgency-messages.ts';
import * as unseen from './unseen-messages.ts';

describe('a message that is no question', () => {
  it.each([
    ['hi', 'greeting'],
    ['Hello!', 'greeting'],
    ['Good morning Staffroom', 'greeting'],
    ['heyyyy', 'greeting'],
    ['Bore da!', 'greeting'],
    ['how are you?', 'greeting'],
    ['Thanks', 'thanks'],
    ['thank you so much!', 'thanks'],
    ['ok', 'thanks'],
    ['Diolch', 'thanks'],
    ['help', 'help'],
    ['HELP ME', 'help'],
    ['What can you do?', 'help'],
    ['which policies do you have?', 'help'],
    ['?', 'help'],
    ['Are you a bot?', 'help'],
    ['good bot', 'thanks'],
    ['Staffroom, hello', 'greeting'],
    ['', 'empty'],
    ['\n\t ', 'empty'],
    ['---', 'empty'],
    ['👍', 'emoji-only'],
    ['🙂 🙂', 'emoji-only'],
    ['👩🏽‍🏫', 'emoji-only'],
    ['1️⃣', 'emoji-only'],
    ['🇬🇧', 'emoji-only'],
    ['42', 'gibberish'],
    ['07700 900123', 'gibberish'],
    ['asdf', 'gibberish'],
    ['qwertyuiop', 'gibberish'],
    ['xxxxx', 'gibberish'],
    ['hjkl sdfg', 'gibberish'],
  ])('%j is %s', (text, kind) => {
    expect(readMessage(text).kind).toBe(kind);
  });

  it.each([
    'GDPR',
    'NSPCC',
    'phones',
    'KCSIE',
    'insta',
    'RSHE?',
    'self harm',
    'Hi, can I use my phone?',
    'help with passwords',
    'thanks, and photos?',
    'Can I say hello to pupils in town?',
  ])('short questions are questions: %s', (text) => {
    expect(['question', 'contact']).toContain(readMessage(text).kind);
  });

  it('is too long from the first character past the limit, and keeps what it says of danger', () => {
    expect(readMessage('a '.repeat(longestQuestion / 2).trim()).kind).not.toBe('too-long');
    expect(readMessage('ab '.repeat(longestQuestion))).toEqual({ kind: 'too-long' });
    expect(readMessage(`${'word '.repeat(4_000)}. He has a knife`)).toEqual({ kind: 'too-long', incident: 'danger' });
  });
});

describe('the question', () => {
  it.each([
    ['Hi, can I use my phone?', 'can I use my phone?'],
    ['Hello there! May I take photos', 'May I take photos'],
    ['Can I take photos? Thanks!', 'Can I take photos?'],
    ['Can I take photos please', 'Can I take photos'],
    ['hey can i use whatsapp', 'can i use whatsapp'],
    ['Hi', 'Hi'],
  ])('is left without its courtesies: %s', (text, question) => {
    const intent = readMessage(text);
    expect('question' in intent ? intent.question : text).toBe(question);
  });

  it('is never empty, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const intent = readMessage(text);
        if ('question' in intent) expect(intent.question.trim()).not.toBe('');
      }),
    );
  });
});

describe('another language', () => {
  it.each([
    ['Polish', 'Czy mogę używać telefonu w szkole?'],
    ['Polish', 'czy moge zrobic zdjecia dzieci'],
    ['Polish', 'Co zrobić, jeśli uczeń mi coś powie?'],
    ['Welsh', 'A gaf i ddefnyddio fy ffôn yn yr ysgol?'],
    ['Welsh', 'Pwy ydy pennaeth yr ysgol?'],
    ['French', 'Est-ce que je peux prendre des photos des élèves ?'],
    ['French', 'Qui est le directeur de l’école ?'],
    ['Spanish', '¿Puedo usar mi móvil en la escuela?'],
    ['Spanish', 'que hago si un alumno me manda una foto'],
    ['Portuguese', 'Posso usar o meu telemóvel na escola?'],
    ['Italian', 'Posso usare il mio telefono a scuola?'],
    ['Romanian', 'Pot să folosesc telefonul la școală?'],
    ['German', 'Darf ich mein Handy in der Schule benutzen?'],
    ['Dutch', 'Mag ik mijn telefoon op school gebruiken?'],
    ['Turkish', 'Okulda telefonumu kullanabilir miyim?'],
    ['Lithuanian', 'Ar galiu naudoti telefoną mokykloje?'],
    ['Somali', 'Ma isticmaali karaa taleefanka iskuulka?'],
    ['Hungarian', 'Használhatom a telefonomat az iskolában?'],
    ['Albanian', 'A mund të përdor telefonin tim në shkollë?'],
    ['Arabic', 'هل يمكنني استخدام هاتفي في المدرسة؟'],
    ['Urdu', 'کیا میں سکول میں اپنا فون استعمال کر سکتا ہوں؟'],
    ['Persian', 'آیا می‌توانم از تلفن خود در مدرسه استفاده کنم؟'],
    ['Ukrainian', 'Чи можу я користуватися телефоном у школі?'],
    ['Russian', 'Можно ли пользоваться телефоном в школе? Спрашиваю ещё раз'],
    ['Greek', 'Μπορώ να χρησιμοποιήσω το κινητό μου;'],
    ['Hindi', 'क्या मैं स्कूल में अपना फ़ोन इस्तेमाल कर सकता हूँ?'],
    ['Punjabi', 'ਕੀ ਮੈਂ ਸਕੂਲ ਵਿੱਚ ਫ਼ੋਨ ਵਰਤ ਸਕਦਾ ਹਾਂ?'],
    ['Bengali', 'আমি কি স্কুলে ফোন ব্যবহার করতে পারি?'],
    ['Gujarati', 'શું હું શાળામાં ફોન વાપરી શકું?'],
    ['Tamil', 'பள்ளியில் தொலைபேசி பயன்படுத்தலாமா?'],
    ['Amharic or Tigrinya', 'በትምህርት ቤት ስልክ መጠቀም እችላለሁ?'],
    ['Chinese', '我可以在学校使用手机吗？'],
    ['Japanese', '学校で電話を使ってもいいですか'],
    ['Korean', '학교에서 휴대폰을 사용해도 되나요?'],
  ])('%s is recognised: %s', (name, text) => {
    expect(readMessage(text)).toMatchObject({ kind: 'other-language', language: { name } });
  });

  it.each([
    'Can I use a café photo of Siân and Łukasz on the site?',
    'Is Eid Mubarak (عيد مبارك) fine on a card to parents?',
    'May I write "bonjour les enfants" on the class page?',
    'Does Mrs Müller or Señor García sign it?',
    'me no do on in an',
    'Is the si in "Si, se puede" OK?',
    'Can I use Duolingo, Kahoot and Quizlet?',
  ])('a foreign name or word in English is English: %s', (text) => {
    expect(readMessage(text).kind).not.toBe('other-language');
  });

  it('no English question of the test sets is taken for another language', () => {
    for (const text of [...Object.values(seen), ...Object.values(unseen)].flat()) {
      expect(readMessage(text).kind, text).not.toBe('other-language');
    }
  });
});
