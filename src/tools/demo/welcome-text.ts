import { DateTime } from 'luxon';

/** One Teams client of the demo and who sits at it. */
export interface Seat {
  readonly url: string;
  readonly name: string;
  readonly role: string;
  readonly school: string;
}

/** What the demo's clock shows: "Monday 30 November 2026, 07:30". */
export function clockText(now: Date, { timeZone }: { readonly timeZone: string }): string {
  return DateTime.fromJSDate(now, { zone: timeZone }).setLocale('en-GB').toFormat('cccc d LLLL yyyy, HH:mm');
}

/** What the demo prints when everything runs: where to go and what to try. */
export function welcomeText(
  seats: readonly Seat[],
  { time, schoolDir }: { readonly time: string; readonly schoolDir: string },
): string {
  const schools = [...new Set(seats.map(({ school }) => school))];
  const several = schools.length > 1;
  const lines = schools.flatMap((school) => [
    ...(several ? ['', `  ${school}`] : []),
    ...seats.filter((seat) => seat.school === school).map(({ url, name, role }) => `  ${url}   ${name}, ${role}`),
  ]);
  return `
Staffroom is running with ${several ? 'fictional schools and their trust' : 'Marlow Bridge, a fictional primary school'}.
Open one of these in a browser; each is a local Teams client for one person:

${lines.join('\n')}

${several ? severalText : ''}Three things to try as the teacher${several ? ' of Marlow Bridge' : ''}, in the personal chat:
  1. Can I add a former pupil on Instagram?
     The clause is quoted. Press "Whole section" to read around it.
  2. A pupil just sent me a friend request on Instagram
     What to do first comes first, then the clause.
  3. Can I get a tattoo on my arm?
     The policies do not say. Open Helen's page beside this one, press "Ask Helen Marsh" and
     send your question; answer it on her page, and the answer comes back to the teacher's.
     (A page shows nothing from before it was opened. There, write "my questions". Nobody plays
     the others of the school: what is for them is saved, and cannot be brought to them.)

Signatures, as the head: write "ask for signatures", choose a policy, say why, and open it. Amara
and Daniel get the card, read and sign; "sign-offs" shows Helen how far it is.
  In the demo it is ${time}. Nobody is asked in the evening or at a
  weekend, or twice on one day: press Enter here to go on to the next school day.
  To see what happens when a policy changes, change a file of the school and its version in
  ${schoolDir}
  Helen is shown what changed, and puts it in force or not.

It made its own keys, beside its store and its copy of the school in a temporary folder; Ctrl-C
deletes them all.
Everything listens on this computer only, and nothing that you write is kept.
Press Ctrl-C to stop all of it.
`;
}

const severalText = `Each school is served apart. Ask the same as a teacher of each, “Where may I use my phone?”: each gets
the rule of their own school. What a teacher reports (“report”) comes to the DSL of their own school and
to nobody else’s. As a head, open something (“ask for signatures”) and look for it as the head of another
school: by its reference, it is not there. Nia Hughes writes “trust”: totals, nothing else.

`;
