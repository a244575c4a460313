import type { ContactAsked } from '../../people/find-contact.ts';

const conditional = /\b(?:if|when|whenever|whether|unless|because|(?<!looks )after|before)\b/;
const endings =
  /(?: (?:today|now|right now|at the moment|currently|this week|please|here|in (?:our|this|the) school|at (?:our|this|the) school|for (?:our|the|this) school|out of hours|urgently|quickly|asap|in an emergency|at the weekend|tonight|directly))+$/;
const article =
  /^(?:(?:to|with|hold of|in touch with|through to) )?(?:(?:the|our|my|a|an|any|school|schools|acting|current|named|lead) )*/;
const number =
  '(?:(?:phone|telephone|mobile|contact|direct|emergency|extension|out of hours) )*(?:numbers?|e-?mail(?: address)?|contact details|details|extension|ext|contact)';

const shapes: readonly (readonly [form: ContactAsked['form'], pattern: RegExp])[] = [
  [
    'cover',
    /^who (?:is )?(?:covers?|covering|on cover|standing in|stands in|deputising|deputises|on call|on duty|filling in|acting)(?= |$)(?: for)?(?: (?<subject>.*))?$/,
  ],
  ['cover', /^(?:who|is (?:anyone|anybody|someone|somebody)) (?:is )?covering(?: for)? (?<subject>.+)$/],
  [
    'number',
    new RegExp(
      `^(?:what is|what are|whats|do (?:you|we) have|have (?:you|we) got|give me|i need|can i have|could i have|can you give me|tell me|find me|show me|i am looking for|is there)?(?: ?(?:the|a|an|our))? ?${number} (?:for|of) (?<subject>.+)$`,
    ),
  ],
  [
    'number',
    new RegExp(
      `^(?:(?:what is|whats|do (?:you|we) have|have (?:you|we) got|give me|i need|can i have|tell me|find me|show me) )?(?<subject>.+?)(?:'s|s')? ${number}$`,
    ),
  ],
  [
    'lead',
    /^who (?:is in charge of|is the lead (?:for|on)|leads(?: on)?|is lead for|runs|looks after|deals with|handles|heads up|is responsible for) (?<subject>.+)$/,
  ],
  ['who', /^(?:who|what) (?:is|are)(?: currently)? (?<subject>.+)$/],
  ['who', /^(?:tell me )?who (?<subject>.+) is$/],
  [
    'who',
    /^(?:how (?:do|can|should|would|could|might) (?:i|we|you|staff|one)(?: best)?|how to|i (?:need|want|would like|have) to|need to|want to|please|could you|can you|can i|may i|where (?:do|can) i|what is the best way to)(?: (?:please|quickly|urgently))? (?:contact|reach|get hold of|get in touch with|get through to|call|ring|phone|e-?mail|find|speak to|speak with|talk to|message|see) (?<subject>.+)$/,
  ],
  [
    'who',
    /^where (?:is|are|can i find|do i find|will i find|would i find) (?<subject>.+?)(?:'s? (?:room|office|classroom)| based)?$/,
  ],
  ['who', /^(?:what (?:room|office|classroom) is) (?<subject>.+?) in$/],
  ['who', /^is (?<subject>.+) (?:in|away|off|about|around|at work|at school|available)$/],
  ['who', /^(?:contact|call|ring|phone|reach|find) (?<subject>.+)$/],
  ['who', /^(?:name|names) of (?<subject>.+)$/],
];

/**
 * The readings of a message that asks who somebody is or how to reach them, likeliest first; none when it has no such
 * shape or when it asks what to do in some case ("who do I tell if …"). `plain` is as `plainWords` leaves it. Whether
 * anybody is meant by the words only the school's list can tell: `findContact`.
 */
export function contactAsked(plain: string): ContactAsked[] {
  const words = plain
    .replace(/[?!.,;:"]+/g, ' ')
    .replace(/-/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (words.length > 100 || conditional.test(words)) return [];
  const short = words.replace(endings, '');
  const readings = shapes.flatMap(([form, pattern]) => {
    const found = pattern.exec(short);
    return found ? [{ form, subject: subjectOf(found.groups?.subject ?? '') }] : [];
  });
  const bare = short.split(' ').length <= 4 ? [{ form: 'bare' as const, subject: subjectOf(short) }] : [];
  return [...readings, ...bare].filter(({ subject, form }) => subject !== '' || form === 'cover');
}

function subjectOf(words: string): string {
  return words.trim().replace(endings, '').replace(article, '').replace(/'s?$/, '').trim();
}
