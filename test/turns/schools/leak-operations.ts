import type { Verb } from '../../../src/teams/verbs.ts';
import { policyId } from '../versions/version-bench.ts';
import { submission, tagOf, type SchoolId, type Things } from './leak-bench.ts';

/** The data of a press. `own`: it names nothing of the other school, and leads to what is the presser's own. */
interface Press {
  readonly data: Record<string, unknown>;
  readonly own?: true;
}

/** Every button that there is, forged with all that the data can name of another school. A verb without a row fails the test. */
export function pressesOn(school: SchoolId, things: Things): Readonly<Record<Verb, Press>> {
  const { clause, question, suggestion, report, draft, campaign, signatory, hash, receipt } = things;
  const { broadcast, addressee, slip } = things;
  const text = tagOf(school);
  const named = (data: Record<string, unknown>): Press => ({ data });
  const act = (data: Record<string, unknown>): Press => ({ data: { ...data, submission: submission() } });
  const own = (data: Record<string, unknown>): Press => ({ data, own: true });
  const link = { clause, others: [clause] };
  const turn = '0';
  const somebody = { campaign, signatory };
  const signing = { signatory, hash };
  const version = { policy: policyId, hash };
  return {
    'answering.section': named({ ...link, shown: clause }),
    'answering.answer': named(link),
    'answering.unsure': own(link),
    'questions.compose': named({ ...link, from: 'answer' }),
    'questions.ask': act({ ...link, from: 'answer', text: 'May I?' }),
    'questions.open': named({ question }),
    'questions.answer': act({ question, text: 'Yes.' }),
    'questions.clauses': named({ question, text: 'phone' }),
    'questions.choose': act({ question, clause, keep: 'true' }),
    'questions.mark': act({ ...link, helpful: true, wording: 'a.b.c.d.e' }),
    'questions.suggest': act({ ...link, wording: 'a.b.c.d.e' }),
    'questions.decide': act({ suggestion, keep: true, seen: '0123456789abcdef' }),
    'questions.gap-compose': own(link),
    'questions.gap': own({ ...link, submission: submission(), text: 'Something is missing' }),
    'reports.show': named({ report }),
    'reports.acknowledge': act({ report }),
    'reports.take': act({ report, seen: '99' }),
    'reports.details': named({ report, part: '1', read: '1' }),
    'reports.send-details': act({ report }),
    'reports.done': named({ report, read: '1' }),
    'reports.work': named({ report }),
    'reports.compose': named({ report, form: 'note', step: '' }),
    'reports.write': act({ report, form: 'ask', question: '', text: 'Who?' }),
    'reports.note': act({ report, what: 'action', text: 'Done' }),
    'reports.hand-over': act({ report, to: 'police', done: 'no', text: 'No crime' }),
    'reports.step': act({ report, step: 'parents-told', done: 'yes', text: '' }),
    'reports.recorded': act({ report }),
    'reports.file': named({ report }),
    'reports.sheet': named({ report }),
    'versions.changes': named({ ...version, page: '0' }),
    'versions.compose': named(version),
    'versions.adopt': act({ ...version, over: hash, change: 'minor', adoptedOn: '2026-11-18', reason: 'x' }),
    'reviews.list': own({ page: '0' }),
    'reviews.begin': own({ duty: policyId, dueOn: '2027-01-01' }),
    'reviews.compose': own({ duty: policyId, dueOn: '2027-01-01' }),
    'reviews.record': own({ duty: policyId, dueOn: '2027-01-01', submission: submission(), outcome: 'unchanged' }),
    'campaigns.list': own({ page: '0' }),
    'campaigns.compose': own({ policy: policyId }),
    'campaigns.compose-other': own({}),
    'campaigns.plan': own({ policy: policyId, groups: '', why: 'x', dueOn: '2026-12-18' }),
    'campaigns.plan-other': own({ title: 'x', text: 'y', statements: 'z', groups: '', why: 'x', dueOn: '2026-12-18' }),
    'campaigns.audience': own({ policy: policyId, groups: '', page: '0' }),
    'campaigns.preview': named({ draft: things.campaignDraft }),
    'campaigns.previewed': own({}),
    'campaigns.open': act({ draft: things.campaignDraft }),
    'campaigns.confirm': act({ campaign, answer: 'yes' }),
    'campaigns.sample': named({ campaign }),
    'campaigns.show': named({ campaign }),
    'campaigns.people': named({ campaign, state: 'all', page: '0' }),
    'campaigns.person': named(somebody),
    'campaigns.form': named({ ...somebody, form: 'exempt' }),
    'campaigns.extend': act({ ...somebody, day: '2027-01-08', note: 'x' }),
    'campaigns.exempt': act({ ...somebody, reason: 'x' }),
    'campaigns.again': act(somebody),
    'campaigns.paper': act({ ...somebody, on: 'paper', typedName: text, witness: 'x', place: 'y' }),
    'campaigns.remind': act({ campaign }),
    'campaigns.close': act({ campaign }),
    'campaigns.file': named({ campaign, what: 'bundle' }),
    'broadcasts.list': own({ page: '0' }),
    'broadcasts.compose': own({ policy: policyId }),
    'broadcasts.recompose': named({ draft: things.broadcastDraft }),
    'broadcasts.plan': own({ message: 'x' }),
    'broadcasts.audience': named({ groups: '', campaign, page: '0' }),
    'broadcasts.preview': named({ draft: things.broadcastDraft }),
    'broadcasts.open': act({ draft: things.broadcastDraft }),
    'broadcasts.confirm': act({ broadcast, answer: 'yes' }),
    'broadcasts.sample': named({ broadcast }),
    'broadcasts.show': named({ broadcast }),
    'broadcasts.people': named({ broadcast, state: 'all', page: '0' }),
    'broadcasts.form': named({ broadcast, form: 'cancel' }),
    'broadcasts.correct': act({ broadcast, message: 'x' }),
    'broadcasts.cancel': act({ broadcast }),
    'broadcasts.recall': act({ broadcast }),
    'broadcasts.again': act({ broadcast }),
    'broadcasts.file': named({ broadcast, what: 'csv' }),
    'broadcasts.act': named({ addressee, what: 'done' }),
    'broadcasts.read': named({ addressee, page: '0' }),
    'signoffs.show': named({ signatory }),
    'signoffs.read': named({ ...signing, page: '0' }),
    'signoffs.declare': named(signing),
    'signoffs.sign': act({ ...signing, name: text, s1: 'true', s2: 'true', s3: 'true', s4: 'true', s5: 'true' }),
    'signoffs.question': named(signing),
    'signoffs.cannot': named(signing),
    'signoffs.send': act({ ...signing, what: 'decline', text: '' }),
    'signoffs.receipt': named({ receipt }),
    'signoffs.copy': named({ receipt }),
    'slips.choose': own({ way: 'ask' }),
    'slips.compose': own({ kind: 'images', clause }),
    'slips.send': own({ kind: 'images', clause, whole: 'yes', submission: submission(), a1: 'x', named: 'no' }),
    'slips.named': act({ draft: 'a.b.c.d.e', about: 'no' }),
    'slips.open': named({ slip }),
    'slips.list': own({ page: '0' }),
    'slips.answer': act({ slip, answer: 'refused', text: 'no' }),
    'slips.renew': act({ slip, until: '', why: 'x' }),
    'slips.withdraw': act({ slip, reason: 'x' }),
    'slips.end': act({ slip, done: 'yes' }),
    'slips.register': own({ page: '0' }),
    'slips.file': own({ as: 'csv' }),
    'incidents.report': own({ submission: submission() }),
    'incidents.new': own({ submission: submission() }),
    'incidents.open': named({ draft }),
    'incidents.answer': named({ draft, turn, step: 'about', to: 'next', about: 'pupil' }),
    'incidents.edit': named({ draft, turn, step: 'about' }),
    'incidents.send': named({ draft, turn }),
    'incidents.recipient': named({ draft, turn, person: '0123456789', about: 'no' }),
    'incidents.needed': named({ draft }),
    'incidents.typing': named({ draft }),
    'incidents.forms': named({ draft }),
    'incidents.cancel': named({ draft, turn }),
    'incidents.delete': named({ draft, turn }),
    'incidents.mine': own({}),
    'safeguarding.accept': own({}),
    'people.school': own({}),
    'people.away': own({ submission: submission(), from: '2026-12-01', to: '2026-12-01', cover: 'nobody' }),
  };
}

