import { describe, expect, it } from 'vitest';
import { buttonOf } from '../questions/question-bench.ts';
import { openCast, people, schoolId, tell, words, type Cast } from './broadcast-bench.ts';

const other = 'otter-lane';
const both = `${tell}\nschools: Otter Lane Primary School`;
const submission = 'cd'.repeat(16);

/** Opens one for both schools by its dry run, and gives its reference. */
async function openBoth(turns: Cast): Promise<string> {
  const plan = await turns.say('head', both);
  await turns.press('head', 'broadcasts.open', buttonOf(plan, 'broadcasts.open'));
  const [own] = (await turns.all()).slice(-1);
  if (!own) throw new Error(`nothing was opened: ${plan}`);
  return own.id;
}
const statesOf = async (turns: Cast, id: string) => {
  const [own, there] = [await turns.broadcasts.broadcast(schoolId, id), await turns.broadcasts.broadcast(other, id)];
  return [own?.state, there?.state];
};

type Record = Cast['broadcasts']['record'];
/** Has the store answer so of one school, until what it gives is called. */
function recordAs({ broadcasts }: Cast, school: string, answer: () => ReturnType<Record>): () => void {
  const record = broadcasts.record.bind(broadcasts);
  const instead: Record = (one) => (one.schoolId === school ? answer() : record(one));
  Object.assign(broadcasts, { record: instead });
  return () => void Object.assign(broadcasts, { record });
}

