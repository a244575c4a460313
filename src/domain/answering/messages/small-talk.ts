import { listed } from './listed.ts';

/** Whole messages that are not questions, as they read once marks and the bot's name are gone. */
const greetings = listed(`
  hi ; hi there ; hi all ; hello ; hello there ; hey ; hey there ; hiya ; heya ; hullo ; yo ; howdy ; morning
  good morning ; morning all ; afternoon ; good afternoon ; evening ; good evening ; good day ; greetings
  how are you ; how are you today ; hi how are you ; hello how are you ; how do you do ; you alright ; alright
  are you there ; anyone there ; hello is anyone there ; whats up ; what is up ; sup ; test ; testing ; ping
  bore da ; prynhawn da ; shwmae ; happy monday ; happy friday ; nice to meet you
`);
const thanks = listed(`
  thanks ; thank you ; thanks a lot ; thanks so much ; thank you so much ; thank you very much ; thanks very much
  many thanks ; thx ; ty ; cheers ; ta ; diolch ; great ; great thanks ; brilliant ; perfect ; lovely
  lovely thanks ; super ; excellent ; fab ; amazing ; ok ; okay ; ok thanks ; okay thanks ; ok thank you ; ok great
  got it ; got it thanks ; understood ; noted ; that helps ; that helps thanks ; thanks that helps ; that is helpful
  very helpful ; very helpful thanks ; that is great ; that is great thanks ; no thanks ; no thank you ; no ; yes
  bye ; goodbye ; see you ; that is all ; that is all thanks ; sorry ; never mind ; nevermind ; lol ; good
  good bot ; well done ; appreciated
`);
const help = listed(`
  help ; help me ; please help ; help please ; can you help ; can you help me ; could you help me ; i need help
  i need some help ; what can you do ; what do you do ; what can i ask ; what can i ask you ; what should i ask
  what can i do here ; how does this work ; how do you work ; how do i use this ; how do i use you
  how can you help ; how can you help me ; who are you ; what are you ; what is this ; what is staffroom
  who made you ; menu ; start ; commands ; instructions ; info ; about ; options ; get started
  what policies do you have ; which policies do you have ; what policies do you know ; which policies do you know
  list policies ; show policies ; policies ; show me the policies ; list the policies ; are you a bot
  are you human ; are you a person ; are you ai ; are you chatgpt ; do you keep what i write ; i have a question
  can i ask you something ; can i ask a question ; i have got a question
`);
const opening =
  /^(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening)|morning|afternoon|evening|dear)(?: (?:there|all|staffroom|bot))?\s*[,!.:;-]+\s*|^(?:hi|hello|hey|hiya)(?: (?:there|staffroom))? (?=(?:can|could|what|who|how|where|when|is|are|am|do|does|may|should|i)\b)/i;
const closing = /[\s,.!?;-]+(?:thanks|thank you|many thanks|thanks in advance|cheers|ta|please|x+)[\s.!?x]*$/i;

/** What a message that is only small talk is; undefined for anything that says more. `plain` is as `plainWords` leaves it. */
export function smallTalk(plain: string): 'greeting' | 'thanks' | 'help' | undefined {
  const words = plain
    .replace(/[^\p{L}\p{N}' ]/gu, ' ')
    .replace(/'/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const nameless = words.replace(/^(?:staffroom|bot) | (?:staffroom|bot)$/g, '');
  const squeezed = nameless.replace(/(.)\1{2,}/g, '$1');
  for (const said of [words, nameless, squeezed]) {
    if (greetings.includes(said)) return 'greeting';
    if (thanks.includes(said)) return 'thanks';
    if (help.includes(said)) return 'help';
  }
  return undefined;
}

/** The question without the greeting before it and the thanks after it; never empty unless `text` is. */
export function withoutCourtesies(text: string): string {
  const bare = text.replace(opening, '').replace(closing, (end) => (end.includes('?') ? '?' : ''));
  return bare.trim() === '' ? text : bare.trim();
}
