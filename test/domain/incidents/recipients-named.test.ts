import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recipientsNamed } from '../../../src/domain/incidents/recipients-named.ts';
import type { RouteDecision } from '../../../src/domain/incidents/route-decision.ts';
import { Person, School } from '../../../src/domain/people/school.ts';

const schoolOf = (...people: readonly (readonly [id: string, name: string, role?: string])[]) =>
  School.parse({
    id: 'hill',
    name: 'Hill School',
    timeZone: 'Europe/London',
    people: people.map(([id, name, role]) => Person.parse({ id, name, roles: role ? [role] : [] })),
  });
const decisionFor = (...ids: string[]): RouteDecision => ({
  rule: 'child',
  reason: '',
  recipients: ids.map((personId) => ({ personId, role: 'dsl' })),
  subjects: [],
  rungs: [],
  escalation: [],
  outside: [],
});
const school = schoolOf(
  ['helen', 'Helen Marsh', 'head'],
  ['daniel', 'Daniel Reid', 'dsl'],
  ['margaret', 'Margaret Oyelaran', 'chair'],
  ['callum', 'Callum Price', 'ictLead'],
  ['kaye', 'Stephen Kaye'],
  ['king', 'Aisha King'],
  ['head', 'Josephine Head'],
  ['mark', 'Tony Mark'],
  ['double', 'Ann-Marie Smith-Okoro'],
  ['oneill', 'Siân O’Neill'],
  ['ng', 'Wei Ng'],
  ['teacher', 'Polly Mash'],
);
const everybody = decisionFor(...school.people.map(({ id }) => id).filter((id) => id !== 'teacher'));
const named = (...texts: string[]) => recipientsNamed(texts, everybody, school);

