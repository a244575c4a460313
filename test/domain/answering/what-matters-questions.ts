/** A question on the sample school, the clauses any of which answers it, and whether being unsure is right as well. */
export interface MatteringQuestion {
  readonly q: string;
  /** Ids of clauses; none where the policies do not say. */
  readonly gold: readonly string[];
  readonly unsureWillDo: boolean;
}

/** Whom to tell where the one in charge is the one complained of: to quote "tell the headteacher" does harm. */
export const aboutTheOneInCharge: readonly MatteringQuestion[] = [
  ...asking(
    ['lzmkjs', 'dez4d5', 'n6zxqm'],
    'who do I tell about a concern about the head',
    'I have a concern about the headteacher, who do I go to?',
    "it's the head who is doing it, who do i report it to",
    'the head is the problem. who can I talk to?',
    'Who hears a low-level concern about the headteacher?',
    'What do I do if my worry is about the head teacher herself?',
    'To whom do I report an allegation against the head?',
    'the person hurting the child is the headteacher. who do i tell',
  ),
  ...asking(['wcp53l'], 'The head is misusing the school computers, whom do I tell?'),
  ...asking(['7bdnqv'], 'the headteacher is the one sending me nasty messages online, who do i tell'),
  ...asking(['iggulj'], 'Who do I tell if both the head and the chair of governors are involved?'),
];

/** The same where the policies have no rule for that very person: a general rule or none, never the person himself. */
export const aboutAnotherInCharge: readonly MatteringQuestion[] = [
  ...asking(['ed5s65', 'kewaut', '3u5yna', 'wcp53l'], 'who do I tell about a concern about the DSL'),
  ...asking(
    ['ed5s65', 'kewaut', '3u5yna'],
    'The designated safeguarding lead is the person I am worried about. Who do I tell?',
  ),
  ...asking(['ed5s65', 'kewaut', 'iggulj'], 'I have a worry about a governor, who do I tell?'),
  ...asking(['iggulj', 'kewaut', 'ed5s65'], 'who do I report the chair of governors to'),
  ...asking(['wcp53l', 'ed5s65'], 'the ict lead is looking at things he should not, who do i tell'),
].map((question) => ({ ...question, unsureWillDo: true }));

/** Whom to tell, where the one in charge is not concerned: these keep their ordinary answer. */
export const toTheOneInCharge: readonly MatteringQuestion[] = [
  ...asking(['ed5s65', 'kewaut'], 'who do I tell about a low-level concern about a colleague'),
  ...asking(['g5jk6b'], 'Who do I tell if I am worried about a child?'),
  ...asking(['wcp53l'], 'Who do I tell if a colleague is misusing the school computers?'),
  ...asking(['e43ox3'], 'who do i tell if a parent has got my private number'),
  ...asking(['slpnxc', '6bdmzb'], 'Who do I tell if I sent an email to the wrong parent?'),
];

/** It has happened: what is asked is what to do now, not the rule that should have prevented it. */
export const itHasHappened: readonly MatteringQuestion[] = [
  ...asking(
    ['smfbcg'],
    'i left my laptop on the train',
    'My school laptop has been stolen from my car',
    'I have lost a school tablet',
  ),
  ...asking(['3eosbm'], 'I posted something on Facebook that I should not have'),
  ...asking(['3pyimy'], 'i took a photo of a pupil on my own phone by mistake'),
  ...asking(['evw24n'], 'a colleague has seen my password'),
  ...asking(['uu26ir'], 'A pupil has sent me a friend request'),
  ...asking(['5gqvwj', 'slpnxc', 'bhjvkd'], 'I sent the class list to the wrong person'),
  ...asking(['gufnjt'], 'something rude came up on my screen by accident'),
  ...asking(['7nd4sc'], 'I have lost my school keys'),
  ...asking(['e43ox3'], 'a parent has found out my mobile number'),
  ...asking(['f3z64n'], 'I lost my temper with a child yesterday'),
  ...asking(['qmexf3'], 'I was arrested at the weekend'),
  ...asking(['5jaclm'], 'A stranger has messaged one of my pupils online'),
];

/** A sanction, a special case or a neighbour's rule shares more words than the rule itself. */
export const theRuleItself: readonly MatteringQuestion[] = [
  ...asking(['pq4zjs'], 'can i take pics of the kids on my own phone'),
  ...asking(['mg5ung'], 'May I share my password with a colleague?', 'can i let a supply teacher use my login'),
  ...asking(
    ['xxu7pd', 'wayzgj'],
    'can i be facebook friends with a parent?',
    'Am I allowed to add parents on social media?',
  ),
  ...asking(['4tnmt5', 'uu26ir'], 'Can I accept a friend request from a pupil?'),
  ...asking(['slpnxc'], 'How soon must a data breach be reported?'),
  ...asking(
    ['szozgz', '4pkfi7'],
    'May I use my own phone while pupils are present?',
    'can i have my phone out in class',
  ),
  ...asking(['oksvmp', '4weiqa'], 'how long do we keep photos', 'How long may we keep pictures of pupils?'),
  ...asking(['pq4zjs', 'sjqa6u'], 'Can I take a picture of a child with my own phone?'),
  ...asking(['ugetnv', 'yqeizm', 'gtani6'], 'What happens if I look at data I have no reason to see?'),
  ...asking(['m4jn54'], 'May I use a memory stick?'),
  ...asking(['osdzy6'], 'Can I drive a pupil home?'),
];

/** The policies do not say. */
export const notSaid: readonly MatteringQuestion[] = asking(
  [],
  'What is the boiling point of lead?',
  'when is the summer fair',
  'When is sports day?',
  'when is the next inset day',
  'When does the school play start?',
  'What is the melting point of chocolate?',
  'Who won the staff quiz?',
  'how do i fix the photocopier',
  'What is the capital of Mongolia?',
  'How tall is the climbing frame?',
  'what time does the staffroom kettle get switched off',
  'Can I bring my hamster to the office?',
  'When is the safeguarding governor’s birthday?',
  'How much is the car park permit?',
  'may i keep a sword in my locker',
  'Who painted the mural by the gate?',
);

function asking(gold: readonly string[], ...questions: readonly string[]): MatteringQuestion[] {
  return questions.map((q) => ({ q, gold, unsureWillDo: false }));
}
