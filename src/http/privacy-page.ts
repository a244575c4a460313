import { mostShown } from '../domain/answering/ask-reader.ts';
import { longestKeepDays, retentionTable, type RecordClass } from '../domain/records/retention-table.ts';
import { pageHeaders } from './page-headers.ts';

const style = `body{font:17px/1.5 system-ui,sans-serif;max-width:42em;margin:2em auto;padding:0 1em;color:#1b1b1b;background:#fff}
h1{font-size:1.6em;line-height:1.2}h2{font-size:1.2em;margin-top:1.8em}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.5em .8em .5em 0;border-bottom:1px solid #ccc}li{margin:.4em 0}`;

export const privacyHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders(style),
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-cache',
};

/** Where a language model is that may see questions, and the names of the schools whose questions it may see. */
export interface ReaderNotice {
  readonly host: string;
  readonly schools: readonly string[];
}

/**
 * The page that the Teams app names as its notice: what is kept of staff, where, how long, and who sees it. `reader`: where
 * the language model is that may choose among clauses, and the schools that have turned it on, if any has.
 */
export function privacyPage(schools: readonly string[], reader?: ReaderNotice): string {
  const school = schools.length > 0 ? schools.map(escapeHtml).join(', ') : 'the school';
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Staffroom: privacy and use</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head><body>
<h1>Staffroom: what it keeps, and of whom</h1>
<p>Staffroom is a bot in Microsoft Teams for the staff of ${school}. It quotes the school’s own policies, takes reports of
incidents, asks for signatures, and sends the school’s messages to staff. The school runs it and decides what it is used
for: the school is the data controller. This page adds to the school’s privacy notice for staff.</p>
<h2>What is not kept</h2>
<ul><li>A question that you only ask is neither stored nor logged. Nor is what you search for, or anything that somebody who is
not staff writes.</li>
<li>Staffroom does not read your other chats, channels, files or mail.</li>
<li>There is no advertising, no tracking and no profile of you. This page sets no cookie.</li></ul>
<h2>What is kept, and for how long</h2>
<table><thead><tr><th scope="col">Record</th><th scope="col">Kept</th></tr></thead><tbody>
${rows}
</tbody></table>
<p>The school’s data protection officer may set shorter times. A report that has gone into the school’s own safeguarding
or personnel system is kept there under the school’s rules for it.</p>
<h2>Where it is kept</h2>
<ul><li>On the server that the school runs for Staffroom, and in its backups. Reports, questions that were handed over and their
answers are encrypted; the key lies elsewhere.</li>
<li>Microsoft Teams keeps its own copy of your chat with Staffroom in the school’s Microsoft 365, under the school’s rules.</li>
${reader ? onlyTo(reader) : nobodyElse}</ul>
<h2>Who sees it</h2>
<ul><li>A report: those whom the school’s rules name for it, never somebody whom it is about. Each time it is read is recorded. Its
reporter sees what became of it.</li>
<li>A question that you hand over: the owner of that policy, and whoever stands in for them. Where a clause answers it, its words may
be kept without your name in the school’s file of how staff ask. What seems to tell of somebody is not.</li>
<li>Signatures and messages to staff: the head, whoever stands in for the head or was asked to do this, and you, for your own.</li>
<li>Whoever looks after the server can, with the key, open what is stored. The school decides who that is.</li></ul>
<h2>Why it may be kept</h2>
<p>To keep children safe and to run the school: the school’s legal obligations and its public task (UK GDPR, article 6(1)(c) and
(e)). Reports may hold more sensitive data, which is kept for safeguarding (article 9(2)(g); Data Protection Act 2018, schedule 1,
paragraph 18). The school’s own notice says which of these apply.</p>
<h2>Your rights</h2>
<p>You may ask the school’s data protection officer to see what is held of you, to correct it, to destroy it or to stop using it.
The school’s privacy notice says how to reach them; in Teams, write “Who is the data protection officer?” to Staffroom. You
may also complain to the Information Commissioner’s Office, ico.org.uk.</p>
<h2 id="use">Terms of use</h2>
<ul><li>Staffroom is for the school’s staff, for their work.</li>
<li>It quotes the school’s policies. It gives no advice of its own and is as right as the policies are. Where one of them is
overdue for review, it says so.</li>
<li>It does not take the place of speaking to the Designated Safeguarding Lead. In danger, call 999. Do not wait for an answer in
Teams.</li></ul>
</body></html>
`;
}

const nobodyElse = `<li>Nothing goes to anybody else: no other company, no AI service, no statistics. Staffroom speaks to Microsoft 365 alone,
which carries its messages and says who is in a team or a channel.</li>`;

const onlyTo = ({
  host,
  schools,
}: ReaderNotice) => `<li>Staffroom speaks to Microsoft 365, which carries its messages and says who is in a team or a channel.</li>
<li>${schools.map(escapeHtml).join(', ')} turned on a language model, at ${escapeHtml(host)}. A question about the policies goes there as
you wrote it, without your name, and with up to ${mostShown} clauses of the school’s policies under their headings. Names of people are
taken out of these where they can be told from other words; the school’s own name may stand there. It
answers with which of these clauses fit, or none, and writes nothing that you read. What sounds like an incident, tells what has
happened, or holds what looks like somebody’s name, number or address is not sent. Reports, drafts, questions handed over,
signatures and messages never are. Please put nobody’s name into a question. Ask the data protection officer what is kept there.</li>
<li>Nothing goes to anybody else: no statistics, no other company.</li>`;

/** In plain words where the table names a setting. */
const plain: Partial<Record<RecordClass, string>> = {
  report: `${longestKeepDays} days at most after it was recorded there and closed`,
  address: '30 days after they were last listed as staff',
};

const rows = Object.entries(retentionTable)
  .map(
    ([name, { record, keep }]) => `<tr><td>${escapeHtml(record)}</td><td>${escapeHtml(keepOf(name, keep))}</td></tr>`,
  )
  .join('\n');

function keepOf(name: string, keep: string): string {
  return Object.entries(plain).find(([own]) => own === name)?.[1] ?? keep;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
