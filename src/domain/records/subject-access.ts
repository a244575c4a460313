import { isChannel, type Delivery } from '../delivery/delivery.ts';
import type { DeliveryStore } from '../delivery/delivery-store.ts';
import { subjectReference } from '../delivery/subject-reference.ts';
import { Answers } from '../incidents/answers.ts';
import type { IncidentStore } from '../incidents/incident-store.ts';
import { Report, type Incident, type IncidentEvent } from '../incidents/incident.ts';
import { isNamed } from '../incidents/names/is-named.ts';
import { partsOfName } from '../incidents/names/parts-of-name.ts';
import { textWords } from '../incidents/names/text-words.ts';
import type { AbsenceStore } from '../people/absence.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { PersonStore } from '../people/person-store.ts';
import { isSamePerson } from '../people/same-person.ts';
import { Person, type School } from '../people/school.ts';
import type { QuestionStore } from '../questions/question-store.ts';
import { placeNamed, type Sealer } from '../secrecy/sealer.ts';
import type { DataSubject } from './find-data-subject.ts';
import { isGrave } from './grave-report.ts';
import { redactNames } from './redact-names.ts';
import type { RecordClass } from './retention-table.ts';

/** What the person is to a record. `perhaps-named`: their first name stands there, and nothing tells whether it is theirs. */
export type HeldAs =
  | 'reporter'
  | 'subject'
  | 'named'
  | 'perhaps-named'
  | 'reader'
  | 'recipient'
  | 'asker'
  | 'owner'
  | 'member'
  | 'listed'
  | 'away'
  | 'cover';

/** One record that is held of a person, with the names of others taken out. */
export interface HeldItem {
  readonly record: RecordClass | 'settings';
  readonly reference: string;
  /** ISO 8601 instant, where the record has one. */
  readonly at?: string;
  readonly as: readonly HeldAs[];
  /**
   * Nobody but a person decides whether it is released: child-abuse data, serious harm, what others said of them
   * (Data Protection Act 2018, schedules 2 and 3).
   */
  readonly aPersonDecides: boolean;
  /** The seal of some of it does not open, so nobody knows what it says. */
  readonly unreadable: boolean;
  readonly texts: readonly { readonly of: string; readonly text: string }[];
}

export interface AccessDesk {
  readonly incidents: Pick<IncidentStore, 'all' | 'draftsOf'>;
  readonly questions: Pick<QuestionStore, 'of' | 'sealed'>;
  readonly deliveries: Pick<DeliveryStore, 'all'>;
  readonly persons: Pick<PersonStore, 'staffTeams' | 'findAddress' | 'boundUpns'>;
  readonly absences: Pick<AbsenceStore, 'absences'>;
  readonly sealer: Pick<Sealer, 'open'>;
}

interface Look {
  readonly desk: AccessDesk;
  readonly school: School;
  readonly subject: DataSubject;
  readonly isThem: (key: PersonKey | undefined) => boolean;
  /** How the text names them. */
  readonly namedIn: (text: string) => readonly HeldAs[];
  readonly redact: (text: string) => string;
}

const beginning = '0000-01-01';

/**
 * Everything that is held of a person at a school: by their account, by their name in what is listed, and by their name in
 * what anybody wrote. Changes nothing and tells nobody.
 */
export async function whatIsHeld(desk: AccessDesk, school: School, subject: DataSubject): Promise<HeldItem[]> {
  const teams = (await desk.persons.staffTeams()).filter(({ schoolId }) => schoolId === school.id);
  const known = [
    ...school.people.map(({ name }) => name),
    ...teams.flatMap(({ members }) => members.map(({ name }) => name)),
  ];
  const asPeople = subject.names.map((name) => subject.person ?? Person.parse({ id: 'data-subject', name }));
  const firsts = new Set(subject.names.map((name) => partsOfName(name).first));
  const look: Look = {
    desk,
    school,
    subject,
    isThem: (key) => key !== undefined && subject.keys.some((own) => isSamePerson(own, key)),
    namedIn(text) {
      const words = textWords(text);
      if (asPeople.some((person) => isNamed(person, words, school.people))) return ['named'];
      return words.some(({ plain }) => firsts.has(plain)) ? ['perhaps-named'] : [];
    },
    redact: (text) => redactNames(text, { own: subject.names, known }),
  };
  return [
    ...(await reportsOf(look)),
    ...(await draftsOf(look)),
    ...(await questionsOf(look)),
    ...(await deliveriesOf(look)),
    ...(await peopleOf(look, teams)),
    ...(await absencesOf(look)),
  ];
}

async function reportsOf(look: Look): Promise<HeldItem[]> {
  const items: HeldItem[] = [];
  for (const incident of await look.desk.incidents.all(look.school.id)) {
    const item = await reportOf(look, incident);
    if (item) items.push(item);
  }
  return items;
}

