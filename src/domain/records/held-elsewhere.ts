import { isChannel, type Delivery } from '../delivery/delivery.ts';
import { subjectReference } from '../delivery/subject-reference.ts';
import type { StaffTeam } from '../people/person-store.ts';
import type { HeldItem, Look } from './held-item.ts';

/** Before every day that anybody is away. */
const beginning = '0000-01-01';

/** What was sent to them, without its words. */
export async function deliveriesOf({ desk, school, isThem }: Look): Promise<HeldItem[]> {
  const own = (await desk.deliveries.all(school.id)).filter(({ to }) => !isChannel(to) && isThem(to));
  return own.map(({ subject, createdAt, state }: Delivery): HeldItem => ({
    record: 'delivery',
    reference: subjectReference(subject),
    at: createdAt,
    as: ['recipient'],
    aPersonDecides: false,
    unreadable: false,
    texts: [{ of: 'what it told', text: `${subject.kind}, ${state}` }],
  }));
}

/** What says who they are and where they are written to. */
export async function peopleOf(
  { desk, school, subject, isThem }: Look,
  teams: readonly StaffTeam[],
): Promise<HeldItem[]> {
  const plain = { aPersonDecides: false, unreadable: false };
  const rows = teams.flatMap(({ teamId, tenantId, refreshedAt, members }) =>
    members
      .filter(({ objectId }) => isThem({ tenantId, objectId }))
      .map(({ name, upn }): HeldItem => ({
        ...plain,
        record: 'roster',
        reference: teamId,
        at: refreshedAt,
        as: ['member'],
        texts: [{ of: 'as Teams lists them', text: [name, upn].filter(Boolean).join(', ') }],
      })),
  );
  const addresses = await Promise.all(
    subject.keys.map(async ({ tenantId, objectId }) => {
      const address = await desk.persons.findAddress(tenantId, objectId);
      const bound = [...(await desk.persons.boundUpns(tenantId))]
        .filter(([, id]) => id === objectId)
        .map(([upn]) => upn);
      const texts = [
        ...(address
          ? [{ of: 'where the bot writes to them', text: `${address.userId} in ${address.conversationId}` }]
          : []),
        ...bound.map((upn) => ({ of: 'sign-in name', text: upn })),
      ];
      return texts.length > 0
        ? [{ ...plain, record: 'address' as const, reference: objectId, as: ['member' as const], texts }]
        : [];
    }),
  );
  const { person } = subject;
  const listed: HeldItem[] = person
    ? [
        {
          ...plain,
          record: 'settings',
          reference: `school.yaml of ${school.id}`,
          as: ['listed'],
          texts: Object.entries(person).flatMap(([of, value]) =>
            typeof value === 'string' ? [{ of, text: value }] : [{ of, text: JSON.stringify(value) }],
          ),
        },
      ]
    : [];
  return [...rows, ...addresses.flat(), ...listed];
}

/** Days on which they were away or stood in. */
export async function absencesOf({ desk, school, subject }: Look): Promise<HeldItem[]> {
  const id = subject.person?.id;
  const all = id === undefined ? [] : await desk.absences.absences(school.id, beginning);
  return all
    .filter(({ personId, cover }) => personId === id || cover === id)
    .map(({ id: reference, personId, from, to, at }) => ({
      record: 'absence',
      reference,
      at,
      as: [personId === id ? 'away' : 'cover'],
      aPersonDecides: false,
      unreadable: false,
      texts: [{ of: 'days', text: `${from} to ${to}` }],
    }));
}
