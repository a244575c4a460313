import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isChannel, type DeliveryState } from '../../../src/domain/delivery/delivery.ts';
import { deliveriesToKnow } from '../../../src/domain/incidents/plan-incident.ts';
import type { NewEvent } from '../../../src/domain/incidents/incident-store.ts';
import { openWorld } from './plan-world.ts';
import { idOf, keyOfId, person, sampleReport, staff, teacher } from './sample-report.ts';

const to = (owed: { to: object }[]) =>
  owed.map((one) => ('objectId' in one.to ? String(one.to.objectId) : 'channel')).sort();
const ids = (...who: Parameters<typeof keyOfId>[0][]) => who.map((id) => keyOfId(id).objectId).sort();

describe('the ladder', () => {
  it('owes the channel first, and wakes its people once it stands there', () => {
    const world = openWorld();
    world.follow();
    expect(to(world.owed('incident-report'))).toEqual(['channel']);
    expect(world.owed('incident-alert')).toEqual([]);
    world.pass(1);
    world.settle('incident-report', 'sent');
    expect(to(world.owed('incident-alert'))).toEqual(ids('dan', 'pia', 'tim'));
    expect(world.incident().events.at(-1)).toMatchObject({
      kind: 'delivered',
      at: '2026-11-24T10:01:00.000Z',
      facts: { role: 'dsl' },
    });
    expect(world.told()).toEqual(['delivered']);
  });

  it.each(['refused', 'undeliverable', 'unknown'] as const)('goes on to each chat when the channel is %s', (state) => {
    const world = openWorld();
    world.follow();
    world.settle('incident-report', state);
    expect(to(world.owed('incident-report'))).toEqual(['channel', ...ids('dan', 'pia', 'tim')].sort());
    expect(world.kinds()).not.toContain('delivered');
    world.settle('incident-report', 'sent', (one) => !isChannel(one.to) && one.to.objectId === idOf(3));
    expect(world.incident().events.at(-1)?.facts).toEqual({ role: 'deputyDsl' });
  });

  it('tells the reporter that nobody could be reached, and never that somebody was', () => {
    const world = openWorld();
    world.follow();
    world.settle('incident-report', 'refused');
    world.settle('incident-report', 'undeliverable');
    expect(world.kinds()).toEqual(['submitted', 'not-delivered']);
    expect(world.told()).toEqual(['not-delivered']);
  });

  it('says so at once where there is nobody whom Teams reaches', () => {
    const { incident, report, school } = sampleReport();
    const world = openWorld({ incident, school, report: { ...report, route: { ...report.route, rungs: [] } } });
    world.follow();
    expect(world.told()).toEqual(['not-delivered']);
  });

  it('says that it is delivered after all when the escalation reaches somebody', () => {
    const world = openWorld();
    world.follow();
    world.settle('incident-report', 'refused');
    world.settle('incident-report', 'refused');
    world.pass(60 * 24);
    world.follow();
    world.settle('incident-escalated', 'sent');
    expect(world.told()).toContain('delivered');
  });

  it('gives who receives it beside the channel a card of their own, which alone is no delivery', () => {
    const world = openWorld(sampleReport({ kind: 'content' }));
    world.follow();
    expect(to(world.owed('incident-report'))).toEqual(['channel', ...ids('cal')].sort());
    world.settle('incident-report', 'sent', ({ to: one }) => !isChannel(one));
    expect(world.kinds()).not.toContain('delivered');
    world.settle('incident-report', 'refused', ({ to: one }) => isChannel(one));
    expect(to(world.owed('incident-report'))).toEqual(['channel', ...ids('cal', 'cal', 'dan', 'pia', 'tim')].sort());
  });
});

describe('what the reporter is told', () => {
  it.each([
    [true, 2],
    [false, 15],
  ])('while nobody has it (urgent: %s) comes after %i minutes, once', (urgent, minutes) => {
    const world = openWorld(sampleReport({}, { urgent }));
    world.follow();
    world.pass(minutes - 1);
    expect(world.follow()).toBe(false);
    world.pass(1);
    world.follow();
    expect(world.told()).toEqual(['delayed']);
    world.pass(5);
    expect(world.follow()).toBe(false);
  });

  it('is "opened" at the first reading by somebody else, once', () => {
    const world = openWorld();
    world.follow();
    world.settle('incident-report', 'sent');
    world.add('read', keyOfId('pia'));
    world.follow();
    world.add('read', keyOfId('dan'));
    world.follow();
    expect(world.incident().events.filter(({ kind }) => kind === 'opened')).toMatchObject([{ by: keyOfId('pia') }]);
    expect(world.told()).toEqual(['delivered', 'opened']);
  });

  it('is nothing of their own reading', () => {
    const world = openWorld(sampleReport({ reporter: { objectId: idOf(2), personId: 'dan' } }));
    world.follow();
    world.add('read', keyOfId('dan'));
    world.follow();
    expect(world.kinds()).not.toContain('opened');
  });

  it('is that it was closed, each time it is', () => {
    const world = openWorld();
    world.follow();
    world.settle('incident-report', 'sent');
    for (const kind of ['closed', 'reopened', 'closed'] as const) {
      world.add(kind, keyOfId('dan'));
      world.follow();
    }
    expect(world.told()).toEqual(['delivered', 'closed', 'closed']);
  });
});

