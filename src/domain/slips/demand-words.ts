/*
 * The words by which a policy demands a permission, or that somebody in charge is told. All of it is matched in lower case,
 * with plain apostrophes, one sentence at a time.
 */

const team = '(?: ?team)?';
/** Somebody in charge. Not a class teacher, the office or the site manager: with these one speaks in passing. */
const offices = [
  '(?:deputy )?head ?teachers?',
  '(?:deputy )?head',
  `senior (?:leader|manager|member of staff)s?`,
  `(?:school )?senior (?:leadership|management)${team}`,
  'member of senior staff',
  'slt',
  'line manager',
  'designated (?:line )?(?:manager|person|safeguarding lead)',
  'dsl',
  '(?:ict|it) (?:lead(?:er)?|co-?ordinator|helpdesk)',
  'nominated staff',
  '(?:school )?business manager',
  'data protection officer',
  'chair of (?:the )?governors',
  'chair',
];
const article = `(?:the |your |their |a |an |any |another |other |designated |school's |members? of (?:the |their |my |our )?(?:school )?)*`;
const inSchool = `\\b${article}(?:${offices.join('|')})\\b`;
/** Who is told may be outside as well. */
const inCharge = `\\b${article}(?:${[...offices, "(?:local authority(?:'s)? )?designated officer", 'lado'].join('|')})\\b`;

const leave = '(?:permission|approval|agreement|authori[sz]ation|consent)';
const kindsOfLeave = '(?:(?:any|the|prior|written|explicit|express|appropriate|adequate|previous|formal)(?: and)? )*';
const given = '(?:agreed|approved|authori[sz]ed|permitted|cleared|allowed|named)';

/** A permission is demanded. */
export const askPatterns = [
  // "without prior permission", "with the approval of", "unless you have permission"
  `\\b(?:without|(?<!acting )with|unless (?:you|they|staff) have|without having|following|subject to) ${kindsOfLeave}${leave}\\b`,
  `\\bwithout (?:the )?${inSchool}'s (?:written |prior )?${leave}`,
  `\\bunless (?:they|you|he or she) (?:do not )?have (?:been given )?${kindsOfLeave}${leave}`,
  `\\bunless ${kindsOfLeave}${leave} (?:and access )?has been (?:given|provided)`,
  `\\bdo(?: not|n't) have ${kindsOfLeave}(?:permission|approval|authori[sz]ation)`,
  `\\bsure that you have ${kindsOfLeave}${leave}`,
  // "must obtain prior approval", "consent must be gained", "approval has been given"
  `\\b(?:obtain|seek|get|gain|require|need|needs|requires|ensure (?:that )?you have) ${kindsOfLeave}${leave}\\b(?! will be sought)`,
  `${leave} (?:must|should|has to|needs to|is to) be (?:gained|obtained|sought|given)`,
  `\\b(?:written |prior )?${leave} (?:from|of) ${inSchool} (?:is|are) needed`,
  `${leave} has been given to do so`,
  `\\bagreed approval process`,
  // "is approved by the headteacher", "agreed with senior management", "unless authorised", "cleared with"
  `\\b${given} (?:first |beforehand )?(?:by|with) ${inSchool}`,
  `\\b(?:unless|not) (?:[a-z]+ or )?(?:expressly |otherwise )?(?:authori[sz]ed|approved)\\b(?! to use it)`,
  `\\b(?:authori[sz]ed|approved) by the school\\b`,
  `\\bhave (?:these|it|them|this) approved by`,
  // "the headteacher agrees first", "that the deputy has approved", "the headteacher can agree"
  `${inSchool} (?:has|have) ${given}\\b(?! the permission)`,
  `${inSchool}(?: and the parents)? (?:can |may |must |first )?(?:agrees?|approves?)\\b`,
  // "ask the headteacher in writing before", "asks the deputy first", "agree the days with"
  `\\basks? ${inSchool}(?:(?! to )[^.;]){0,20} (?:before|first|beforehand)\\b`,
  `\\bagree [^.;]{1,30} with ${inSchool}`,
  `\\bask for new [^.;]{1,60} on the [^.;]{0,30}form\\b`,
  `\\b(?:send|sends) (?:the form to )?${inSchool} (?:the address and your reason|[^.;]{1,20} ahead)`,
  // "not used before the ICT lead has assessed its risks", "a risk assessment will be carried out before"
  `\\bbefore ${inSchool} has assessed\\b`,
  `\\b(?:risk|impact) assessment (?:will be |is )?carried out before\\b`,
  `\\bbefore the school [^.;]{1,60}, ${inSchool}[^.;]{0,20} carries out an? [^.;]{0,10}assessment`,
];

