import { beforeAll, describe, expect, it } from 'vitest';
import {
  activity,
  openTurns,
  otherTenant,
  people,
  places,
  presses,
  says,
  submits,
  tenant,
  type Turns,
  type Where,
  type Who,
} from './turn-bench.ts';

let turns: Turns;
beforeAll(async () => {
  turns = await openTurns();
});

const question = 'Can I use my own phone in the staff room?';
const kindCard = '0800 1111';
const answer = 'in the staff room at break';
const pointer = 'Please ask me in our private chat';

describe('who is answered where', () => {
  const matrix: readonly (readonly [Who, Where, string])[] = [
    ['teacher', 'personal', answer],
    ['teacher', 'staff team', answer],
    ['teacher', 'class team', pointer],
    ['teacher', 'group chat', pointer],
    ['teacher', 'staff team of another school', pointer],
    ['head', 'personal', answer],
    ['head', 'staff team', answer],
    ['head', 'class team', pointer],
    ['head', 'group chat', pointer],
    ['otherHead', 'staff team', pointer],
    ['pupil', 'personal', kindCard],
    ['pupil', 'staff team', kindCard],
    ['pupil', 'class team', kindCard],
    ['pupil', 'group chat', kindCard],
  ];
  it.each(matrix)('%s in the %s', async (who, where, shown) => {
    const { sent } = await turns.run(says(question, where, who));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain(shown);
    if (shown !== answer) expect(sent[0]).not.toContain(answer);
  });

  it.each(['staff team', 'class team', 'group chat'] as const)(
    'nobody in the %s without an @mention',
    async (where) => {
      for (const who of ['teacher', 'pupil', 'head'] as const) {
        const { activities } = await turns.run(says(question, where, who, { entities: [], text: question }));
        expect(activities).toHaveLength(0);
      }
    },
  );

  it('nobody who mentions somebody else', async () => {
    const entities = [{ type: 'mention', text: '<at>Ada</at>', mentioned: { id: '29:ada', name: 'Ada' } }];
    const { activities } = await turns.run(
      says(question, 'staff team', 'teacher', { entities, text: `<at>Ada</at> ${question}` }),
    );
    expect(activities).toHaveLength(0);
  });

  it('a team is known by its Teams id where the group id is left out', async () => {
    const channelData = { tenant: { id: tenant }, team: { id: places['staff team'].channelData.team.id } };
    const { sent } = await turns.run(says(question, 'staff team', 'teacher', { channelData }));
    expect(sent[0]).toContain(answer);
  });

  it('a team of the same id in another tenant is not the staff team', async () => {
    const foreign = {
      ...places['staff team'],
      conversation: { ...places['staff team'].conversation, tenantId: otherTenant },
    };
    const { activities } = await turns.run(
      says(question, 'staff team', 'teacher', {
        ...foreign,
        channelData: { ...foreign.channelData, tenant: { id: otherTenant } },
      }),
    );
    expect(activities).toHaveLength(0);
  });

  it('in a channel the mention, entities of HTML and other names are no part of the question', async () => {
    const text = '<at>Staffroom</at>&nbsp;who is the DSL?&nbsp;';
    const { sent } = await turns.run(says('', 'staff team', 'teacher', { text }));
    expect(sent[0]).toContain('Ben Castle');
  });

  it('the answer in a channel goes into the thread', async () => {
    const { activities } = await turns.run(says(question, 'staff team'));
    expect(activities[0]?.conversation?.id).toBe(places['staff team'].conversation.id);
  });

  it('an incident in the staff team is not discussed there', async () => {
    const { sent } = await turns.run(says('A pupil just sent me an indecent picture', 'staff team'));
    expect(sent).toHaveLength(2);
    expect(sent[0]).toContain('First, what to do now');
    expect(sent[1]).toContain('Please do not go on here');
  });

  it('danger in a class team still gets the emergency number', async () => {
    const { sent } = await turns.run(says('he has a knife', 'class team'));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('999');
  });

  it('a bot that was just removed from the channel stays up and logs a code only', async () => {
    const fault = {
      send: Object.assign(new Error(`The bot is not part of the roster: ${question}`), { statusCode: 403 }),
    };
    const bench = await openTurns();
    const { activities } = await bench.run(says(question, 'staff team'), fault);
    expect(activities).toHaveLength(0);
    expect(bench.logged.join()).toContain('"code":"http-403"');
    expect(bench.logged.join()).not.toContain('staff room');
  });

  it('a failure of Teams itself is not taken for an answer', async () => {
    const fault = { send: Object.assign(new Error('unavailable'), { statusCode: 503 }) };
    await expect(turns.run(says(question), fault)).rejects.toThrow('unavailable');
  });
});