describe('escalation', () => {
  const delivered = (...given: Parameters<typeof sampleReport>) => {
    const world = openWorld(sampleReport(...given));
    world.follow();
    world.settle('incident-report', 'sent');
    return world;
  };

  it.each([
    ['urgent', '2026-11-24T23:00:00.000Z', true, '2026-11-24T23:15:00.000Z', '2026-11-24T23:30:00.000Z'],
    ['ordinary', '2026-11-24T10:00:00.000Z', false, '2026-11-24T14:00:00.000Z', '2026-11-25T10:30:00.000Z'],
    [
      'ordinary before a weekend',
      '2026-11-27T15:00:00.000Z',
      false,
      '2026-11-30T11:30:00.000Z',
      '2026-11-30T15:30:00.000Z',
    ],
  ])('of an %s report comes when it is due and not before', (_, sent, urgent, first, second) => {
    const world = delivered({}, { urgent, submittedAt: sent });
    const at = (instant: string, offset = 0) => {
      world.pass((Date.parse(instant) + offset - world.now().getTime()) / 60_000);
      world.follow();
      return world.incident().events.filter(({ kind }) => kind === 'escalated').length;
    };
    expect(at(first, -1)).toBe(0);
    expect(at(first)).toBe(1);
    expect(to(world.owed('incident-escalated'))).toEqual(ids('pia', 'tim'));
    expect(at(second, -1)).toBe(1);
    expect(world.told()).not.toContain('unacknowledged');
    expect(at(second)).toBe(2);
    expect(to(world.owed('incident-escalated'))).toEqual(ids('hana', 'pia', 'tim'));
    expect(world.told()).toContain('unacknowledged');
  });

  it.each(['acknowledged', 'taken', 'asked', 'closed'] as const)('ends once somebody %s it', (kind) => {
    const world = delivered({}, { urgent: true });
    world.add(kind, keyOfId('dan'), { seq: 1 });
    world.pass(60);
    world.follow();
    expect(world.kinds()).not.toContain('escalated');
  });

  it('does not end because a DSL acknowledges what they reported themselves', () => {
    const world = delivered({ reporter: { objectId: idOf(2), personId: 'dan' } }, { urgent: true });
    world.add('acknowledged', keyOfId('dan'));
    world.pass(15);
    world.follow();
    expect(world.kinds()).toContain('escalated');
    expect(to(world.owed('incident-escalated'))).toEqual(ids('pia', 'tim'));
  });

  it('tells the reporter at once where nobody is left', () => {
    const world = delivered({ about: ['role:head'], kind: 'staff-conduct' }, { urgent: true });
    world.pass(15);
    world.follow();
    expect(world.told()).toContain('unacknowledged');
    expect(world.owed('incident-escalated')).toEqual([]);
  });
});

describe('a report that waits its turn', () => {
  const turn = '2026-11-24T11:10:00.000Z';
  const held = (urgent = false) => {
    const { incident, ...given } = sampleReport({}, { urgent });
    const events = incident.events.map((event) => ({ ...event, facts: { heldUntil: turn } }));
    const world = openWorld({ ...given, incident: { ...incident, events } });
    world.follow();
    return world;
  };

  it('goes to its readers then and not before, whatever is added to it meanwhile', () => {
    const world = held();
    world.add('added', teacher);
    world.follow();
    const owed = [...world.deliveries.values()];
    expect(owed.map(({ subject }) => subject.kind)).toEqual([
      'incident-report',
      ...['incident-replied', 'incident-replied', 'incident-replied'],
      'incident-refresh',
    ]);
    expect(owed.map(({ notBefore }) => notBefore)).toEqual(owed.map(() => turn));
  });

  it('asks its reporter at once where a reader found it in the list before', () => {
    const world = held();
    world.add('asked', keyOfId('dan'));
    world.follow();
    const [asked] = world.owed('incident-asked');
    expect(asked?.notBefore).toBe(world.now().toISOString());
  });

  it('tells that reader at once what its reporter says to it, and nobody else before the report', () => {
    const world = held();
    world.add('asked', keyOfId('dan'));
    world.follow();
    world.add('replied', teacher);
    world.follow();
    const replies = world.owed('incident-replied');
    expect(replies.map(({ to }) => to)).toEqual([keyOfId('dan')]);
    expect(replies.map(({ notBefore }) => notBefore)).toEqual([world.now().toISOString()]);
    expect(world.owed('incident-report').map(({ notBefore }) => notBefore)).toEqual([turn]);
  });

  it('is late, and escalates, so long after its turn as another after its sending', () => {
    const world = held();
    world.pass(84);
    expect(world.follow()).toBe(false);
    world.pass(1); // 15 minutes after its turn
    world.follow();
    expect(world.told()).toEqual(['delayed']);
    world.settle('incident-report', 'sent');
    expect(world.told()).toEqual(['delayed', 'delivered']);
    world.pass(224); // 15:09; counted from its sending it would have been 14:00
    world.follow();
    expect(world.kinds()).not.toContain('escalated');
    world.pass(1);
    world.follow();
    expect(world.kinds()).toContain('escalated');
  });

  it('owes nothing new by its turn once it has come', () => {
    const world = held();
    world.pass(71);
    world.settle('incident-report', 'sent');
    world.add('taken', keyOfId('dan'));
    world.follow();
    const [refresh] = world.owed('incident-refresh');
    expect(refresh?.notBefore).toBe(world.now().toISOString());
  });
});

