/** What a notification of a message may show, on a locked screen too. A closed list: no reference, no name, no words of anybody. */
export const summaries = [
  'Staffroom: a colleague has a question about a policy',
  'Staffroom: your question was answered',
  'Staffroom: a record for you to keep',
  'Staffroom: second copy of a message',
  'Staffroom: a new report for you',
  'Staffroom: something new about a report',
  'Staffroom: a question about your report',
  'Staffroom: about your report',
  'Staffroom: a colleague needs you now',
  'Staffroom: something for you to look into',
  'Staffroom: a policy has a new text',
  'Staffroom: please read and sign a policy',
  'Staffroom: please read and sign a document',
  'Staffroom: still to read and sign',
  'Staffroom: about your signature',
  'Staffroom: a sign-off waits for your yes',
  'Staffroom: about a sign-off of yours',
  'Staffroom: something of yours is unfinished',
  'Staffroom: about the safeguarding channel',
  'Staffroom: who covers',
] as const;
export type Summary = (typeof summaries)[number];
