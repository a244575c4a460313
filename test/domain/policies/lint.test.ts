import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSchool } from '../../../src/domain/people/parse-school.ts';
import type { Finding } from '../../../src/domain/policies/lint/finding.ts';
import { lintPolicies } from '../../../src/domain/policies/lint/lint-policies.ts';
import { toLintDocument } from '../../../src/domain/policies/lint/to-lint-document.ts';
import { parsePolicy } from '../../../src/domain/policies/parse-policy.ts';
import { stampIds } from '../../../src/domain/policies/stamp-ids.ts';
import { policyBody } from './policy-body.ts';
import { policyText } from './policy-text.ts';

const today = '2026-11-20';
const inDate = { approved: '2026-09-01', reviewDue: '2027-09-30' };

function documentOf(text: string, file: string) {
  const parsed = parsePolicy(text, { schoolId: 'hill', file, contentHash: '0' });
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  return toLintDocument(text, parsed.policy, file);
}

/** Findings about policies that are in date and stamped unless a test says otherwise. */
function lint(body: string, changes: Record<string, string | undefined> = {}, others: string[] = []): Finding[] {
  const texts = [policyText(body, { ...inDate, ...changes }), ...others].map(stampIds);
  return lintPolicies({ documents: texts.map((text, i) => documentOf(text, `p${i}.md`)), today });
}

const told = (findings: readonly Finding[]) =>
  findings.map(({ rule, severity, line }) => `${severity} ${rule} ${line}`);

it('has nothing to say about a sound policy', () => {
  const body =
    '# Bicycles\n\n## About {.cover}\n\n- Approved by the governors on 1 September 2026.\n- This policy is reviewed every year, next by 30 September 2027.\n\n## 1 Riding\n\n**1.1** Ride slowly. Ring 01632 960100 or write to office@hill.example.\n\n**1.2** You must:\n\n- park in the shed;\n- lock your bicycle.\n\n## 2 Pupils {.pupils}\n\n**2.1** Pupils walk.';
  expect(lint(body)).toEqual([]);
});

it('says of each finding where it is, why it matters and what to do', () => {
  const [finding] = lint('**1.1** Ask (name of school). {#abc123}');
  expect(finding).toMatchObject({ file: 'p0.md', line: 12, clause: 'bicycles#abc123', ref: '1.1', severity: 'error' });
  expect(finding?.why).toMatch(/\w+\.$/);
  expect(finding?.todo).toMatch(/\w+\.$/);
});

