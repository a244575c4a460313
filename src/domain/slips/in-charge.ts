/*
 * Who is in charge at a school, by the words of policies: in lower case, with plain apostrophes.
 */

const team = '(?: ?team)?';
/** Somebody in charge, as patterns. Not a class teacher, the office, the site manager or a technician: with these one speaks in passing. */
export const offices = [
  '(?:deputy |assistant |executive )?head ?teachers?',
  '(?:deputy |assistant |executive )?head(?! of)',
  'head of (?:school|phase|centre|hr|human resources|ict|it)',
  '(?:vice[ -]|deputy |assistant )?principals?',
  '(?<!cover |midday |lunchtime |play )supervisor',
  '(?:nursery|pre-school|setting|centre) (?:manager|leader)',
  // of a nursery; with another word between, of something else
  '(?<=the )manager',
  `senior (?:leader|manager|member of staff)s?`,
  `(?:school )?senior (?:leadership|management)${team}`,
  'member of senior staff',
  'slt',
  'line manager',
  'designated (?:line )?(?:manager|person)',
  '(?:designated )?safeguarding lead',
  'dsl',
  '(?:ict|it|computing|online safety|e-safety|visits) (?:lead(?:er)?|co-?ordinator|helpdesk|manager|support)',
  'evc',
  '(?:ict|it|digital) services?(?: desk)?',
  "helpdesk(?!'s phishing)",
  'network manager',
  'nominated staff',
  '(?:school )?business manager',
  'bursar',
  'data (?:protection )?(?:officer|lead)',
  'director of (?!children)[a-z]+(?: (?:resources|services))?',
  'human resources',
  'chief executive',
  'chair of (?:the )?(?:governors|trustees)',
  'chairperson',
  'chair',
];
const article = `(?:the |your |their |a |an |any |another |other |designated |(?:school|academy|nursery|trust)'s |duty |members? of (?:the |their |my |our )?(?:school )?)*`;
/** One of them, with what stands before it: "the", "a member of". */
export const inSchool = `\\b${article}(?:${offices.join('|')})\\b`;
/** Who is told may be outside as well. */
export const inCharge = `\\b${article}(?:${[...offices, "(?:local authority(?:'s)? )?designated officer", 'lado'].join('|')})\\b`;