describe('whoever is head of several schools', () => {
  it('is offered the others, and a head of one is not', async () => {
    const turns = await openCast({ executive: true });
    const form = await turns.say('head', 'broadcast');
    expect(form).toContain('To other schools of yours too?');
    expect(form).toContain('Otter Lane Primary School');
    const single = await turns.say('otherHead', 'broadcast');
    expect(single).toContain('Your message');
    expect(single).not.toContain('To other schools of yours too?');
  });

  it('sees before how many get it at each, and opens one broadcast in each that waits for a second person', async () => {
    const turns = await openCast({ executive: true });
    const plan = await turns.say('head', both);
    expect(plan).toContain('at 2 schools');
    expect(plan).toMatch(/At this school: \d+ people\..*At Otter Lane Primary School: \d+ people\./);
    expect(plan).toContain('Nobody writes to more than one school alone');
    expect(plan).toContain('Margaret Oyelaran');
    expect(plan).not.toContain('Otto Otter');
    const id = await openBoth(turns);
    expect(await statesOf(turns, id)).toEqual(['waiting', 'waiting']);
    const [own, there] = [await turns.rows(id), await turns.broadcasts.addressees(other, id)];
    expect(own.some(({ addressee }) => addressee.name === 'Otto Otter')).toBe(false);
    expect(there.some(({ addressee }) => addressee.name === 'Otto Otter')).toBe(true);
    expect(there.some(({ addressee }) => addressee.name === 'Amara Okafor')).toBe(false);
    for (const school of [schoolId, other]) {
      const entries = await turns.ledger.entries({ schoolId: school, chain: 'signoffs' }, 1, 100);
      expect(entries.filter(({ kind }) => kind === 'broadcast-opened')).toHaveLength(1);
      expect(JSON.stringify(entries)).not.toContain(school === other ? schoolId : other);
    }
  });

  it('opens it once, however often the button is pressed', async () => {
    const turns = await openCast({ executive: true });
    const button = buttonOf(await turns.say('head', both), 'broadcasts.open');
    await turns.press('head', 'broadcasts.open', button);
    await turns.press('head', 'broadcasts.open', button);
    expect(await turns.all()).toHaveLength(1);
    expect(await turns.broadcasts.broadcasts(other)).toHaveLength(1);
  });

  it('asks nobody before it stands in every school, and goes on where it was interrupted', async () => {
    const turns = await openCast({ executive: true });
    const button = buttonOf(await turns.say('head', both), 'broadcasts.open');
    const restore = recordAs(turns, schoolId, () => Promise.reject(new Error('the process died')));
    await expect(turns.press('head', 'broadcasts.open', button)).rejects.toThrow('the process died');
    expect(await turns.broadcasts.broadcasts(other)).toHaveLength(1);
    expect((await turns.deliver()).filter(({ kind }) => kind === 'broadcast-confirm')).toEqual([]);
    restore();
    await turns.press('head', 'broadcasts.open', button);
    const [own, there] = [await turns.all(), await turns.broadcasts.broadcasts(other)];
    expect([own, there].map((all) => all.map(({ id }) => id))).toEqual([[own[0]?.id], [own[0]?.id]]);
    const asked = (await turns.deliver()).filter(({ kind }) => kind === 'broadcast-confirm');
    expect(asked.map(({ to }) => to)).toEqual([people.chair.aadObjectId]);
  });

  it('opens one where two devices send it at the same moment', async () => {
    const turns = await openCast({ executive: true });
    const button = buttonOf(await turns.say('head', both), 'broadcasts.open');
    await Promise.all([1, 2, 3].map(() => turns.press('head', 'broadcasts.open', button)));
    const [own, there] = [await turns.all(), await turns.broadcasts.broadcasts(other)];
    expect([own, there].map((all) => all.map(({ id }) => id))).toEqual([[own[0]?.id], [own[0]?.id]]);
  });

  it('opens nothing where the last school’s day is full meanwhile, and says where', async () => {
    const turns = await openCast({ executive: true });
    const button = buttonOf(await turns.say('head', both), 'broadcasts.open');
    recordAs(turns, schoolId, () => Promise.resolve({ kind: 'day-full' }));
    await turns.press('head', 'broadcasts.open', button);
    expect(await turns.all()).toEqual([]);
    expect((await turns.broadcasts.broadcasts(other)).map(({ state }) => state)).toEqual(['ended']);
  });

  it('has it confirmed once by somebody who may in each, and then everybody gets it from their own school', async () => {
    const turns = await openCast({ executive: true });
    const id = await openBoth(turns);
    const asked = (await turns.deliver()).filter(({ kind }) => kind === 'broadcast-confirm');
    expect(asked.map(({ to }) => to)).toEqual([people.chair.aadObjectId]);
    expect(asked[0]?.card).toMatch(
      /At this school: \d+ people\..*At Otter Lane Primary School: \d+ people\..*counts for all these schools/,
    );
    const yes = await turns.press('chair', 'broadcasts.confirm', { broadcast: id, submission, answer: 'yes' });
    expect(yes).toContain('You said yes');
    expect(await statesOf(turns, id)).toEqual(['open', 'open']);
    const told = (await turns.deliver()).filter(({ kind }) => kind === 'broadcast');
    const otto = told.find(({ to }) => to === '10000000-0000-4000-8000-0000000000a1');
    expect(otto?.card).toContain(words);
    const amara = told.find(({ to }) => to === people.teacher.aadObjectId);
    expect(amara?.card).toContain(words);
    expect(amara?.card).not.toContain('Otter Lane');
  });

  it('can be told no, for all, and neither before nor after stands there that it went anywhere', async () => {
    const turns = await openCast({ executive: true });
    const id = await openBoth(turns);
    const isFor = 'It is for Otter Lane Primary School too, as a message of its own';
    expect(await turns.say('head', `progress of ${id}`)).toContain(isFor);
    await turns.press('chair', 'broadcasts.confirm', { broadcast: id, submission, answer: 'no' });
    expect(await statesOf(turns, id)).toEqual(['ended', 'ended']);
    expect((await turns.deliver()).filter(({ kind }) => kind === 'broadcast')).toEqual([]);
    const after = await turns.say('head', `progress of ${id}`);
    expect(after).toContain(isFor);
    expect(after).not.toContain('It went to');
  });

  it('leaves it waiting where the day is full at the yes, says how to go on, and goes on the day after', async () => {
    const turns = await openCast({ executive: true });
    const id = await openBoth(turns);
    turns.clock.now = new Date('2026-11-23T10:05:00.000Z');
    for (const told of ['first', 'second']) {
      const plan = await turns.say('otherHead', `tell everybody: ${told}`);
      await turns.press('otherHead', 'broadcasts.open', buttonOf(plan, 'broadcasts.open'));
    }
    const yes = await turns.press('chair', 'broadcasts.confirm', { broadcast: id, submission, answer: 'yes' });
    expect(yes).toContain('You said yes');
    expect(yes).toContain('Nobody at Otter Lane Primary School gets it yet');
    expect(yes).toContain(`The day after, write “confirm ${id}”.`);
    expect(await statesOf(turns, id)).toEqual(['open', 'waiting']);
    turns.clock.now = new Date('2026-11-24T10:05:00.000Z');
    expect(await turns.say('chair', `confirm ${id}`)).not.toContain('Nobody at Otter Lane');
    expect(await statesOf(turns, id)).toEqual(['open', 'open']);
  });

  it('names the schools in which the answer changed nothing any more', async () => {
    const turns = await openCast({ executive: true });
    const id = await openBoth(turns);
    await turns.say('otherHead', `cancel ${id}`);
    const yes = await turns.press('chair', 'broadcasts.confirm', { broadcast: id, submission, answer: 'yes' });
    expect(yes).toContain('At Otter Lane Primary School it did not wait any more');
    expect(await statesOf(turns, id)).toEqual(['open', 'ended']);
  });

  it.each([
    ['yes', 'confirm', 'open'],
    ['no', 'do not confirm', 'ended'],
  ] as const)(
    'names the schools in which others were first at the %s, and goes on after',
    async (answer, typed, state) => {
      const turns = await openCast({ executive: true });
      const id = await openBoth(turns);
      const restore = recordAs(turns, other, () => Promise.resolve({ kind: 'overtaken' }));
      const said = await turns.press('chair', 'broadcasts.confirm', { broadcast: id, submission, answer });
      expect(said).toContain(
        `Nothing was changed at Otter Lane Primary School. Please write “${typed} ${id}” once more.`,
      );
      expect(await statesOf(turns, id)).toEqual([state, 'waiting']);
      restore();
      expect(await turns.say('chair', `${typed} ${id}`)).not.toContain('Nothing was changed at');
      expect(await statesOf(turns, id)).toEqual([state, state]);
    },
  );

  it('corrects, stops and takes it back in all of them at once', async () => {
    const turns = await openCast({ executive: true });
    const id = await openBoth(turns);
    await turns.press('chair', 'broadcasts.confirm', { broadcast: id, submission, answer: 'yes' });
    await turns.deliver();
    expect(await turns.say('head', `correct ${id}: Phones stay at home`)).toContain(
      'The same was done at Otter Lane Primary School.',
    );
    const messages = async () => [
      (await turns.broadcasts.broadcast(schoolId, id))?.message,
      (await turns.broadcasts.broadcast(other, id))?.message,
    ];
    expect(await messages()).toEqual(['Phones stay at home', 'Phones stay at home']);
    expect(await turns.say('head', `recall ${id}`)).toContain('The same was done at Otter Lane Primary School.');
    expect(await statesOf(turns, id)).toEqual(['ended', 'ended']);
  });

  it('says of nobody but those of this school that they did not get what is stopped', async () => {
    const turns = await openCast({ executive: true });
    const id = await openBoth(turns);
    await turns.press('chair', 'broadcasts.confirm', { broadcast: id, submission, answer: 'yes' });
    const stopped = await turns.say('head', `cancel ${id}`);
    expect(stopped).toContain('Stopped. Nobody here got it. The same was done at Otter Lane Primary School.');
  });

  it.each([
    ['correct', { message: 'one' }],
    ['again', {}],
  ])('is told of what was not changed in others, too, where “%s” comes a second time', async (verb, data) => {
    const turns = await openCast({ executive: true });
    const id = await openBoth(turns);
    await turns.press('chair', 'broadcasts.confirm', { broadcast: id, submission, answer: 'yes' });
    const refuse = () => turns.deliver(() => ({ state: 'refused', code: 'http-403' }));
    const press = () => turns.press('head', `broadcasts.${verb}`, { broadcast: id, submission, ...data });
    await refuse();
    await press();
    await refuse();
    await turns.say('head', `correct ${id}: two`);
    recordAs(turns, other, () => Promise.resolve({ kind: 'overtaken' }));
    expect(await press()).toContain('That was done already. Nothing was changed at Otter Lane Primary School: please');
  });

  it.each(['Marlow Bridge Primary School, otter-lane', 'MARLOW-BRIDGE, Otter Lane Primary School'])(
    'may name the school in which they write with the others: “%s”',
    async (schools) => {
      const turns = await openCast({ executive: true });
      const plan = await turns.say('head', `${tell}\nschools: ${schools}`);
      expect(plan).toContain('at 2 schools');
    },
  );

  it('who names it alone writes to it alone', async () => {
    const turns = await openCast({ executive: true });
    const plan = await turns.say('head', `${tell}\nschools: Marlow Bridge Primary School`);
    expect(plan).toContain('would get it.');
    expect(await turns.press('head', 'broadcasts.plan', { message: 'x', schools: schoolId })).toContain(
      'would get it.',
    );
  });

  it.each(['', 'send it: ', 'preview it: '])(
    'who names a school that there is not is told which there are, and nothing is sent: “%s”',
    async (doing) => {
      const turns = await openCast({ executive: true });
      const said = await turns.say('head', `${doing}${tell}\nschools: Oter Lane`);
      expect(said).toContain('You cannot send at one of these schools');
      expect(said).toContain('you can send at Otter Lane Primary School.');
      expect(said).toContain('Nothing was sent.');
      expect(said).not.toContain('Only the head');
      expect(await turns.all()).toEqual([]);
    },
  );

  it('is told at which school something keeps it from being sent, and nothing is opened anywhere', async () => {
    const turns = await openCast({ executive: true });
    await turns.open('head', 'tell everybody: one');
    const there = await turns.say('otherHead', 'tell everybody: first');
    await turns.press('otherHead', 'broadcasts.open', buttonOf(there, 'broadcasts.open'));
    const second = await turns.say('otherHead', 'tell everybody: second');
    await turns.press('otherHead', 'broadcasts.open', buttonOf(second, 'broadcasts.open'));
    const plan = await turns.say('head', both);
    expect(plan).toContain('Something keeps it from being sent at another school');
    expect(plan).toMatch(/At Otter Lane Primary School: \d+ people\. 2 messages go out on that day already/);
    expect(await turns.say('head', `send it: ${both}`)).toContain('Something keeps it');
    expect(await turns.all()).toHaveLength(1);
    expect(await turns.broadcasts.broadcasts(other)).toHaveLength(2);
  });
});

