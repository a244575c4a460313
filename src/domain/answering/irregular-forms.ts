/** Forms that the stemmer cannot trace back, and spellings that schools mix: form → the word that it counts as. */
const forms: Record<string, string> = {};

function add(base: string, written: string): void {
  for (const form of written.split(' ')) forms[form] = base;
}

add('child', 'children childs kid kids kiddo kiddos');
add('person', 'people persons');
add('man', 'men');
add('woman', 'women');
add('tell', 'told telling tells');
add('send', 'sent');
add('take', 'took taken');
add('give', 'gave given');
add('keep', 'kept');
add('see', 'saw seen');
add('lose', 'lost losing loses');
add('leave', 'left leaving');
add('break', 'broke broken');
add('steal', 'stole stolen theft');
add('write', 'wrote written writing');
add('speak', 'spoke spoken');
add('pay', 'paid');
add('meet', 'met');
add('go', 'went gone');
add('get', 'got gotten');
add('buy', 'bought');
add('bring', 'brought');
add('catch', 'caught');
add('think', 'thought');
add('hold', 'held');
add('teach', 'taught');
add('choose', 'chose chosen');
add('wear', 'wore worn');
add('hear', 'heard');
add('find', 'found');
add('make', 'made');
add('say', 'said says');
add('sell', 'sold');
add('run', 'ran');
add('hide', 'hid hidden');
add('drive', 'drove driven');
add('forget', 'forgot forgotten');
add('know', 'knew known');
add('swear', 'swore sworn');
add('bite', 'bitten');
add('drink', 'drank');
add('wake', 'woke woken');
add('feed', 'fed');
add('spend', 'spent');
add('lend', 'lent');
add('ring', 'rang rung');
add('throw', 'threw thrown');
add('begin', 'began begun');
add('withdraw', 'withdrew withdrawn');
add('understand', 'understood');
add('shut', 'shutting');
add('stick', 'stuck');
add('use', 'used using uses usage');
add('photo', 'photos photograph photographs photographed photographing photographic pic pics');
add('video', 'videos videoed videoing videotape');
add('email', 'emails emailed emailing');
add('mum', 'mums mam mom mummy');
add('dad', 'dads daddy');
add('behaviour', 'behavior behaviors behaviours');
add('programme', 'program programs programmes');
add('licence', 'license licences licensed');
add('practice', 'practise practices practised practising');
add('centre', 'center centers centres');
add('enquiry', 'inquiry inquiries enquiries');
add('judgement', 'judgment judgments judgements');
add('organisation', 'organization organizations organisations');
add('policy', 'policies');
add('app', 'apps');
add('dies', 'died die death');
add('destroy', 'destruction destroyed');
add('delete', 'deletion');
add('retain', 'retention');
add('suspect', 'suspicion suspicious suspicions');
add('receive', 'receipt receives received recieve');
add('approve', 'approval approvals');
add('dismiss', 'dismissal dismissed');
add('disclose', 'disclosure disclosures');
add('dispose', 'disposal');
add('respond', 'response responses');
add('behave', 'behaves behaved behaving');
add('governor', 'governors governance');
add('headteacher', 'headteachers headmaster headmistress');
add('investigate', 'investigation investigations investigator');
add('allege', 'allegation allegations');
add('permit', 'permission permissions permitted');
add('prohibit', 'prohibition prohibited');
add('authorise', 'authorize authorized authorised authorisation authorization');
add('notify', 'notification notifications notified');
add('supervise', 'supervision supervisor supervisory');
add('record', 'recorded records');
add('encrypt', 'encryption encrypted');
add('exclude', 'exclusion exclusions');
add('suspend', 'suspension suspensions');
add('apply', 'applied applies');
add('absent', 'absence absences');
add('complain', 'complaint complaints');
add('resign', 'resignation');
add('retrieve', 'retrieval');
add('publish', 'publication publications publicise published');
add('describe', 'description');
add('decide', 'decision decisions');
add('admit', 'admission admissions');
add('recruit', 'recruitment');
add('appoint', 'appointment appointments');

export const irregularForms: ReadonlyMap<string, string> = new Map(Object.entries(forms));

/** Words that the stemmer would throw together with others ("personal" with "person"): each keeps a stem of its own. */
const apart = [
  ['personal', 'personally'],
  ['accountable', 'accountability'],
  ['officer', 'officers'],
  ['relative', 'relatives'],
  ['supervisor', 'supervisors'],
  ['manager', 'managers'],
  ['management'],
  ['recording', 'recordings'],
  ['outing', 'outings'],
  ['letting', 'lettings'],
  ['setting', 'settings'],
  ['objective', 'objectives'],
  ['initials'],
  ['polite', 'politely', 'politeness'],
  ['reporter', 'reporters'],
  ['application', 'applications'],
  ['several'],
  ['news'],
  ['goods'],
  ['important', 'importance'],
  ['department', 'departments'],
  ['community', 'communities'],
  ['mobility'],
  ['positive', 'positively'],
  ['authority', 'authorities'],
  ['internal', 'internally'],
  ['international'],
  ['meeting', 'meetings'],
  ['training'],
  ['hospitality'],
  ['general', 'generally'],
  ['generate', 'generates', 'generated', 'generative'],
];

export const keptApart: ReadonlyMap<string, string> = new Map(
  apart.flatMap(([stem = '', ...forms]) => [stem, ...forms].map((form): [string, string] => [form, stem])),
);