async function reportOf(look: Look, incident: Incident): Promise<HeldItem | undefined> {
  const { desk, school, subject, isThem } = look;
  const { id, reporter, events, sealedReport, submittedAt } = incident;
  const open = (token: string, type: string, of: string) =>
    desk.sealer.open(token, { schoolId: school.id, type, id: of });
  const text = sealedReport === '' ? undefined : await open(sealedReport, 'report', id);
  const report = text === undefined ? undefined : Report.parse(JSON.parse(text));
  const written = await Promise.all(
    events.map(async (event) => ({
      event,
      text: await openEvent(event, (token) => open(token, 'report-event', `${id}-${event.seq}`)),
    })),
  );
  const told = report ? answerTexts(report.answers) : [];
  const added = written.flatMap(({ event, text: said }) =>
    said ? [{ of: `${event.kind} on ${event.at.slice(0, 10)}`, text: said, by: event.by }] : [],
  );
  const own = isThem(reporter);
  const ids = [...subject.keys.map(({ objectId }) => objectId), ...(subject.person ? [subject.person.id] : [])];
  const isSubject =
    report?.route.subjects.some((one) => ids.includes(one)) === true ||
    report?.answers.about.some((one) => ids.includes(one.replace(/^(person|member):/, ''))) === true;
  const isRecipient = report?.route.recipients.some(
    ({ personId, key }) => personId === subject.person?.id || isThem(key),
  );
  const named = new Set([...told, ...added].flatMap((one) => look.namedIn(one.text)));
  const as: HeldAs[] = [
    ...(own ? (['reporter'] as const) : []),
    ...(isSubject ? (['subject'] as const) : []),
    ...named,
    ...(isRecipient ? (['recipient'] as const) : []),
    ...(events.some(({ by, seq }) => seq > 1 && isThem(by)) ? (['reader'] as const) : []),
  ];
  if (as.length === 0) return undefined;
  const isAboutThem = isSubject || named.size > 0;
  const theirs = [...(own || isAboutThem ? told : []), ...(isAboutThem ? added : added.filter(({ by }) => isThem(by)))];
  const grave = report === undefined || isGrave(incident, report);
  return {
    record: grave ? 'graveReport' : 'report',
    reference: id,
    at: submittedAt,
    as,
    aPersonDecides: grave || isAboutThem || !own,
    unreadable:
      (sealedReport !== '' && !report) ||
      written.some(({ event, text: said }) => event.sealedText && said === undefined),
    texts: [
      ...theirs.map(({ of, text: said }) => ({ of, text: look.redact(said) })),
      ...events
        .filter(({ by, seq }) => seq > 1 && isThem(by))
        .map(({ kind, at }) => ({ of: 'what they did', text: `${kind} on ${at}` })),
    ],
  };
}

function openEvent({ sealedText = '' }: IncidentEvent, open: (token: string) => Promise<string | undefined>) {
  return sealedText === '' ? Promise.resolve(undefined) : open(sealedText);
}

/** Everything that was typed, with what it answers. */
function answerTexts(answers: Answers): { of: string; text: string }[] {
  return Object.entries(answers).flatMap(([of, text]) =>
    typeof text === 'string' && text.trim() !== '' && of !== 'at' ? [{ of, text }] : [],
  );
}

async function draftsOf({ desk, school, subject, redact }: Look): Promise<HeldItem[]> {
  const drafts = (await Promise.all(subject.keys.map((key) => desk.incidents.draftsOf(school.id, key)))).flat();
  return Promise.all(
    drafts.map(async ({ id, startedAt, sealedAnswers }): Promise<HeldItem> => {
      const text = await desk.sealer.open(sealedAnswers, { schoolId: school.id, type: 'draft', id });
      const told = text === undefined ? [] : answerTexts(Answers.parse(JSON.parse(text)));
      return {
        record: 'draft',
        reference: id,
        at: startedAt,
        as: ['reporter'],
        aPersonDecides: true,
        unreadable: text === undefined,
        texts: told.map((one) => ({ ...one, text: redact(one.text) })),
      };
    }),
  );
}

async function questionsOf(look: Look): Promise<HeldItem[]> {
  const { desk, school, subject } = look;
  const own = (await Promise.all(subject.keys.map((key) => desk.questions.of(school.id, key)))).flat();
  const ownById = new Map(own.map((one) => [one.id, one]));
  const items = new Map<string, HeldItem>();
  for (const { place, sealedText } of await desk.questions.sealed(school.id)) {
    const at = placeNamed(school.id, place);
    const text = await desk.sealer.open(sealedText, at);
    const question = at.type === 'gap' ? undefined : ownById.get(at.id);
    const named = text === undefined ? [] : look.namedIn(text);
    const as: HeldAs[] = [
      ...(question && look.isThem(question.asker) ? (['asker'] as const) : []),
      ...(question && look.isThem(question.owner) ? (['owner'] as const) : []),
      ...named,
    ];
    if (as.length === 0) continue;
    const before = items.get(at.id);
    items.set(at.id, {
      record: at.type === 'gap' ? 'gap' : 'question',
      reference: at.id,
      ...(question && { at: question.askedAt }),
      as: [...new Set([...(before?.as ?? []), ...as])],
      aPersonDecides: before?.aPersonDecides === true || named.length > 0,
      unreadable: before?.unreadable === true || text === undefined,
      texts: [...(before?.texts ?? []), ...(text === undefined ? [] : [{ of: at.type, text: look.redact(text) }])],
    });
  }
  return [...items.values()];
}

async function deliveriesOf({ desk, school, isThem }: Look): Promise<HeldItem[]> {
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

async function peopleOf(
  { desk, school, subject, isThem }: Look,
  teams: Awaited<ReturnType<PersonStore['staffTeams']>>,
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

async function absencesOf({ desk, school, subject }: Look): Promise<HeldItem[]> {
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