describe('each rule tells what it is for', () => {
  it.each([
    ['error unfilled-placeholder 12', 'Ask [insert name of the DSL] first.'],
    ['error unfilled-placeholder 12', 'At (NAME OF SCHOOL) we ride.'],
    ['error unfilled-placeholder 12', 'Ring XXXX for help.'],
    ['error unfilled-placeholder 12', 'The owner is TBC.'],
    ['error unfilled-placeholder 12', 'Ring \\_\\_\\_\\_\\_\\_ for help.'],
    ['error repeated-number 14', '**1.1** Ride.\n\n**1.1** Stop.'],
    ['advice skipped-number 14', '**1.1** Ride.\n\n**1.3** Stop.'],
    ['advice skipped-number 14', '## 1 Ride\n\n## 3 Stop\n\nStop.'],
    ['advice unnumbered-clause 14', '**1.1** Ride.\n\nStop.\n\n**1.2** Look.'],
    ['advice empty-heading 12', '## Ride\n\n## Stop\n\nStop.'],
    ['error replaced-law 12', 'Data is kept under the Data Protection Act 1998.'],
    ['advice replaced-law 12', 'Monitoring follows the Regulation of Investigatory Powers Act 2000.'],
    ['error replaced-law 12', 'We follow the Race Relations Act 1976.'],
    ['advice replaced-law 12', 'Volunteers have a CRB check.'],
    ['advice replaced-law 12', 'We follow the procedures of the LSCB.'],
    ['advice replaced-law 12', 'Data is kept under the General Data Protection Regulation.'],
    ['advice past-event 12', 'During the Covid closures staff ride alone.'],
    ['advice past-event 12', 'Until 31 July 2025 the shed is shut.'],
    ['error contact-data 12', 'Write to office@hill now.'],
    ['error contact-data 12', 'Write to a@hillschool.example, b@hillschool.example or c@hilschool.example.'],
    ['error contact-data 12', 'Ask the Child Line Service, help@childlinservice.example.'],
    ['advice contact-data 12', 'Ring 0844 496 0000.'],
    ['advice contact-data 12', 'Ring 01632 9601001 23.'],
    ['error reads-backwards 14', 'Staff must not:\n\n- share data in accordance with the law;\n- shout.'],
    ['error reads-backwards 14', 'Staff must not:\n\n- never shout;\n- ride.'],
    ['error reads-backwards 14', "| Don't |\n| --- |\n| Ride in line with the rules. |"],
    ['advice reads-backwards 14', 'Staff must:\n\n- lend keys without permission.\n- ride.'],
    [
      'advice item-without-verb 17',
      'These rules hold:\n\n- staff must ride\n- helmets are worn\n- lights are on\n- due to its height, the loading of the shelf above\n- bells may ring',
    ],
    ['advice meaning-elsewhere 12', 'Adults should not: {.lead-in}\n\n**1.1** Ride.\n\n**1.2** Run.'],
    ['advice pupils-code 12', '## Code of conduct for pupils\n\nI will walk.'],
    ['advice leftover-html 12', 'Ride \\<b\\>slowly\\</b\\>.'],
    ['error vanished-clause 12', 'See [the shed](#zzzzzz).'],
    ['advice appendix-missing 12', 'The form is in Appendix 3.'],
    [
      'error review-cycle 16',
      '## About {.cover}\n\n- Reviewed every three years.\n\nThis policy is reviewed annually.',
    ],
    ['error review-cycle 14', '## About {.cover}\n\n- Approved on 2 September 2026.'],
    ['error review-cycle 14', '## About {.cover}\n\n- The next review is due by October 2027.'],
  ])('%s', (expected, body) => {
    expect(told(lint(body))).toContain(expected);
  });

  it.each([
    ['advice review-overdue 9', { reviewDue: '2026-11-19' }],
    ['advice review-missing 1', { reviewDue: undefined }],
    ['advice title-out-of-date 3', { title: 'Bicycles 2020-22' }],
    ['error missing-declaration 10', { signoff: 'required' }],
    ['advice expired-addendum 11', { amends: 'sheds', effectiveTo: '2026-11-19' }],
    ['advice endless-addendum 10', { amends: 'sheds', effectiveFrom: '2026-11-01' }],
    ['advice review-cycle 12', { reviewDue: '2029-09-30' }],
  ])('%s', (expected, changes) => {
    expect(told(lint('This policy is reviewed once a year.', changes))).toContain(expected);
  });

  it('tells that a number given twice means opposite things', () => {
    const body =
      'Adults should: {.lead-in}\n\n**2.4.6** Delete pictures.\n\nAdults should not: {.lead-in}\n\n**2.4.6** Use cameras.';
    expect(lint(body).find(({ rule }) => rule === 'repeated-number')?.message).toMatch(
      /opposite things \(first on line 14\)/,
    );
  });

  it('tells where two policies of one school disagree, and leaves conditions and pupils out of it', () => {
    const allowing = policyText('**3.2** You may photograph pupils with your own phone.', { ...inDate, id: 'images' });
    const conflict = lint('You must not photograph pupils with your own phone.', {}, [allowing]).find(
      ({ rule }) => rule === 'conflict',
    );
    expect(conflict).toMatchObject({ severity: 'advice', file: 'p0.md' });
    expect(conflict?.message).toMatch(/p1\.md:12 \(3\.2\) allows/);
    const conditional = lint('You must not photograph pupils with your own phone unless the head agrees.', {}, [
      allowing,
    ]);
    const forPupils = lint('## Code {.pupils}\n\nYou must not photograph pupils with your own phone.', {}, [allowing]);
    expect([...conditional, ...forPupils].filter(({ rule }) => rule === 'conflict')).toEqual([]);
  });

  it('counts the clauses whose id is not written yet', () => {
    const text = policyText('One.\n\nTwo. {#aaaaaa}\n\nThree.', inDate);
    expect(told(lintPolicies({ documents: [documentOf(text, 'p.md')], today }))).toEqual(['advice missing-ids 12']);
  });
});