const atOnce =
  '(?:(?:immediately|at once|promptly|straight away|first|also|always|openly|both|it|this|them|any concerns?) )*';
const gap = '(?:[^.;]{0,140}? )?';

/** Somebody is to be told. */
export const tellPatterns = [
  `\\b(?:tell|tells|inform|informs|notify|notifies|alert|alerts|advise)\\b ${atOnce}${inCharge}`,
  `\\b(?:tell|notify|inform|alert)s? [^.;]{0,40}\\b(?:and|or) (?:also )?${inCharge}`,
  `(?<!difficult to )\\b(?:report|reports|reported|mention|disclosed?|refer|raise|raised)\\b ${gap}(?:to|with) ${inCharge}`,
  `\\b(?:show|give|send|pass) (?:it|this|the link)(?: on)? to ${inCharge}`,
  `\\b(?:acknowledged?|discuss(?:ed)?|share|shared|raised?) ${gap}with ${inCharge}`,
  `\\b(?:speak|talk) to ${inCharge}`,
  `\\bring ${inCharge}(?! before)`,
  `\\bring 999 and then ${inCharge}`,
  `\\b(?:it|allegation[^.;]{0,60}|concern[^.;]{0,60}|worry[^.;]{0,60}) goes to ${inCharge}`,
  `${inCharge}(?: \\(lado\\))? (?:will be|must be|should be|is|are) (?:immediately |also )?(?:told|informed|notified)\\b`,
  `\\bensure that ${inCharge} (?:is|are) aware\\b`,
  // without saying whom: "report it", "must report", "should report incidents"
  `\\breport (?:it|this|them|every|any|all)\\b`,
  `\\b(?:must|should|shall|responsible for) (?:also )?report(?:ing)?\\b(?! to their)`,
  `\\b(?:should|must) report and record\\b`,
  `\\breports? concerns\\b`,
  `\\breporting any (?:incident|concern)s?\\b`,
];

/** Whose duty it is where the sentence is about somebody in charge or outside: not the reader's. */
export const otherPeoplesDuty = new RegExp(
  `^(?:the )?(?:${offices.join('|')}|safeguarding governor|governing board|governors|schools?|a contractor|class teacher)\\b(?:, [^,;]{1,40},)?[^,;]{0,60}?,? (?:[a-z]+ )?(?:tells?|rings?|reports?|informs?|speaks?|takes?|goes|attend|asks?|keeps?|should|makes|answers|invites|gives|adds|can|may choose|leads|receives)\\b`,
);

/** Leave that others give: parents for their children, people for their own names and words; before the words and after. */
export const leaveOfOthers = {
  before: /\b(?:parental|sender's|their (?:explicit|own)|age-appropriate)\W*$/,
  after:
    /^\W*(?:must be \w+ |has been \w+ |will be \w+ )?(?:from|of|by) (?:(?:the|their|other|legal) )*(?:parents?|families|guardians?|individuals?|people)\b/,
};

/** "If you are unsure": advice that may be sought demands nothing. */
export const adviceOnly = /\bif (?:you|employees|staff) (?:are|feel) unsure\b/;
