import type { Act } from '../../domain/delivery/act.ts';
import { openReportsCard, toOpenReportsView } from '../../cards/reports/list.ts';
import { messageCard } from '../../cards/messages/message.ts';
import type { Incident } from '../../domain/incidents/incident.ts';
import { mayRead } from '../../domain/incidents/may-read.ts';
import { openIncident } from '../../domain/incidents/open-incident.ts';
import { namePeople } from '../../domain/questions/name-people.ts';
import type { BotApp } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';
import { onTyped } from '../on-typed.ts';
import type { Pressed } from '../on-verb.ts';
import { doDeed, noSuchReport, type Shows } from './do-deed.ts';
import { readDeed, type TypedDeed } from './read-deed.ts';
import type { ReportDeps } from './report-deps.ts';
import { reportsInPrivate } from './reports-in-private.ts';

const summary = 'Staffroom: about a report';

/** What can be typed: `open reports`, and everything that the buttons of a report do, with its reference. */
export function registerReportMessages(app: BotApp, deps: ReportDeps): void {
  onTyped(app, deps, {
    read: readDeed,
    reply: async (typed, caller, act) =>
      caller.place.kind === 'personal' ? answer(deps, caller, typed, act) : reportsInPrivate(deps.ownAppId),
    summary,
  });
}

async function answer(deps: ReportDeps, caller: Caller, typed: TypedDeed, act: Act): Promise<Pressed> {
  switch (typed.kind) {
    case 'not-a-reference':
      return noSuchReport('chat');
    case 'list':
      return openReports(deps, caller);
    case 'reply': {
      const { id, text } = typed;
      const mine = await deps.incidents.of(caller.library.school.id, caller.actor);
      const asked = mine.find((incident) => incident.id === id)?.events.findLast(({ kind }) => kind === 'asked');
      const deed = { kind: 'reply', question: asked?.seq ?? 0, text } as const;
      return doDeed(deps, caller, { id, deed, act, where: 'chat', shows: { kind: 'line' } });
    }
    case 'file': {
      const shows = { kind: 'file', hasBack: false } as const;
      return doDeed(deps, caller, { id: typed.id, deed: { kind: 'show' }, act, where: 'chat', shows });
    }
    case 'sheet': {
      const deed = { kind: 'print', fetched: false } as const;
      return doDeed(deps, caller, { id: typed.id, deed, act, where: 'chat', shows: { kind: 'sheet' } });
    }
    case 'deed': {
      const { id, deed } = typed;
      const shows: Shows = { kind: deed.kind === 'add' ? 'line' : 'report' };
      return doDeed(deps, caller, { id, deed, act, where: 'chat', shows });
    }
  }
}

/** What is open for the caller. The words are the same for nothing and for nothing that they may see. */
async function openReports(deps: ReportDeps, { actor, library }: Caller): Promise<Pressed> {
  const { school } = library;
  const theirs: Incident[] = [];
  for (const incident of await deps.incidents.open(school.id)) {
    const opened = await openIncident(deps, school, incident);
    if (opened && mayRead({ ...opened, reader: actor }) === 'recipient') theirs.push(incident);
  }
  if (theirs.length === 0) {
    const paragraphs = ['Write “my reports” to see where those stand that you sent yourself.'];
    return { card: messageCard.render({ title: 'There is no open report for you', paragraphs }), replaces: true };
  }
  const name = await namePeople(deps.persons, library, actor.tenantId);
  return { card: openReportsCard.render(toOpenReportsView({ library, name, reports: theirs })), replaces: true };
}
