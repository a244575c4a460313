import type { Clause } from '../policies/clause.ts';
import { namesSomebody, namesSomething } from './names-somebody.ts';

/** What a clause is able to say: which kinds of question it can answer, read off its words. */
export interface ClauseSignals {
  readonly permits: boolean;
  readonly forbids: boolean;
  readonly requires: boolean;
  readonly sanctions: boolean;
  /** It only says what a breach leads to, and not what to do or leave. */
  readonly punishes: boolean;
  /** It says whom to tell, or what to do, once something has happened. */
  readonly remedies: boolean;
  /** It opens like a definition ("X means …"). */
  readonly defines: boolean;
  readonly lists: boolean;
  readonly explains: boolean;
  readonly scopes: boolean;
  readonly reports: boolean;
  readonly roles: boolean;
  readonly dates: boolean;
  /** A day, a month or an hour of the clock. */
  readonly times: boolean;
  readonly triggers: boolean;
  /** A point by which something is done ("within two days", "at once"). */
  readonly deadlines: boolean;
  /** A length of time ("six years", "until …"). */
  readonly durations: boolean;
  readonly frequencies: boolean;
  readonly numbers: boolean;
  readonly amounts: boolean;
  readonly ages: boolean;
  readonly contacts: boolean;
  readonly places: boolean;
  /** It names a person. */
  readonly names: boolean;
  /** It holds a proper name, of a firm or a product say. */
  readonly brands: boolean;
}

const number = String.raw`(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|several|half)`;
const unit = String.raw`(?:minute|hour|(?:working |school |calendar |term )?day|week|fortnight|month|term|half[- ]term|(?:academic |school )?year)s?`;
/** “May” is a month only beside what makes it one: in a policy it is nearly always permission. */
const monthNamed = String.raw`(?:january|february|march|april|(?:in|by|of|each|every|until|since|early|late|\d{1,2}) may|june|july|august|september|october|november|december)`;
const month = String.raw`(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|sept?|oct|nov|dec)`;

