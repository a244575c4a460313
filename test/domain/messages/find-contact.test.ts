import { describe, expect, it } from 'vitest';
import { findContact } from '../../../src/domain/people/find-contact.ts';
import { School } from '../../../src/domain/people/school.ts';
import { readMessage } from '../../../src/domain/answering/read-message.ts';

const school = School.parse({
  id: 'oak',
  name: 'Oak School',
  timeZone: 'Europe/London',
  people: [
    { id: 'head', name: 'Ada Brook', roles: ['head'] },
    { id: 'dsl', name: 'Ben Castle', roles: ['dsl'], away: [{ from: '2026-12-01', to: '2026-12-04', cover: 'ddsl' }] },
    { id: 'ddsl', name: 'Cora O’Neill-Dale', roles: ['deputyDsl', 'deputyHead'] },
    { id: 'ict', name: 'Dev Ellis', roles: ['ictLead'] },
    { id: 'chair', name: 'Ivy Jones', roles: ['chair'] },
    { id: 'dpo', name: 'Kit Lowe', roles: ['dpo'] },
  ],
  contacts: [
    ['lado', 'Local authority designated officer (LADO)', 'An allegation about an adult who works with children'],
    ['childline', 'Childline', 'Any child who wants to talk'],
    ['social-care', 'Oakshire children’s social care', 'Referring a child at risk'],
    ['duty', 'Oakshire emergency duty team', 'A child at risk at night'],
    ['it-helpdesk', 'IT helpdesk', 'A lost device, a suspicious email'],
    ['senco', 'SENCO (Pat Queen)', 'Special educational needs'],
    ['office', 'School office', 'Visitors and messages'],
  ].map(([id, name, purpose]) => ({ id, name, for: purpose, phone: '01632 960000', checkedOn: '2026-09-01' })),
});

/** The names that a message finds; undefined when it is a question for the policies. */
function found(text: string, today = '2026-11-20'): string | undefined {
  const intent = readMessage(text);
  if (intent.kind !== 'contact') return undefined;
  for (const asked of intent.asked) {
    const contact = findContact(school, asked, today);
    if (contact)
      return [...contact.people.map(({ person }) => person.name), ...contact.contacts.map(({ id }) => id)].join(', ');
  }
  return undefined;
}

describe('a question about people finds', () => {
  it.each([
    ['Who is the DSL?', 'Ben Castle'],
    ['who is our designated safeguarding lead', 'Ben Castle'],
    ['whos the dsl', 'Ben Castle'],
    ['DSL', 'Ben Castle'],
    ['dsl?', 'Ben Castle'],
    ['Who is the DSL today?', 'Ben Castle'],
    ['who’s in charge of safeguarding', 'Ben Castle'],
    ['Who leads on child protection?', 'Ben Castle'],
    ["what's the dsl's phone number", 'Ben Castle'],
    ['DSL phone number', 'Ben Castle'],
    ['number for the safeguarding lead', 'Ben Castle'],
    ['where is the DSL', 'Ben Castle'],
    ["Where's the DSL's office?", 'Ben Castle'],
    ['how can I get in touch with the DSL out of hours', 'Ben Castle'],
    ['I need to speak to the DSL urgently', 'Ben Castle'],
    ['Is the DSL in today?', 'Ben Castle'],
    ['Hi, who is the DSL please?', 'Ben Castle'],
    ['Who is the deputy DSL?', 'Cora O’Neill-Dale'],
    ['Who is the head?', 'Ada Brook'],
    ['who is the headteacher', 'Ada Brook'],
    ['Who is the boss here?', 'Ada Brook'],
    ['email address of the head teacher', 'Ada Brook'],
    ['How do I reach the ICT lead?', 'Dev Ellis'],
    ['who is the online safety lead', 'Dev Ellis'],
    ['Who is the chair of governors?', 'Ivy Jones'],
    ['how do I contact the data protection officer', 'Kit Lowe'],
    ['who looks after data protection?', 'Kit Lowe'],
    ['Who is Ben Castle?', 'Ben Castle'],
    ['how do I find Mr Castle', 'Ben Castle'],
    ['what is Dev’s extension', 'Dev Ellis'],
    ['What is the number for the LADO?', 'lado'],
    ['LADO number', 'lado'],
    ['how do i contact the local authority designated officer', 'lado'],
    ['Childline number?', 'childline'],
    ['how do we ring social services', 'social-care'],
    ['contact details for the emergency duty team', 'duty'],
    ['Who is the SENCO?', 'senco'],
    ['how do I get hold of IT support?', 'it-helpdesk'],
    ['number for a suspicious email', 'it-helpdesk'],
    ['school office phone number', 'office'],
  ])('%s → %s', (text, names) => {
    expect(found(text)).toBe(names);
  });

  it('who covers, on a day when somebody is away and on one when nobody is', () => {
    expect(found('Who covers today?', '2026-12-02')).toBe('Ben Castle');
    expect(found('who is covering for the DSL', '2026-12-02')).toBe('Ben Castle');
    expect(found('Who covers today?')).toBe('Ben Castle, Cora O’Neill-Dale, Ada Brook');
    const asked = readMessage('Who is covering today?');
    const [first] = asked.kind === 'contact' ? asked.asked : [];
    expect(first && findContact(school, first, '2026-12-02')?.people[0]?.coveredBy?.name).toBe('Cora O’Neill-Dale');
  });
});

describe('a question for the policies stays one', () => {
  it.each([
    'Who do I tell if I am worried about a child?',
    'who do I tell if the DSL is away',
    'Who should I contact when I lose my laptop?',
    'Who do I report a lost laptop to?',
    'Who approves the policy?',
    'Who is responsible for online safety?',
    'Who is allowed to take photos?',
    'Who signs the acceptable use policy?',
    'Can I contact parents on WhatsApp?',
    'How do I contact a parent out of hours?',
    'can I email pupils',
    'Can I phone a pupil at home?',
    'May I give pupils my phone number?',
    'safeguarding',
    'data protection',
    'What is the head allowed to see?',
    'What is a DSL for?',
    'What does the DSL do with my report?',
    'Who is the registered person?',
    'Who was the DSL in 2019?',
    'who is who',
    'Who is it?',
    'who',
  ])('%s', (text) => {
    expect(found(text)).toBeUndefined();
  });

  it('nobody is found by names that objects inherit', () => {
    for (const subject of ['constructor', '__proto__', 'tostring', 'hasownproperty', '']) {
      for (const form of ['who', 'number', 'lead', 'bare'] as const) {
        expect(findContact(school, { subject, form }, '2026-11-20')).toBeUndefined();
      }
    }
  });
});