describe('nobody else', () => {
  it('a head of one school cannot address another, however they ask', async () => {
    const turns = await openCast({ executive: true });
    for (const school of [schoolId, 'Marlow Bridge Primary School', 'all', 'nowhere']) {
      const typed = await turns.say('otherHead', `send it: ${tell}\nschools: ${school}`);
      if (school !== 'all') expect(typed).toContain('Nothing was sent');
    }
    const pressed = await turns.press('otherHead', 'broadcasts.plan', { message: 'x', schools: schoolId });
    expect(pressed).toContain('and at no other one');
    expect(pressed).toContain('Nothing was sent');
    expect(pressed).not.toContain('Marlow Bridge');
    expect(await turns.all()).toEqual([]);
  });

  it('a head of one school sees and changes their own part alone, and cannot confirm the whole', async () => {
    const turns = await openCast({ executive: true });
    const id = await openBoth(turns);
    const confirmed = await turns.press('otherHead', 'broadcasts.confirm', {
      broadcast: id,
      submission,
      answer: 'yes',
    });
    expect(confirmed).toContain('Somebody else has to say yes');
    expect(await statesOf(turns, id)).toEqual(['waiting', 'waiting']);
    const shown = await turns.say('otherHead', `progress of ${id}`);
    expect(shown).toContain(words);
    expect(shown).not.toMatch(/Marlow Bridge|Amara|together/);
    const stopped = await turns.say('otherHead', `cancel ${id}`);
    expect(stopped).not.toContain('The same was done');
    expect(await statesOf(turns, id)).toEqual(['waiting', 'ended']);
  });

  it('not the executive head who wrote it is its second person', async () => {
    const turns = await openCast({ executive: true });
    const id = await openBoth(turns);
    const own = await turns.press('head', 'broadcasts.confirm', { broadcast: id, submission, answer: 'yes' });
    expect(own).toContain('Somebody else has to say yes');
    expect(await statesOf(turns, id)).toEqual(['waiting', 'waiting']);
  });

  it('a delegate, and whoever is head in one and something else in the other, is offered no other school', async () => {
    const turns = await openCast({ executive: true });
    for (const who of ['dsl', 'chair'] as const) {
      const typed = await turns.say(who, `send it: tell Teaching: x\nschools: all`);
      expect(typed).not.toContain('at 2 schools');
    }
    expect(await turns.broadcasts.broadcasts(other)).toEqual([]);
  });
});