describe('the buttons', () => {
  const link = { clause: 'phones#own2', others: [] };
  it.each(['personal', 'staff team', 'class team', 'group chat'] as const)(
    'show a pupil nothing in the %s',
    async (where) => {
      const invoked = await turns.run(presses('answering.section', link, where, 'pupil'));
      expect(invoked.answered).toContain(kindCard);
      expect(invoked.sent).toHaveLength(0);
      const submitted = await turns.run(submits({ verb: 'answering.section', ...link }, where, 'pupil'));
      expect(submitted.sent[0]).toContain(kindCard);
      expect(submitted.replaced).toHaveLength(0);
    },
  );

  it('leave a channel’s card as it is for the others: the answer goes below it', async () => {
    const { sent, replaced } = await turns.run(submits({ verb: 'answering.section', ...link }, 'staff team'));
    expect(replaced).toHaveLength(0);
    expect(sent[0]).toContain(answer);
  });

  it('show nothing to a class, whoever presses', async () => {
    const { sent } = await turns.run(submits({ verb: 'answering.section', ...link }, 'class team'));
    expect(sent[0]).toContain(pointer);
  });

  it('take the person from Teams alone, whatever the data claims', async () => {
    const claims = { ...link, actor: people.head.aadObjectId, role: 'head', aadObjectId: people.head.aadObjectId };
    const { answered } = await turns.run(presses('answering.section', claims, 'personal', 'pupil'));
    expect(answered).toContain(kindCard);
  });
});

describe('an activity that lacks something', () => {
  it.each([
    ['sender', { from: undefined }],
    ['sender id', { from: { aadObjectId: people.teacher.aadObjectId } }],
    ['recipient', { recipient: undefined }],
    ['conversation', { conversation: undefined }],
    ['conversation id', { conversation: { tenantId: tenant } }],
    ['tenant', { conversation: { id: 'a:personal' }, channelData: {} }],
    [
      'our tenant',
      { conversation: { id: 'a:personal', tenantId: otherTenant }, channelData: { tenant: { id: otherTenant } } },
    ],
    ['one tenant', { channelData: { tenant: { id: otherTenant } } }],
    ['tenant of its own', { from: { ...people.teacher, tenantId: otherTenant } }],
    ['human sender', { from: { ...people.teacher, role: 'bot' } }],
    ['sense', { from: 7, conversation: 'x', channelData: [] }],
  ])('its %s gets no message, and an invoke the kind card', async (_, changes) => {
    const message = await turns.run(activity({ text: question, ...changes }));
    expect(message.activities).toHaveLength(0);
    const press = presses('answering.answer', { clause: 'phones#own2', others: [] });
    const invoke = await turns.run(activity({ ...press, ...changes }));
    expect(invoke.answered).toContain(kindCard);
    expect(invoke.sent).toHaveLength(0);
  });

  it.each([
    ['object id', undefined],
    ['object id of the right form', 'not-a-guid'],
    ['object id in words', { evil: true }],
  ])('its %s gets the kind card', async (_, aadObjectId) => {
    const { sent } = await turns.run(activity({ text: question, from: { ...people.teacher, aadObjectId } }));
    expect(sent[0]).toContain(kindCard);
  });

  it.each([
    ['nothing but a tenant', { conversation: { id: 'a:p', tenantId: tenant }, channelData: undefined }],
    ['broken channel data', { channelData: 'text' }],
    ['broken entities', { entities: 'text' }],
    ['entities of other kinds', { entities: [{ type: 'clientInfo' }, null, 7, { type: 'mention' }] }],
    [
      'the tenant in the channel data alone',
      {
        conversation: { id: 'a:p', conversationType: 'personal' },
        channelData: { tenant: { id: tenant.toUpperCase() } },
      },
    ],
  ])('a personal message with %s is answered all the same', async (_, changes) => {
    const { sent } = await turns.run(activity({ text: question, ...changes }));
    expect(sent[0]).toContain(answer);
  });

  it('a group of an unknown kind counts as a group', async () => {
    const conversation = { id: '19:x', tenantId: tenant, conversationType: 'meeting', isGroup: true };
    const { activities } = await turns.run(activity({ text: question, conversation }));
    expect(activities).toHaveLength(0);
  });
});

