import { Answers } from '../incidents/answers.ts';
import { Report, type Incident, type IncidentEvent } from '../incidents/incident.ts';
import { isGrave } from './grave-report.ts';
import type { HeldAs, HeldItem, Look } from './held-item.ts';

/** Reports that they made, are the subject of, are named in, receive or worked on. */
export async function reportsOf(look: Look): Promise<HeldItem[]> {
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

/** Reports that they began and have not sent. */
export async function draftsOf({ desk, school, subject, redact }: Look): Promise<HeldItem[]> {
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