describe('the card', () => {
  it('is refreshed wherever it stands after what it shows, and not after a reading', () => {
    const world = openWorld();
    world.follow();
    world.settle('incident-report', 'sent');
    world.add('refused', keyOfId('cal'));
    expect(world.follow()).toBe(false);
    world.add('taken', keyOfId('dan'));
    world.follow();
    const [refresh] = world.owed('incident-refresh');
    expect(refresh?.subject).toMatchObject({ seq: world.incident().events.length });
    expect(to(world.owed('incident-refresh'))).toEqual(['channel']);
    expect(world.follow()).toBe(false);
  });

  it('is left alone where it never came to stand', () => {
    const world = openWorld();
    world.follow();
    world.settle('incident-report', 'refused');
    world.settle('incident-report', 'sent');
    world.add('acknowledged', keyOfId('dan'));
    world.follow();
    expect(to(world.owed('incident-refresh'))).toEqual(ids('dan', 'pia', 'tim'));
  });
});

describe('questions and replies', () => {
  it('go to the reporter and back to who asked, or to who has the report', () => {
    const world = openWorld();
    world.follow();
    world.settle('incident-report', 'sent');
    world.add('asked', keyOfId('pia'));
    world.follow();
    expect(to(world.owed('incident-asked'))).toEqual([teacher.objectId]);
    world.add('replied', teacher);
    world.follow();
    expect(to(world.owed('incident-replied'))).toEqual(ids('pia'));
    world.add('taken', keyOfId('dan'));
    world.add('added', teacher);
    world.follow();
    expect(to(world.owed('incident-replied'))).toEqual(ids('dan', 'pia'));
  });

  it('of a report that nobody has yet go to all who were woken', () => {
    const world = openWorld();
    world.follow();
    world.settle('incident-report', 'sent');
    world.add('added', teacher);
    world.follow();
    expect(to(world.owed('incident-replied'))).toEqual(ids('dan', 'pia', 'tim'));
  });
});

it('ends when it was shredded', () => {
  const world = openWorld();
  world.add('shredded');
  expect(world.follow()).toBe(false);
});

type Step =
  | { readonly do: 'follow' | 'crash' }
  | { readonly do: 'pass'; readonly minutes: number }
  | { readonly do: 'end'; readonly which: number; readonly state: DeliveryState }
  | { readonly do: 'event'; readonly kind: NewEvent['kind']; readonly by: number };

const kinds = [
  'read',
  'refused',
  'acknowledged',
  'taken',
  'asked',
  'replied',
  'added',
  'noted',
  'closed',
  'reopened',
] as const;
const step = fc.oneof(
  fc.constant<Step>({ do: 'follow' }),
  fc.constant<Step>({ do: 'crash' }),
  fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 600 }) }),
  fc.record({
    do: fc.constant('end' as const),
    which: fc.nat(30),
    state: fc.constantFrom<DeliveryState>('sent', 'sent', 'refused', 'undeliverable', 'unknown'),
  }),
  fc.record({ do: fc.constant('event' as const), kind: fc.constantFrom(...kinds), by: fc.nat(6) }),
);
const subject = fc.subarray(['role:head', 'role:dsl', 'role:deputyDsl', 'role:chair', 'person:cal', 'pupil'] as const, {
  minLength: 1,
});
const given = fc.record({
  about: subject,
  kind: fc.constantFrom('other-child', 'content', 'staff-conduct', 'virus', 'image'),
  reporter: fc.constantFrom({ objectId: teacher.objectId }, { objectId: idOf(2), personId: 'dan' }),
  urgent: fc.boolean(),
});
const people = [...staff.map(({ objectId = '' }) => ({ tenantId: teacher.tenantId, objectId })), teacher];