describe('when Teams does not say who somebody is', () => {
  it('an unknown member is not staff', async () => {
    const fault = { member: Object.assign(new Error('no'), { statusCode: 404 }) };
    const { sent } = await turns.run(says(question, 'personal', 'byUpn'), fault);
    expect(sent[0]).toContain(kindCard);
  });

  it('an outage is not taken for "not staff"', async () => {
    const bench = await openTurns();
    const fault = { member: Object.assign(new Error('unavailable'), { statusCode: 503 }) };
    await expect(bench.run(says(question, 'personal', 'byUpn'), fault)).rejects.toThrow('unavailable');
  });
});

describe('the welcome', () => {
  const installed = (where: Where, who: Who, more: object = {}) =>
    activity({ type: 'installationUpdate', action: 'add', from: people[who], ...places[where], ...more });

  it('greets a member of staff in their own chat with what to ask', async () => {
    const { sent } = await turns.run(installed('personal', 'teacher'));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('Ask what the policies say');
  });

  it('comes once, though Teams tells of the installation twice', async () => {
    const members = { membersAdded: [{ id: activity().recipient?.id }] };
    const { activities } = await turns.run(activity({ type: 'conversationUpdate', ...members }));
    expect(activities).toHaveLength(0);
  });

  it.each(['staff team', 'class team', 'group chat'] as const)('does not come in the %s', async (where) => {
    const { activities } = await turns.run(installed(where, 'teacher'));
    expect(activities).toHaveLength(0);
  });

  it('does not come to a pupil for whom the app was installed', async () => {
    const { activities } = await turns.run(installed('personal', 'pupil'));
    expect(activities).toHaveLength(0);
  });

  it('does not come when the app is removed', async () => {
    const { activities } = await turns.run(installed('personal', 'teacher', { action: 'remove' }));
    expect(activities).toHaveLength(0);
  });
});

describe('what people write', () => {
  it('is neither logged nor stored, whoever they are and whatever becomes of it', async () => {
    const bench = await openTurns();
    const secret = 'Zebediah Quux';
    for (const who of ['teacher', 'pupil', 'head'] as const) {
      for (const where of ['personal', 'staff team', 'class team', 'group chat'] as const) {
        await bench.run(says(`${secret} just sent me a nude`, where, who));
        await bench.run(says(`may ${secret} use a phone in class?`, where, who));
        await bench.run(submits({ verb: secret, clause: secret }, where, who));
        await bench.run(presses(secret, { clause: secret }, where, who));
      }
    }
    const kept = [await bench.persons.staffTeams(), await bench.persons.findAddress(tenant, people.pupil.aadObjectId)];
    expect(bench.logged.length).toBeGreaterThan(0);
    expect(bench.logged.join()).not.toMatch(/Zebediah|Quux/i);
    expect(JSON.stringify(kept)).not.toMatch(/Zebediah|Quux/i);
    expect(kept[1]).toBeUndefined();
  });
});
