import type { CampaignProblem } from '../../domain/signoffs/campaign-draft.ts';

/** What keeps a campaign from being opened, as one sentence that says what to do. */
export const campaignProblemTexts: Record<CampaignProblem, string> = {
  'no-document': 'Please say what is to be signed: choose a policy, or write its title as your school has it.',
  'not-in-force': 'This policy is not in force today. Ask for signatures once it is.',
  'no-declaration':
    'This policy has no declaration of its own, so there are no words to agree to. Add one to the policy first; the words are the governors’.',
  'no-title': 'Please say what it is called.',
  'no-edition': 'Please say which edition it is.',
  'no-words': 'Please say where it is to be read: a link, or its words.',
  'bad-link': 'That link cannot be used. It has to begin with https.',
  'no-statements': 'Please write what people agree to, one statement a line; at most 30.',
  'no-why': 'Please say why you ask. Everybody reads it.',
  'no-day': 'Please choose the day by which people are to sign.',
  'day-past': 'That day is past. Choose today or a later one.',
  'day-far': 'That day is more than a year away. Choose a nearer one.',
  'too-long': 'One of the texts is too long. Put a long text behind a link.',
  'bad-rhythm': 'People can be reminded every 1 to 60 school days, or only when you say so.',
  'unknown-group': 'Your school has no such group. Choose from those that are offered.',
  nobody: 'Nobody would be asked.',
  'no-second':
    'So many people need a second person’s yes, and nobody else may give it. Ask for a delegate or the chair to be named.',
};

/** All problems as sentences, and that nothing happened. */
export function problemText(problems: readonly CampaignProblem[]): string {
  return [...problems.map((problem) => campaignProblemTexts[problem]), 'Nobody was asked.'].join(' ');
}
