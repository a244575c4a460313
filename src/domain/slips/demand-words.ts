import { inCharge, inSchool, offices } from './in-charge.ts';

/*
 * The words by which a policy demands a permission, or that somebody in charge is told. All of it is matched in lower case,
 * with plain apostrophes, one sentence at a time.
 */

const leave = '(?:permission|approval|agreement|authori[sz]ation|consent)';
const kindsOfLeave = '(?:(?:any|the|prior|written|explicit|express|appropriate|adequate|previous|formal)(?: and)? )*';
const given = '(?:agreed|approved|authori[sz]ed|permitted|cleared|allowed|named)';

/** A permission is demanded. */
export const askPatterns = [
  // "without prior permission", "with the approval of", "unless you have permission"
  // but not "without consent", which is that of whom it concerns
  `\\b(?!without consent\\b(?! (?:of|from) ${inSchool}))(?:without|(?<!acting )with|unless (?:you|they|staff) have|without having|following|subject to) ${kindsOfLeave}${leave}\\b`,
  `\\bwith ${kindsOfLeave}(?:leave|authority) of ${inSchool}`,
  `\\b(?:with|without|obtains?|gets?|needs?|holds?|have|has) ${inSchool}'s (?:prior |written )*(?:${leave}|leave|authority|signature)`,
  `\\bonly with [^.;]{0,60}${inSchool}'s (?:prior |written )*${leave}`,
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
  `${inSchool}(?: or [a-z]+)? (?:has|have) (?:so )?(?:${given}|confirmed)\\b(?! the permission)`,
  `\\buntil [^.;]{1,40} has been (?:approved|agreed|authori[sz]ed)\\b`,
  `\\brequests? [^.;]{0,60}(?:is|are|shall be|must be|to be) made (?:to|on|by) [^.;]{0,40}\\bform\\b`,
  `${inSchool}(?: and the parents)? (?:can |may |must |first )?(?:agrees?|approves?)\\b`,
  // "ask the headteacher in writing before", "asks the deputy first", "agree the days with"
  `\\b(?:may|must|should) ask ${inSchool} (?:whether|if|for (?:permission|leave|approval|their (?:tele)?phone))\\b`,
  `\\bchecks? with ${inSchool} before\\b`,
  `(?<!only (?:the )?)${inSchool} may (?:authori[sz]e|permit|allow)\\b`,
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

/** By which something comes to somebody in charge, in any form: "report", "reported", "are referred". */
const brought = [
  'report(?:s|ed)?',
  'mention(?:s|ed)?',
  'disclosed?',
  'declared?s?',
  'notified',
  'refer(?:s|red)?',
  'raised?s?',
  'forward(?:s|ed)?',
  'conveyed',
  'passed',
  'taken',
].join('|');

/** Somebody in charge is the one who is told, whoever does it: these are nobody's duty but the reader's. */
export const toldPatterns = [
  `${inCharge}(?: \\(lado\\))? (?:(?:will|must|should|shall|is to|are to|has to|have to) be |is |are |has been |have been )?(?:immediately |also |then )?(?:told|informed|notified)\\b`,
];

/** Somebody is to be told. */
export const tellPatterns = [
  `\\b(?:tell|tells|inform|informs|notify|notifies|alert|alerts|advise)\\b ${atOnce}${inCharge}`,
  `\\b(?:tell|notify|inform|alert)s? [^.;]{0,40}\\b(?:and|or) (?:also )?${inCharge}`,
  `(?<!difficult to |may |not |not be |matter is )\\b(?:${brought})\\b ${gap}(?:to|with) ${inCharge}(?!'s office)`,
  `\\b(?:show|give|send|pass) (?:it|this|the link)(?: on)? to ${inCharge}`,
  `\\b(?:captured|screenshot|copy|evidence)[^.;]{0,60} and (?:handed|shown|given|passed) to ${inCharge}`,
  `\\b(?:acknowledged?|discuss(?:ed)?|share|shared) ${gap}with ${inCharge}`,
  `(?<!\\bmay )\\b(?:speak|talk|writes?) to ${inCharge}`,
  `\\bsent on to ${inCharge}`,
  `\\b(?:ring|telephone|call) ${inCharge}(?! before)`,
  `\\blet ${inCharge} know\\b`,
  `\\bring 999(?: and|,) then ${inCharge}`,
  `\\b(?:it|allegation[^.;]{0,60}|concerns?[^.;]{0,90}|worr(?:y|ies)[^.;]{0,60}) go(?:es)? to ${inCharge}`,
  `\\b(?:is|are|be) made to ${inCharge}`,
  `\\breport to: ${inCharge}`,
  `\\bensure that ${inCharge} (?:is|are) aware\\b`,
  // without saying whom: "report it", "must report", "shall be reported the same day", "likewise to be declared"
  `\\breport (?:it|this|them|every|any|all)\\b`,
  `\\b(?:must|should|shall|responsible for) (?:also )?report(?:ing)?\\b(?! to their)`,
  `\\b(?:must|should|shall) (?:disclose|declare) (?:it|this|them)\\b`,
  `\\b(?:must|should|shall|to) be (?:reported|declared)\\b(?! (?:to|by|on|in|upon)\\b)`,
  `(?<!provided that it )\\b(?:is|are) (?:reported|declared) (?:beforehand|at once|immediately|the same day)\\b`,
  `\\b(?:should|must) report and record\\b`,
  `\\breports? concerns\\b`,
  `\\breporting any (?:incident|concern)s?\\b`,
  `\\brefer (?:yourself|themselves|himself or herself)\\b`,
];

/** Whose duty it is where the sentence is about somebody in charge or outside: not the reader's. */
export const otherPeoplesDuty = new RegExp(
  `^(?:only )?(?:the )?(?:(?:${offices.join('|')})s?|safeguarding governor|governing board|governors|schools?|a contractor|class teacher)\\b(?:, [^,;]{1,40},)?[^,;]{0,60}?,? (?:[a-z]+ )?(?:tells?|rings?|reports?|informs?|speaks?|takes?|goes|attend|asks?|keeps?|should|makes|answers|invites|gives|adds|can|may choose|leads|receives|shall|must)\\b`,
);

/** The same of a list: "The ICT lead shall:". */
export const otherPeoplesList = new RegExp(
  `(?:^|[.;:] )(?:the )?(?:(?:${offices.join('|')})s?|school nurse|technician|visit leader)(?: \\([^)]*\\))?(?: (?:shall|must|will|should))?:$`,
);

/** Leave that others give: parents for their children, people for their own names and words; before the words and after. */
export const leaveOfOthers = {
  before: /\b(?:parental|sender's|their (?:explicit|own)|age-appropriate)\W*$/,
  after:
    /^\W*(?:must be \w+ |has been \w+ |will be \w+ )?(?:from|of|by) (?:(?:the|their|other|legal|every|each|all|any) )*(?:parents?|families|guardians?|individuals?|people|persons?|colleagues?|owners?|department for)\b/,
};

/** "If you are unsure": advice that may be sought demands nothing. */
export const adviceOnly = /\b(?:if (?:you|employees|staff) (?:are|feel)|who (?:is|are|feels?)) (?:unsure|uncertain)\b/;

/** A definition demands nothing: “"Professional account" denotes an account opened with authorisation”. */
export const definition = /^["“][^"”]{1,60}["”] (?:denotes|means|refers to)\b/;