function play(input: typeof given extends fc.Arbitrary<infer T> ? T : never, steps: readonly Step[], crashes: boolean) {
  const sample = sampleReport(input, { urgent: input.urgent });
  const world = openWorld(sample);
  for (const one of steps) {
    if (one.do === 'follow' || (one.do === 'crash' && !crashes)) world.follow();
    // Planned and not recorded: the process ended between the two.
    if (one.do === 'crash' && crashes) world.plan();
    if (one.do === 'pass') world.pass(one.minutes);
    if (one.do === 'event') world.add(one.kind, people[one.by], { seq: 1 });
    if (one.do === 'end') world.end([...world.deliveries.keys()][one.which] ?? '', one.state);
  }
  while (world.follow());
  return { world, sample };
}

describe('whatever happens', () => {
  const check = (property: (input: ReturnType<typeof play>) => void) =>
    fc.assert(
      fc.property(given, fc.array(step, { maxLength: 40 }), (input, steps) => property(play(input, steps, true))),
      { numRuns: 300 },
    );

  it('planning again gives nothing more, and every key is looked up before it is planned', () => {
    check(({ world, sample }) => {
      expect(world.plan()).toEqual({ events: [], then: { owed: [], entries: [] } });
      const known = new Set(deliveriesToKnow({ incident: world.incident(), report: sample.report, now: world.now() }));
      const reread = [...world.deliveries].filter(([key]) => known.has(key));
      const again = openWorld({ ...sample, incident: world.incident() });
      reread.forEach(([key, one]) => again.deliveries.set(key, one));
      again.pass((world.now().getTime() - again.now().getTime()) / 60_000);
      const more = again.plan();
      expect(more.events).toEqual([]);
      expect(more.then.owed.filter(({ key }) => !world.deliveries.has(key))).toEqual([]);
      expect(more.then.owed.map(({ key }) => key)).toEqual([]);
    });
  });

  it('says "delivered" once, and only of what Teams took', () => {
    check(({ world }) => {
      const delivered = world.incident().events.filter(({ kind }) => kind === 'delivered');
      expect(delivered.length).toBeLessThanOrEqual(1);
      const sent = [...world.deliveries.values()].some(
        ({ subject: { kind }, state }) =>
          (kind === 'incident-report' || kind === 'incident-escalated') && state === 'sent',
      );
      if (delivered.length > 0) expect(sent).toBe(true);
      if (world.told().includes('delivered')) expect(delivered).toHaveLength(1);
    });
  });

  it('owes nothing to a subject', () => {
    check(({ world, sample }) => {
      const { subjects } = sample.report.route;
      for (const { to: one, subject: told } of world.deliveries.values()) {
        // A reporter who reports about themselves is told what became of their report.
        if (told.kind === 'incident-told' || told.kind === 'incident-asked') continue;
        if (!isChannel(one)) expect(subjects).not.toContain(one.objectId);
      }
    });
  });

  it('a crash between planning and recording changes nothing of the end', () => {
    const steps = fc.array(
      step.filter(({ do: what }) => what !== 'end' && what !== 'pass'),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(given, steps, (input, all) => {
        const ends = [true, false].map((crashes) => play(input, all, crashes).world);
        const [crashed, whole] = ends.map((world) => ({
          events: world
            .incident()
            .events.map(({ kind }) => kind)
            .sort(),
          owed: [...world.deliveries.values()]
            .filter(
              ({ subject: { kind } }) =>
                kind !== 'incident-refresh' && kind !== 'incident-replied' && kind !== 'incident-asked',
            )
            .map(({ subject: told, to: one }) => JSON.stringify([told, one]))
            .sort(),
        }));
        expect(crashed).toEqual(whole);
      }),
    );
  });
});

it('gives nothing to a subject even where the route itself named one', () => {
  const { incident, report, school } = sampleReport(
    {},
    { people: [...staff, person('zed', 7, ['dsl'])], urgent: true },
  );
  const route = { ...report.route, subjects: ['dan', 'pia'] };
  const world = openWorld({ incident, school, report: { ...report, route } });
  world.follow();
  world.settle('incident-report', 'sent');
  world.pass(60);
  world.follow();
  const reached = [...world.deliveries.values()].map(({ to: one }) => ('objectId' in one ? one.objectId : 'channel'));
  expect(reached).not.toContain(idOf(2));
  expect(reached).not.toContain(idOf(3));
  expect(reached).toContain(idOf(7));
});
