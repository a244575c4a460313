/** Forms that tell of the past and do not end in -ed. */
const past =
  `left lost sent gave given took taken told said saw seen shown stole stolen broke broken forgot forgotten put wrote
  written got found hit hurt did done went gone made let spoke spoken heard read fell fallen threw thrown bought came
  become been bit bitten caught drove drank drunk been kept knew known met paid ran rang`
    .split(/\s+/)
    .join('|');
const who = String.raw`(?:i|we|he|she|they|it|somebody|someone|something|nobody|(?:a|an|the|my|our|one of my|one of the|another|some)(?: [\w'-]+){1,3})`;
const between = String.raw`(?:'ve|'s)?(?: (?:have|has|had|was|were|just|accidentally|think i|already|also|got))*`;

const telling = new RegExp(
  String.raw`^(?:(?:help|oh no|so|and|but|sorry|hi|hello|um|omg|please)\W+)*${who}${between} (?:${past}|\w{2,}(?<!ne)ed)\b(?: \w+)?`,
);
/** “I am worried” and “I was told to” tell of no event; “am I allowed” and the like are no telling at all. */
const noEvent =
  /\b(?:allowed|supposed|required|expected|worried|concerned|interested|confused|asked (?:to|me|for)|told (?:to|that|me)|need(?:ed)?|wanted)\b/;

/** True where some sentence of a message tells that something has happened, as “I left my laptop on the train” does. */
export function hasHappened(message: string): boolean {
  const sentences = message
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .split(/[.!?;]+|, (?=who|what|how|do|should|can)|\bif\b/);
  return sentences.some((sentence) => {
    const [event] = telling.exec(sentence.trim()) ?? [];
    return event !== undefined && !noEvent.test(event);
  });
}
