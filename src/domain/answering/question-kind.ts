import type { ClauseSignals } from './clause-signals.ts';

/** What a question wants to know. */
export type QuestionKind =
  | 'may-i'
  | 'must-i'
  | 'who'
  | 'who-is'
  | 'who-approves'
  | 'tell-whom'
  | 'what-if'
  | 'when'
  | 'when-event'
  | 'when-reviewed'
  | 'how-often'
  | 'how-long'
  | 'how-soon'
  | 'how-much'
  | 'how-old'
  | 'which-firm'
  | 'how-many'
  | 'contact'
  | 'where'
  | 'what-is'
  | 'why'
  | 'applies'
  | 'what-to-do'
  | 'open';

/** How a kind is recognised, which clauses speak to it, and what a clause has to hold to answer it at all. */
export interface KindRule {
  readonly kind: QuestionKind;
  readonly title: string;
  readonly pattern: RegExp;
  readonly welcome: readonly (keyof ClauseSignals)[];
  /** A clause with none of these leaves the asked aspect open. */
  readonly needs: readonly (keyof ClauseSignals)[];
  /** What the clause then lacks, as `--explain` says it. */
  readonly lacks: string;
}

/** In order: the first pattern that fits the question (lower case, straight apostrophes) decides. */
export const kindRules: readonly KindRule[] = [
  rule(
    'when-reviewed',
    'when is it reviewed',
    /\b(when (is|was|were|are|does|do|did|will|should|must)|what (date|year)|date|how (often|frequently|regularly)|due|next|last|out of date)\b.*\b(review\w*|updated?|revis\w*|renew\w*|looked at again|approved|adopted|agreed by|ratified|written|come into force|in force|dated)\b/,
    ['dates', 'frequencies'],
    ['dates', 'frequencies', 'durations'],
    'no date',
  ),
  rule(
    'how-often',
    'how often',
    /\bhow (often|frequently|regularly)\b|\bevery (how many|year or|term or)\b|\bhow many times\b|\bonce a (year|term|week)\b.*\?|\bis it (annual|yearly|every)\b/,
    ['frequencies'],
    ['frequencies', 'durations'],
    'no how often',
  ),
  rule(
    'how-soon',
    'how soon',
    /\bhow (soon|quick\w*|fast|promptly|urgent\w*)\b|\b(deadline|time ?limit)\b|\bby when\b|\b(how much|what) notice\b|\bhow (long|many (hours|\w* ?days|weeks)) (do|have|does|has|did) .{1,40}\b(to|before|until)\b/,
    ['deadlines'],
    ['deadlines', 'durations', 'dates'],
    'no time by which',
  ),
  rule(
    'how-long',
    'how long',
    /\bhow (long|much time)\b|\bhow many (minutes|hours|\w* ?days|weeks|months|years|terms)\b|\b(time ?scale|time ?frame)\b|\b(retention|what period|length of time)\b/,
    ['durations'],
    ['durations'],
    'no length of time',
  ),
  rule(
    'how-much',
    'how much it costs',
    /\bhow much (is|are|does|do|did|will|would|can|could|should|must|may|money|a\b|an\b|per\b|for\b)(?! .*\b(time|notice|contact|force|information|detail|sleep)\b)|\bwhat (does|do|did|would|will) .{2,60}\b(cost|owe|pay|charge)\b|\bwhat (fine|price|fee|charge|rate|penalty fee)\b|\b(cost|price) of\b/,
    ['amounts'],
    ['amounts'],
    'no amount of money',
  ),
  rule(
    'how-old',
    'from what age',
    /\bhow old\b|\bwhat age\b|\bage limit\b|\bminimum age\b|\b(from|until|at) (which|what) (year|age|class|key stage)\b/,
    ['ages'],
    ['ages'],
    'no age or year',
  ),
  rule(
    'which-firm',
    'which firm',
    /\b(which|what) (company|organisation|body|agency|provider|firm|supplier|contractor|brand|software|product|system|service)\b|\bwho (makes|made|supplies|provides|runs|sells|built|hosts)\b/,
    ['brands'],
    ['brands'],
    'no firm or product by name',
  ),
  rule(
    'contact',
    'which number or address',
    /\b(phone|telephone|helpline|hotline|contact|mobile|ring|call|what'?s the|which|what) (number|no\b|details|email)|\b(email|web) ?address (for|of|do i|is)\b|\bwhat(?:'?s| is) the (number|email|phone|website)\b|\bnumber (for|of the|to (ring|call))\b|\bhow (do|can|could|should) (i|we|you) (reach|contact|get hold of|get in touch with|ring|phone|email|call) (the|our|a|an)\b/,
    ['contacts'],
    ['contacts', 'numbers'],
    'no number or address',
  ),
  rule(
    'how-many',
    'how many',
    /\bhow (many|much|big|large|far|tall)\b|\bwhat (ratio|number|percentage|amount|size)\b|\b(what'?s|what is) the (maximum|minimum|most|least|fewest)\b|\b(maximum|minimum|limit on|ratio)\b/,
    ['numbers'],
    ['numbers'],
    'no number',
  ),
  rule(
    'who-approves',
    'who approves',
    /\bwho('s| is| has| does| do| did| will| can| should| gets| would)?\b.*\b(approv\w*|authori[sz]\w*|permission|sign\w* (it )?off|agree\w*|ok(ay)?s?|allow\w*|decid\w*|the say|ratif\w*|adopt\w*|final say)\b|\bwhose (permission|approval|consent|decision|say)\b|\bpermission from (who|whom)\b/,
    ['roles', 'permits'],
    ['roles'],
    'nobody named',
  ),
  rule(
    'tell-whom',
    'who to tell',
    /\bwho (do|should|must|can|would|to|shall|could|am|is it)( i| we| you| they| staff| it)?\b.*\b(tell|report|inform|speak|talk|go|ring|call|contact|notify|ask|turn|see|email|let|raise|refer|pass|give|hand|escalate|approach)\w*\b|\bwhom? to (tell|report|ask|contact|go|ring|call|see)\b|\bwho needs to (know|be told)\b|\bwho (gets|is|has to be|must be|should be) (told|informed|notified|contacted)\b|\bwhere do i (report|go with|take (it|this))\b|\breport (it|this|that) to\b/,
    ['reports', 'roles'],
    ['roles', 'contacts'],
    'nobody named',
  ),
  rule(
    'who-is',
    'who somebody is',
    /\b(who|whos|who's) ?(is|are|was)? (the|our|my|your|this school's)? ?(current |new |named |school |school's )?([\w-]+ ){0,3}(head ?teacher|head|principal|dsl|ddsl|lead|leads|officer|chair|governor|manager|dpo|senco|sendco|coordinator|technician|caretaker|lado|leader|person|contact|owner|trustee|treasurer|secretary)s?( (here|today|now|at the moment|for .*|at .*|of .*))?\s*\??$|\b(name|names) of (the|our|my)\b|\bwhat('s| is) .* (called|name)\b/,
    ['names'],
    ['names'],
    'no name',
  ),
  rule(
    'who',
    'who',
    /\bwho\b|\bwhose\b|\bwhich (person|member|member of staff|governor|role|staff)\b|\bwhat (person|role)\b/,
    ['roles'],
    ['roles'],
    'nobody named',
  ),
  rule(
    'when-event',
    'when something takes place',
    /\bwhen(?:'s| is| are| was| were) (?:(?:the|our|this year's|your|next) )*(?!(?:it|we|they|you|i|he|she|that|this|there|a|an|my|someone|somebody|staff|pupils?|parents?|children)\b)(?:[\w'\u2018\u2019-]+ ){0,4}[\w'-]+(?<!ed|due|needed|allowed|ok|okay|acceptable|appropriate|necessary|given|kept|seen|written|made|sent|told)\s*\??$|\bwhen (?:do|does|did|will) .{2,50}\b(?:start|begin|finish|end|open|close|take place|happen|due|on|break up|come back)\s*\??$|\bwhat (?:time|date|day) (?:is|are|was|were|does|do|did|will)\b/,
    ['times', 'dates'],
    ['times', 'dates', 'frequencies'],
    'no day or hour',
  ),
  rule(
    'when',
    'when',
    /\bwhen\b(?! (i|we|you|they|he|she|it|a|an|the|my|our|someone|somebody|staff|parents?|pupils?|children|kids|teaching|working|using|on|in|at|out|off)\b)|\bwhen (do|does|should|must|can|will|is|are|did|was|were|am|to|would|has|have)\b|\bwhat (time|date|day|point|stage|year)\b|\bwhich (day|date|year|month)\b|\bhow early\b|\bhow late\b/,
    ['dates', 'triggers', 'deadlines', 'durations'],
    ['dates', 'triggers', 'deadlines', 'durations', 'frequencies'],
    'no time',
  ),
  rule(
    'what-if',
    'what happens if',
    /\bwhat (happens?|will happen|would happen|could happen|are the consequences|is the (penalty|punishment|sanction|consequence)|happened|action|trouble|if)\b|\b(get|be|am|are|could|would|will|end up|land|land me|being) (i |we |me |you |they )?(be |get |in |into )?(sacked|fired|disciplined|in(to)? trouble|dismissed|told off|suspended|struck off|prosecuted)\b|\b(lose|cost me) (my|their|your) job\b|\b(disciplinary|sacking|sackable)\b.*\?|\bconsequences?\b|\bgross misconduct\b/,
    ['sanctions'],
    [],
    '',
  ),
  rule(
    'why',
    'why',
    /\bwhy\b|\bwhat'?s? (is )?the (point|purpose|reason|aim|idea)\b|\bhow come\b|\bwhat is .* for\b/,
    ['explains'],
    [],
    '',
  ),
  rule(
    'what-is',
    'what is',
    /\bwhat (counts|is meant|qualifies)\b|\bwhat (does|do|is|are) .{2,60}\b(mean|stand for|count as)\b/,
    ['defines', 'lists'],
    [],
    '',
  ),
  rule(
    'applies',
    'does it apply',
    /\b(apply|applies|cover|covers|covered|include|includes|included|bound by|affect|affects|count|counts|extend|bind)\b.*\b(to|me|us|by|too|as well|also|volunteers?|governors?|visitors?|contractors?|supply|students?|helpers?|ta|tas|home|this|as|pupils|parents|everyone|staff)\b/,
    ['scopes', 'defines', 'lists'],
    [],
    '',
  ),
  rule(
    'where',
    'where',
    /\bwhere\b|\bwhat (place|room)\b|\bwhich (room|place|cupboard|drawer)\b/,
    ['places'],
    ['places'],
    'no place',
  ),
  rule(
    'what-to-do',
    'what to do',
    /\bwhat (do|should|must|can|shall|would|am) (i|we|you|staff|they)\b|\bwhat to do\b|\bhow (do|should|must|can|shall|would|does|is|are)\b|\bwhat('s| is) the (procedure|process|protocol|best way|right way|first thing)\b|\bwhat steps\b|\bwhat now\b|\bdo i do\b/,
    ['reports', 'requires'],
    [],
    '',
  ),
  rule(
    'must-i',
    'must I',
    /\b(must|should|shall) (i|we|you|they|he|she|it|staff|all|every\w*|a|the|my|our|parents?|pupils?|children|volunteers?|governors?|visitors?|teachers?)\b|\b(have|has|need|needs|required|supposed|expected|obliged) to\b|\b(do|does|is|are|am|did) .*\b(required|compulsory|mandatory|necessary|need|obliged|expected)\b|\bgot to\b|\bgotta\b|\bmandatory\b/,
    ['requires', 'forbids'],
    [],
    '',
  ),
  rule(
    'may-i',
    'may I',
    /(?<!\b(?:what|which|who|whom|where|when|why|how|that) )\b(can|may|could|might|am|are|is|would|can't|cant|cannot) (i|we|you|they|he|she|it|staff|my|our|a|an|the|parents?|pupils?|kids?|children|teachers?|volunteers?|governors?|visitors?|someone|anyone|tas?|any|people|students?|adults?|that|this|there)\b|\b(allowed|permitted|ok|okay|alright|all right|acceptable|fine|against the (rules|policy)|banned|problem|let|permission|forbidden)\b/,
    ['permits', 'forbids'],
    [],
    '',
  ),
  rule(
    'what-is',
    'what is',
    /\bwhat('s| is| are| does| do| counts| sort| kind| type| types| else| if any)?\b|\bwhich\b|\b(define|definition|meaning|means?|stand for|counts as|examples?)\b/,
    ['defines', 'lists'],
    [],
    '',
  ),
];

/** Every kind once. */
export const questionKinds: readonly QuestionKind[] = [
  ...new Set([...kindRules.map(({ kind }) => kind), 'open' as const]),
];

const open: KindRule = rule('open', 'a general question', /(?:)/, [], [], '');

/**
 * The kind of a question, as written (any case, any apostrophes). In a message of several sentences the last one that
 * ends in a question mark decides, and the whole message where that one alone says nothing.
 */
export function readQuestionKind(question: string): KindRule {
  const plain = question
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(relativeWho, '$1 that');
  const asked = plain.match(/[^.!?]+\?/g)?.at(-1);
  return (asked !== undefined && kindOf(asked)) || kindOf(plain) || open;
}

/** "A parent who has a carer" asks for nobody. */
const relativeWho =
  /\b(person|people|someone|somebody|anyone|everyone|one|those|staff|teacher|teachers|ta|parent|parents|mum|dad|child|children|kid|kids|pupil|pupils|boy|girl|man|woman|visitor|volunteer|governor|colleague|member|friend|student|students|adult|adults) who\b/g;

function kindOf(plain: string): KindRule | undefined {
  const yesOrNo = opensYesOrNo.test(plain) && !asksForSomething.test(plain);
  return kindRules.find(({ kind, pattern }) => (!yesOrNo || yesOrNoKinds.has(kind)) && pattern.test(plain));
}

const opensYesOrNo =
  /^\W*(?:(?:so|and|but|ok|please|hi|hello|also|or|then|just|quick question) ?[,:-]? ?)*(?:can|may|could|might|am|are|is|was|do|does|did|should|shall|must|would|will|has|have|isn't|aren't|can't|don't|doesn't|need)\b/;
/** “Do you know who …” asks who; “Does anybody check which …” is a yes-or-no question all the same. */
const asksForSomething =
  /\b(know|tell me|tell us|say|remind me|sure|remember|find out)\b.{0,20}\b(who|whose|whom|when|where|what|which|how|why)\b/;
const yesOrNoKinds: ReadonlySet<QuestionKind> = new Set(['what-if', 'applies', 'must-i', 'may-i']);

function rule(
  kind: QuestionKind,
  title: string,
  pattern: RegExp,
  welcome: KindRule['welcome'],
  needs: KindRule['needs'],
  lacks: string,
): KindRule {
  return { kind, title, pattern, welcome, needs, lacks };
}