/** What can be typed about something of another school, by the file of src/teams that reads it. A file without a row fails the test. */
export function typedOn(school: SchoolId, things: Things): Readonly<Record<string, readonly string[]>> {
  const { clause, question, report, draft, campaign, hash, receipt, broadcast, slip } = things;
  const text = tagOf(school);
  return {
    'questions/question-messages': ['my questions', `answer ${question}`, `answer ${question} Yes, you may`],
    'questions/attach-command': [`attach ${clause}: may I have it on me`],
    'reports/read-deed': [
      'open reports',
      ...['acknowledge', 'take', 'open', 'details', 'recorded', 'print', 'pdf'].map((verb) => `${verb} ${report}`),
      `note ${report} action: done`,
      `ask ${report} who was there`,
      `hand over ${report} not police: no crime`,
      `step ${report} parents told: at 14:10`,
      `close ${report} done`,
      `reopen ${report} because of news`,
      `add to ${report} more`,
      `answer ${report} me`,
    ],
    'incidents/report-commands': [
      'my reports',
      ...['go on', 'send', 'cancel', 'delete'].map((verb) => `${verb} ${draft}`),
    ],
    'signoffs/head-command': [
      'sign-offs',
      ...['remind', 'close', 'who has not signed', 'people in', 'progress of', 'show'].map(
        (verb) => `${verb} ${campaign}`,
      ),
      ...[
        `confirm ${campaign}`,
        `do not confirm ${campaign}`,
        `export ${campaign} as csv`,
        `export ${campaign} as pdf`,
      ],
      ...[`export ${campaign} as evidence bundle`, `exempt Amara ${text} from ${campaign}: on leave`],
      `ask Amara ${text} again to sign ${campaign}`,
    ],
    'signoffs/signing-command': [
      ...['what did I sign', `i agree to ${campaign} ${hash.slice(0, 4)} Amara ${text}`],
      ...[
        `question about ${campaign}: why?`,
        `i cannot agree to ${campaign}: no`,
        `receipt ${receipt}`,
        `copy of ${receipt}`,
      ],
      ...[`i have read ${campaign}`, `read ${campaign}, page 1`, `sign ${campaign}`],
    ],
    'broadcasts/broadcast-command': [
      'broadcasts',
      ...['progress of', 'cancel', 'recall', 'who did not get', 'people in', 'confirm', 'do not confirm'].map(
        (verb) => `${verb} ${broadcast}`,
      ),
      ...[
        `send ${broadcast} again`,
        `correct ${broadcast}: x`,
        `export ${broadcast} as csv`,
        `export ${broadcast} as pdf`,
      ],
      `remind those who have not signed ${campaign}`,
    ],
    'broadcasts/message-command': [
      ...[
        `message ${broadcast}`,
        `read ${broadcast}, page 1`,
        `read ${broadcast}`,
        `sign ${broadcast}`,
        `done ${broadcast}`,
      ],
      `ask about ${broadcast}: what?`,
    ],
    'reviews/review-command': ['reviews'],
    'slips/slip-command': [
      ...['my permissions', 'permissions', `permissions from ${text}`, 'permissions csv', slip],
      ...['yes', 'no', 'noted', 'talk', 'hr', 'withdraw', 'longer', 'done', 'not done'].map(
        (verb) => `${verb} ${slip}: x`,
      ),
    ],
    'versions/version-command': ['versions', `what changed in ${policyId}`],
    'people/staff-command': [
      `connect staff to School ${text}`,
      `connect staff to ${school}`,
      `disconnect staff from ${school}`,
    ],
    'safeguarding/safeguarding-command': [
      `connect safeguarding to ${school}`,
      `disconnect safeguarding from ${school}`,
    ],
    'trust/trust-command': ['trust', 'trust totals', 'trust page 2'],
    'people/school-handlers': ['school', `school ${school}`, `school School ${text}`],
    'people/away-handlers': [`I am away on 1 December, cover Priya Nair ${text}`],
    'answering/answering-handlers': [`May I open the ${text} locker?`, 'Who is the DSL?', 'help'],
  };
}