describe('each rule leaves alone what is right', () => {
  it.each([
    ['an example address in brackets', 'Write to (name of teacher)@hill.example or to (the office).'],
    ['a law that is spoken of as past', 'The UK GDPR replaced the Data Protection Act 1998.'],
    [
      'the law of today',
      'Data is kept under the UK General Data Protection Regulation and the Data Protection Act 2018.',
    ],
    ['lists that begin afresh', '## A\n\n- **1.** Ride.\n- **2.** Stop.\n\n## B\n\n- **1.** Look.'],
    ['a heading with only headings under it', '## A\n\n### B\n\nRide.'],
    [
      'a ban with a condition',
      'Staff must not:\n\n- ride without the consent of the head;\n- share data unless in accordance with the law.',
    ],
    [
      'an item that says what to do by not doing',
      'Staff must:\n\n- not ride without permission;\n- report anybody who rides without permission.',
    ],
    [
      'items that complete their lead-in',
      'Staff must:\n\n- ride\n- stop where it is steep\n- look where cars are\n- ring where a bend is\n- walk where it is wet',
    ],
    [
      'a number of each usual form',
      'Ring 0800 1111, 0800 0562 561, 01632 960100, (01632) 960 100, +44 1632 960100, 07700 900100, 999 or 101.',
    ],
    ['dates, times and years', 'From 09-11-2026 to 10-12-2026, 08:15 to 09:30, in 2026 and 2027, form 0123.'],
    ['a marked code for pupils', '## Code of conduct for pupils {.pupils}\n\nI will walk.'],
    [
      'a link to a clause that is there',
      'Ride. {#aaaaaa}\n\nSee [it](#aaaaaa) and [it](bicycles#aaaaaa) and [it](p0.md#aaaaaa).',
    ],
    ['an appendix that is there', 'See Appendix 1.\n\n## Appendix 1: Sheds\n\nOne.'],
    ['a date still to come', 'Until 31 July 2027 the shed is shut.'],
  ])('%s', (_name, body) => {
    expect(lint(body)).toEqual([]);
  });
});

it('reads any policy without failing, and finds everything on a line that is there', () => {
  fc.assert(
    fc.property(policyBody, (body) => {
      const text = policyText(body);
      const findings = lintPolicies({ documents: [documentOf(text, 'p.md')], today });
      const lines = findings.map(({ line }) => line);
      expect(lines).toEqual([...lines].sort((a, b) => a - b));
      for (const line of lines) expect(text.split('\n')[line - 1]).toBeDefined();
    }),
  );
});

describe('the school', () => {
  const yaml = (contact: string, route: string) =>
    `id: hill\nname: Hill school\ntimeZone: Europe/London\npeople:\n  - { id: ada, name: Ada Hill, roles: [head], phone: 01632 960101 }\ncontacts:\n  - ${contact}\nroutes:\n  - ${route}\n`;
  const lintSchool = (contact: string, route: string) => {
    const text = yaml(contact, route);
    const parsed = parseSchool(text, 'school.yaml');
    if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
    const lineOf = (words: string) => text.split('\n').findIndex((line) => line.includes(words)) + 1;
    const documents = [documentOf(policyText('Tell the head. {#aaaaaa}', inDate), 'p.md')];
    return told(lintPolicies({ documents, school: { school: parsed.school, file: 'school.yaml', lineOf }, today }));
  };
  const goodContact = '{ id: lado, name: LADO, for: advice, phone: 01632 960620, checkedOn: 2026-01-10 }';
  const goodRoute = '{ rule: safety, about: [pupil], to: [head], clause: bicycles#aaaaaa }';

  it('is told of contacts that nobody tried for a year, and of numbers that cannot be dialled', () => {
    expect(lintSchool(goodContact, goodRoute)).toEqual([]);
    expect(lintSchool(goodContact.replace('2026-01-10', '2025-11-19'), goodRoute)).toEqual([
      'advice contact-unchecked 7',
    ]);
    expect(lintSchool(goodContact.replace('2026-01-10', '2026-12-01'), goodRoute)).toEqual([
      'advice contact-unchecked 7',
    ]);
    expect(lintSchool(goodContact.replace('01632 960620', 'ask Ada'), goodRoute)).toEqual(['error contact-data 7']);
  });

  it('is told which route points at a clause that is gone', () => {
    expect(lintSchool(goodContact, goodRoute.replace('#aaaaaa', '#bbbbbb'))).toEqual(['error vanished-clause 9']);
    expect(lintSchool(goodContact, goodRoute.replace('bicycles#', 'tricycles#'))).toEqual(['error vanished-clause 9']);
  });
});