const patterns: Record<Exclude<keyof ClauseSignals, 'names' | 'brands' | 'punishes'>, RegExp> = {
  permits:
    /\b(may|can|could)\b(?! not|not)|\b(permitted|allowed|permissible|acceptable|permission|free to|able to|entitled|authori[sz]ed|unless|except)\b/,
  forbids:
    /\b(must|should|shall|may|will|can|do|does|are|is) not\b|\b(cannot|never|nobody|prohibit\w*|forbid\w*|forbidden|banned|don'?ts?|refrain|avoid|unacceptable|inappropriate|no (?:member|one|staff|adult|images?|photographs?)|under no circumstances|not (?:be )?(?:permitted|allowed|acceptable|appropriate)|disallowed|unless)\b/,
  requires:
    /\b(must|shall|should|will|need(?:s)? to|required?|requires|expected|have to|has to|ensure|always|duty|obliged|do)\b/,
  sanctions:
    /\b(disciplinary|dismiss\w*|misconduct|sanctions?|prosecut\w*|criminal|suspen\w*|legal action|warnings?|penalt\w*|consequences?|withdrawn|exclu\w*|liable|barred|action (?:may|will) be taken|breach)\b/,
  remedies:
    /\b(?:tell|ring|report(?! on| of)|reported to|inform|notify|refer|are told|is told)\b|\b(?:if|once|when) (?:you|a|an|any|somebody|someone|something|it|there|they) .*?, (?!you|we|may)\w+/,
  defines:
    /^.{0,12}\b(?:the term )?[\w'" ,/()-]{2,70}? (?:is|are|means?|refers? to|consists? of|is defined|can be|may be defined|includes?|describes?|covers?)\b(?! not| to be| required| responsible| expected| permitted| allowed)|\bdefin(?:ed|ition)\b|\bthe term\b|\b(?:taken to )?mean(?:s|ing)?\b|\brefers? to\b/,
  lists: /\b(includ\w*|such as|for example|e\.g|i\.e|examples?|consists?|means?)\b/,
  explains:
    /\b(because|so that|in order to|to ensure|to protect|aims?|purpose|reasons?|to enable|to help|to prevent|to safeguard|designed|intended|as this|therefore|recogni[sz]es?)\b/,
  scopes:
    /\b(appl(?:y|ies)|all (?:staff|adults|employees|members|pupils|those)|everyone|anyone|regardless|whether|includ\w*|covers?|scope|volunteers|governors|contractors|visitors|any (?:adult|person|member))\b/,
  reports:
    /\b(report\w*|inform\w*|tell|notif\w*|refer\w*|contact\w*|speak to|discuss\w*|seek (?:advice|guidance|help)|alert\w*|rais\w*|consult\w*|record\w*|advise|pass(?:ed)? (?:on|to)|hand(?:ed)? (?:in|over))\b/,
  roles:
    /\b(head ?teachers?|head|principal|designated|lead|officers?|managers?|governors?|governing|chair\w*|committee|trustees?|deput(?:y|ies)|dsl|lado|police|ofsted|authority|senco|dpo|supervisor|leader\w*|coordinator|co-ordinator|guardians?|administrator|technician|teachers?|parents?|carers?|key ?(?:person|worker)|owner|social (?:care|services)|council|board|staff|practitioners?|secretary|registered person|team)\b/,
  dates: new RegExp(
    String.raw`\b(?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}\b|\b${month} \d|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b`,
  ),
  times: new RegExp(
    String.raw`\b${monthNamed}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)\b|\b(?:noon|midday|midnight)\b|\b(?:autumn|spring|summer) term\b|\b(?:first|last) (?:\w+ )?day\b`,
  ),
  triggers: new RegExp(
    String.raw`\b(?:when|whenever|before|after|until|once|immediately|as soon as|prior to|at the (?:start|end|beginning)|during|following|on (?:arrival|appointment|leaving|entry|the day)|straight ?away|at all times|always|promptly|within|by the end|without delay|upon|in advance|at once|while|only at|next)\b|\b${monthNamed}\b`,
  ),
  deadlines: new RegExp(
    String.raw`\b(?:within|by (?:the|noon|[0-9])|at once|immediately|promptly|straight ?away|as soon as|without delay|before|no later than|at (?:most|the latest)|at the earliest|same (?:working |school )?day|next (?:working |school )?day|${number}[ -]${unit} (?:of|before|after|from|in advance))\b`,
  ),
  durations: new RegExp(
    String.raw`\b${number}(?: \(\d+\))?(?: or more| to \w+| and a half| full| whole)?[ -]${unit}\b|\b(?:until (?:the|they|he|she|it|a|no)|as long as|no longer than|indefinitely|permanently|overnight|a (?:week|fortnight|month|year|term)|(?:week|month|year|term|day)s? (?:after|or longer)|\d+(?:st|nd|rd|th) birthday)\b`,
  ),
  frequencies: new RegExp(
    String.raw`\b(?:annual\w*|yearly|termly|half[- ]termly|monthly|weekly|daily|fortnightly|quarterly|bi-?annual\w*|regular\w*|every (?:\w+ )?(?:year|term|month|week|day|session|morning|evening)s?|each (?:year|term|week|day|month|session)|once (?:a|per|every|in)|twice|periodic\w*|per (?:year|term|annum|week)|routine\w*|random\w*|continu\w*|frequent\w*|three[- ]year\w*)\b`,
  ),
  numbers:
    /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|hundred|no more than one|only one)\b/,
  amounts: /£|\b(?:pounds?|pence|pay|pays|paid|cost|costs|charged?|fees?|free|refund\w*|reimburs\w*|price|bill)\b/,
  ages: /\b(?:age|aged|ages|years? old|under \d+|over \d+|turns? \d+|birthday|year (?:\d+|[a-z]+ (?:and|to) )|years \d|key stage|reception|adults?|older than|younger than|\d+ (?:or|and) over|from (?:year|about the age))\b/,
  contacts:
    /@|\b(?:www\.|https?:)|\b0\d{2,4}[ -]?\d{3,}|\b(?:telephone|tel|email address|website|helpline|hotline)\b|\b999\b|\b101\b/,
  places:
    /\b(?:offices?|room|classrooms?|cupboards?|cabinets?|lockers?|drawers?|trolley|shelf|folders?|drive|library|reception|desk|gate|hall|car park|staffroom|safe|box|server|website|page|noticeboard|kitchen|toilets?|home|premises|bag|corridors?|playground|site|area|tray|street|field|appendix|handbook|system|log|platform|app)\b/,
};

const punishment = /\b(?:misconduct|disciplinary|dismiss\w*|prosecut\w*|legal action)\b/;
const duty = /\b(?:must|should|shall|needs? to|has to|have to|ensure|required|tell|report(?:ed)?|ring)\b/;

/**
 * Reads the signals off the clause's own words with its lead-in and column, which give a list item its meaning.
 * `knows` tells the words that schools use from names.
 */
export function readClauseSignals(clause: Clause, knows: (stem: string) => boolean): ClauseSignals {
  const written = [clause.leadIn, clause.column, clause.text].filter((part) => part !== undefined).join(' ');
  const text = written.toLowerCase().replace(/[\u2018\u2019]/g, "'");
  const has = (name: keyof typeof patterns): boolean => patterns[name].test(text);
  return {
    permits: has('permits'),
    forbids: has('forbids'),
    requires: has('requires'),
    sanctions: has('sanctions'),
    punishes: punishment.test(text) && !has('forbids') && !duty.test(text),
    remedies: has('remedies'),
    defines: has('defines'),
    lists: has('lists'),
    explains: has('explains'),
    scopes: has('scopes'),
    reports: has('reports'),
    roles: has('roles'),
    dates: has('dates'),
    times: has('times'),
    triggers: has('triggers'),
    deadlines: has('deadlines'),
    durations: has('durations'),
    frequencies: has('frequencies'),
    numbers: has('numbers'),
    amounts: has('amounts'),
    ages: has('ages'),
    contacts: has('contacts'),
    places: has('places'),
    names: namesSomebody(written, knows),
    brands: namesSomething(written, knows),
  };
}
