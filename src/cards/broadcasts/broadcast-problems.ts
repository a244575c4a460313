import { longestMessage, mostADay, type BroadcastProblem } from '../../domain/broadcasts/broadcast-draft.ts';

/** What keeps a broadcast from being sent, as one sentence that says what to do. */
export const broadcastProblemTexts: Record<BroadcastProblem, string> = {
  'no-message': 'Please write what you want to say.',
  'too-long': `A message may have ${longestMessage.toLocaleString('en-GB')} characters. Put a long text into a policy or behind a link.`,
  'no-policy': 'Please choose a policy that is in force today. Without one nobody can read it or ask about it.',
  'no-clause': 'This policy has no such clause. Write its number as it is printed, or leave it empty.',
  'no-campaign': 'Please choose a sign-off that is open: a reminder to sign goes to those who have not signed it.',
  'unknown-group': 'Your school has no such group. Choose from those that are offered.',
  nobody: 'Nobody would get it.',
  'no-channel': 'No staff team is connected whose channel could get it. Leave the channel out.',
  'bad-time': 'Please give both a day and a time, or neither, such as “1 December 2026 09:00”.',
  'time-past': 'That time is past. Choose a later one, or none to send it as soon as people may be written to.',
  'time-far': 'That time is more than a year away. Choose a nearer one.',
  'day-full': `${mostADay} messages go out on that day already, and nobody reads more than that. Choose another day.`,
  'not-delegated': 'You may send others, but not this one to these people. Choose what the school has given to you.',
  elsewhere: 'Something keeps it from being sent at another school, as it says below.',
  'no-second':
    'So many people need a second person’s yes, and nobody else may give it. Ask for a delegate or the chair to be named.',
};

/** All problems as sentences, and that nothing happened. */
export function broadcastProblemText(problems: readonly BroadcastProblem[]): string {
  return [...problems.map((problem) => broadcastProblemTexts[problem]), 'Nothing was sent.'].join(' ');
}