describe('whom a report names among those who would receive it', () => {
  it.each([
    ['Mrs Marsh shut the door', 'helen'],
    ['mrs marsh shut the door', 'helen'],
    ['MRS MARSH SHUT THE DOOR', 'helen'],
    ['I saw Mrs. Marsh there', 'helen'],
    ['it was in Mrs Marsh’s room', 'helen'],
    ["it was in Marsh's room", 'helen'],
    ['he told Marsh about it', 'helen'],
    ['Marsh shouted at him', 'helen'],
    ['marsh shouted at him', 'helen'],
    ['Helen Marsh', 'helen'],
    ['helen marsh', 'helen'],
    ['Hellen Marsh', 'helen'],
    ['Helen Marhs', 'helen'],
    ['H. Marsh and a boy', 'helen'],
    ['Helen M was there', 'helen'],
    ['Helen M. was there', 'helen'],
    ['Miss Helen was there', 'helen'],
    ['Helen, the headteacher, laughed', 'helen'],
    ['our head Helen laughed', 'helen'],
    ['Mrs March was there', 'helen'],
    ['Mr Ried was there', 'daniel'],
    ['Daniel Read was there', 'daniel'],
    ['we saw Reed with the pupil', 'daniel'],
    ['Dan Reid', 'daniel'],
    ['she told Oyelaran', 'margaret'],
    ['told oyelaran about it', 'margaret'],
    ['Oyelaren was there', 'margaret'],
    ['seen by oyelaren', 'margaret'],
    ['Mr Price took his phone', 'callum'],
    ['mr price took his phone', 'callum'],
    ['then Price took his phone', 'callum'],
    ['Price took his phone', 'callum'],
    ['callum price', 'callum'],
    ['in Price’s classroom', 'callum'],
    ['it was Mr Kay', 'kaye'],
    ['Miss King was there', 'king'],
    ['King was seen with her', 'king'],
    ['Mrs Head was there', 'head'],
    ['Josephine Head', 'head'],
    ['Mr Mark was there', 'mark'],
    ['Mrs Smith Okoro', 'double'],
    ['Mrs Smith-Okoro', 'double'],
    ['Mrs Okoro', 'double'],
    ["Mrs O'Neill", 'oneill'],
    ['Mrs ONeill', 'oneill'],
    ['Sian O’Neil', 'oneill'],
    ['Mr Ng said so', 'ng'],
  ])('%s', (text, id) => {
    expect(named(text)).toEqual([id]);
  });

  it.each([
    'The price of the game was five pounds. Price lists were shown.',
    'He read the message. Read it again. They had read it before.',
    'The head said that the Head of Year would ring. Head lice again. Deputy Head informed.',
    'King Charles was on the screen, and the King’s speech. The king in the story.',
    'Please mark the date. Mark the work. Full marks. A mark on his arm.',
    'I told the headteacher and the DSL. The chair was broken.',
    'They went down to the marsh in March.',
    'Daniel in Year 4 told Helen in Year 2 that Callum hit her.',
    'Kate, Faye and Kaya were there.',
    'Mash for lunch. Polly Mash saw it.',
    'They walked to the forest in single file and reached the road.',
    '',
  ])('nobody: %s', (text) => {
    expect(named(text)).toEqual([]);
  });

  it('asks about each whose name is one letter away', () => {
    expect(named('Mr Read was there')).toEqual(['daniel', 'head']);
  });

  it('reads every text, and names nobody who would not receive the report', () => {
    expect(named('', 'nothing', 'Mr Reid and Mrs Marsh')).toEqual(['helen', 'daniel']);
    expect(recipientsNamed(['Mr Reid and Mrs Marsh'], decisionFor('helen'), school)).toEqual(['helen']);
  });

  it('also asks about whoever is told when nobody acknowledges', () => {
    const decision: RouteDecision = {
      ...decisionFor('daniel'),
      escalation: [{ role: 'head', to: [{ tenantId: 't', objectId: 'o' }] }],
    };
    expect(recipientsNamed(['Mrs Marsh did it'], decision, school)).toEqual(['helen']);
  });

  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const word = (least: number) =>
    fc
      .array(fc.constantFrom(...letters), { minLength: least, maxLength: 10 })
      .map((all) => all.join('').replace(/^./, (letter) => letter.toUpperCase()));
  const misspelt = (name: string, at: number, letter: string, how: number) => {
    const place = at % (name.length - 1);
    const edits = [
      name.slice(0, place) + name.slice(place + 1),
      name.slice(0, place + 1) + letter + name.slice(place + 1),
      name.slice(0, place + 1) + letter + name.slice(place + 2),
      name.slice(0, place) + name.charAt(place + 1) + name.charAt(place) + name.slice(place + 2),
    ];
    return edits[how % edits.length] ?? name;
  };

  it('finds any surname behind a title or the first name, one letter wrong, in any case, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.record({
          first: word(4),
          last: word(5),
          form: fc.constantFrom('Mrs %', 'mr %', 'Dr. %', 'FIRST %', 'Miss %’s', "Mr %'s"),
          casing: fc.constantFrom('as-is', 'lower', 'upper'),
          before: fc.constantFrom('', 'Then ', 'He told me: ', 'x\n'),
          after: fc.constantFrom('', ' was there.', ', again', '\nnext'),
          edit: fc.option(fc.tuple(fc.nat(), fc.constantFrom(...letters), fc.nat()), { nil: undefined }),
        }),
        ({ first, last, form, casing, before, after, edit }) => {
          const typed = edit ? misspelt(last, edit[0] + 1, edit[1], edit[2]) : last;
          const text = `${before}${form.replace('FIRST', first).replace('%', typed)}${after}`;
          const cased = { 'as-is': text, lower: text.toLowerCase(), upper: text.toUpperCase() }[casing];
          const one = schoolOf(['one', `${first} ${last}`]);
          expect(recipientsNamed([cased], decisionFor('one'), one)).toEqual(['one']);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('reads any text without failing, and names only recipients', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 5 }), (texts) => {
        expect(everybody.recipients.map(({ personId }) => personId)).toEqual(expect.arrayContaining(named(...texts)));
      }),
    );
  });

  it('reads the longest texts in well under a second', () => {
    const long = 'The pupil told us that a friend had seen Priceless, Markus and Reida at the gate. '.repeat(600);
    const started = performance.now();
    named(long, long, long, long);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
