import { defaultRoutes, ladoContact, policeContact } from '../../incidents/default-routes.ts';
import { incidentKinds } from '../../incidents/incident-kind.ts';
import { routeFor } from '../../incidents/route-incident.ts';
import { roleTitles, type Role } from '../../people/role.ts';
import { aboutGroups, imagePlaces, type AboutGroup, type Route } from '../../people/route.ts';
import type { School } from '../../people/school.ts';
import type { Finding } from './finding.ts';
import type { LintRule } from './lint-document.ts';

type Told = Pick<Finding, 'rule' | 'severity' | 'message' | 'why' | 'todo'> & { readonly place: string };

/** Routes that lead to nobody, past the person who should get the report, or nowhere at all; numbers that a report needs. */
export const routesLeadSomewhere: LintRule = ({ school: place }) => {
  if (!place || (!place.school.reporting && place.school.routes.length === 0)) return [];
  const { school, file, lineOf } = place;
  const told = [...rolesNobodyHolds(school), ...neverDecides(school), ...passesBy(school), ...withoutClause(school)];
  const needed = school.reporting ? [...missingContacts(school), ...unreachableChair(school)] : [];
  return [...told, ...needed].map(({ place: words, ...finding }) => ({ ...finding, file, line: lineOf(words) || 1 }));
};

function rolesNobodyHolds(school: School): Told[] {
  const held = new Set(school.people.flatMap(({ roles }) => roles));
  // Built-in routes name the head and the DSL, and whoever stands above the head.
  const needed: Role[] = school.reporting ? ['head', 'dsl'] : [];
  const missing = [...new Set([...school.routes.flatMap(({ to }) => to), ...needed])].filter((role) => !held.has(role));
  return missing
    .filter((role) => role !== 'chair' || !held.has('registeredPerson'))
    .map((role) => ({
      rule: 'route-to-nobody',
      severity: 'error',
      place: nameOf(school.routes.find(({ to }) => to.includes(role))) ?? 'reporting:',
      message: `reports go to the role ${role} (${roleTitles[role]}), which nobody holds`,
      why: 'They would go to somebody else than the policy says.',
      todo: 'Give the role to a person in school.yaml, or name another role in the route.',
    }));
}

function neverDecides({ routes }: School): Told[] {
  const school = { routes: [...routes] };
  const deciding = new Set(cases().map(({ groups, ...said }) => routeFor({ school, ...said }, groups)));
  return routes
    .filter((route) => !deciding.has(route))
    .map((route) => ({
      rule: 'route-never-decides',
      severity: 'advice',
      place: nameOf(route) ?? '',
      message: `the route "${route.rule}" is never reached, because the ones above it fit first`,
      why: 'Routes are read from the top, and the first that fits decides.',
      todo: 'Move it up, or take it out.',
    }));
}

/** A school's route that decides about the head, the chair or a DSL without naming them: it was meant for something else. */
function passesBy({ routes }: School): Told[] {
  const school = { routes: [...routes] };
  const found = new Map<Route, AboutGroup>();
  for (const group of ['head', 'chair', 'dsl'] as const)
    for (const kind of incidentKinds.filter((each) => each !== 'image')) {
      const route = routeFor({ school, kind }, new Set<AboutGroup>([group, 'adult']));
      if (!route.about?.includes(group) && !defaultRoutes.includes(route) && !found.has(route)) found.set(route, group);
    }
  return [...found].map(([route, group]) => ({
    rule: 'route-passes-by',
    severity: 'error',
    place: nameOf(route) ?? '',
    message: `the route "${route.rule}" also decides reports about ${words[group]}`,
    why: 'A report about one of them must go to the person above them, whatever else it is about.',
    todo: `Put a route with "about: [${group}]" above it.`,
  }));
}

const words: Readonly<Record<'head' | 'chair' | 'dsl', string>> & Partial<Record<AboutGroup, string>> = {
  head: 'the headteacher',
  chair: 'the chair of governors',
  dsl: 'the DSL or a deputy',
};

function withoutClause({ routes }: School): Told[] {
  return routes
    .filter(({ clause }) => clause === undefined)
    .map((route) => ({
      rule: 'route-without-clause',
      severity: 'advice',
      place: nameOf(route) ?? '',
      message: `the route "${route.rule}" cites no clause`,
      why: 'Whoever reports is shown the rule that decides where their report goes.',
      todo: 'Write "clause: <policy id>#<clause id>", or write the rule into a policy first.',
    }));
}

function missingContacts({ contacts }: School): Told[] {
  const listed = (id: string) => contacts.some((contact) => contact.id === id && contact.phone !== undefined);
  const needed = [ladoContact, policeContact].filter((id) => !listed(id));
  return needed.map((id) => ({
    rule: 'report-contact-missing',
    severity: 'error',
    place: 'contacts:',
    message: `there is no contact "${id}" with a phone`,
    why: 'Some reports have to be told to them by telephone, and the number is shown when it matters.',
    todo: `Add a contact with the id "${id}" and its number.`,
  }));
}

function unreachableChair({ people }: School): Told[] {
  const chairs = people.filter(({ roles }) => roles.includes('chair') || roles.includes('registeredPerson'));
  if (chairs.length === 0)
    return [
      {
        rule: 'nobody-above-the-head',
        severity: 'error',
        place: 'people:',
        message: 'nobody is the chair of governors or the registered person',
        why: 'A report about the headteacher could only go outside the school.',
        todo: 'List them with the role chair (or registeredPerson), with a sign-in name and a phone.',
      },
    ];
  return chairs
    .filter(({ objectId, upn, phone }) => (!objectId && !upn) || !phone)
    .map(({ id, name }) => ({
      rule: 'chair-out-of-reach',
      severity: 'advice',
      place: `id: ${id}`,
      message: `${name} has no sign-in name or no phone here`,
      why: 'A report about the headteacher then has to be printed and handed over, or cannot be announced.',
      todo: 'Add upn or objectId, so that Teams can reach them, and a phone for the reporter.',
    }));
}

/** Every case that a route can tell apart. */
function cases() {
  const alone = aboutGroups.map((group) => [group]);
  const adults = (['head', 'chair', 'dsl'] as const).map((group) => [group, 'adult' as const]);
  const abouts: readonly (readonly AboutGroup[])[] = [...alone, ...adults];
  return [undefined, ...incidentKinds].flatMap((kind) =>
    abouts.flatMap((groups) =>
      [undefined, ...imagePlaces].map((imageOn) => ({ kind, imageOn, groups: new Set<AboutGroup>(groups) })),
    ),
  );
}

function nameOf(route: Route | undefined): string | undefined {
  return route && `rule: ${route.rule}`;
}
