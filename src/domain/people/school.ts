import { z } from 'zod/v4';
import { BroadcastSettings } from './broadcast-settings.ts';
import { DatedDuty } from './dated-duty.ts';
import { Group } from './group.ts';
import { Reporting } from './reporting.ts';
import { Role } from './role.ts';
import { Route } from './route.ts';
import { SignoffSettings } from './signoff-settings.ts';
import { Slug } from './slug.ts';
import { tellRepeats } from './tell-repeats.ts';
import { SlipEntry } from '../slips/slip-entry.ts';

const date = z.iso.date('use a date that exists, as YYYY-MM-DD');

/** One person of the school who holds a role or is named for another reason (a volunteer who has no team, say). */
export const Person = z.strictObject({
  id: Slug,
  name: z.string().min(2),
  /** Entra object id; the safest way to name somebody. */
  objectId: z
    .guid()
    .transform((id) => id.toLowerCase())
    .optional(),
  /** Sign-in name; bound once to an object id when the person is first seen. */
  upn: z
    .email()
    .transform((upn) => upn.toLowerCase())
    .optional(),
  roles: z.array(Role).default([]),
  phone: z.string().optional(),
  email: z.email().optional(),
  room: z.string().optional(),
  /** Days away: from the first to the last day, both included. While they last, `cover` answers for this person. */
  away: z.array(z.strictObject({ from: date, to: date, cover: Slug })).default([]),
});
export type Person = z.infer<typeof Person>;

/** A number or address that staff may need. `checkedOn` is the day on which somebody last tried it. */
export const Contact = z.strictObject({
  id: Slug,
  name: z.string(),
  for: z.string(),
  phone: z.string().optional(),
  email: z.email().optional(),
  url: z.url({ protocol: /^https$/ }).optional(),
  hours: z.string().optional(),
  checkedOn: date,
});
export type Contact = z.infer<typeof Contact>;

export const Term = z.strictObject({ name: z.string(), from: date, to: date });

/** `policies/<school>/school.yaml`. Nobody is named twice, and whoever covers for somebody is a person of the school. */
export const School = z
  .strictObject({
    id: Slug,
    name: z.string().min(2),
    timeZone: z.string().refine(isTimeZone, 'use an IANA time zone such as Europe/London'),
    people: z.array(Person).min(1),
    groups: z.array(Group).default([]),
    signoffs: SignoffSettings.prefault({}),
    broadcasts: BroadcastSettings.prefault({}),
    /** Whether the bot's language model, where it has one, may see this school's questions (domain/answering/to-reading.ts). */
    reader: z.boolean('write true or false').optional(),
    /** Read from the top; the first that fits decides. Where none does, the built-in ones. */
    routes: z.array(Route).default([]),
    reporting: Reporting.optional(),
    /** What staff tell the head or ask of them, by which clause; kinds that are not here are not taken. */
    slips: z.array(SlipEntry).default([]),
    contacts: z.array(Contact).default([]),
    terms: z.array(Term).default([]),
    duties: z.array(DatedDuty).default([]),
  })
  .superRefine((school, context) => {
    const tell = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    tellRepeats(school.people, ['id', 'objectId', 'upn'], 'people', tell);
    tellRepeats(school.contacts, ['id'], 'contacts', tell);
    tellRepeats(school.routes, ['rule'], 'routes', tell);
    tellRepeats(school.groups, ['id', 'name'], 'groups', tell);
    tellRepeats(school.duties, ['id'], 'duties', tell);
    tellRepeats(school.slips, ['kind'], 'slips', tell);
    const isContact = (id: string) => school.contacts.some((contact) => contact.id === id);
    school.people.forEach((person, i) =>
      person.away.forEach((away, j) => {
        const path = ['people', i, 'away', j];
        if (away.to < away.from) tell([...path, 'to'], 'the last day away is before the first');
        if (away.cover === person.id) tell([...path, 'cover'], 'nobody covers for themselves; name another person');
        else if (!school.people.some(({ id }) => id === away.cover))
          tell([...path, 'cover'], `nobody here has the id "${away.cover}"; use the id of a person in this file`);
      }),
    );
    school.groups.forEach(({ people }, i) =>
      people.forEach((id, j) => {
        if (!school.people.some((person) => person.id === id))
          tell(['groups', i, 'people', j], `nobody here has the id "${id}"; use the id of a person in this file`);
      }),
    );
    school.broadcasts.delegates.forEach(({ person, groups }, i) => {
      const path = ['broadcasts', 'delegates', i];
      if (!school.people.some(({ id }) => id === person))
        tell([...path, 'person'], `nobody here has the id "${person}"; use the id of a person in this file`);
      for (const id of groups)
        if (!school.groups.some((group) => group.id === id))
          tell([...path, 'groups'], `no group here has the id "${id}"; use the id of a group in this file`);
    });
    school.terms.forEach((term, i) => {
      if (term.to < term.from) tell(['terms', i, 'to'], 'the last day of the term is before the first');
    });
    school.routes.forEach(({ outside }, i) =>
      outside.forEach((id, j) => {
        if (!isContact(id)) tell(['routes', i, 'outside', j], `no contact here has the id "${id}"; add it to contacts`);
      }),
    );
    if (school.reporting && !school.contacts.some(({ id, phone }) => id === school.reporting?.outOfHours && phone))
      tell(['reporting', 'outOfHours'], 'name a contact of this file that has a phone: reporters ring it out of hours');
    school.contacts.forEach((contact, i) => {
      if (!contact.phone && !contact.email && !contact.url) tell(['contacts', i], 'give a phone, an email or a url');
    });
  });
export type School = z.infer<typeof School>;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone });
    return zone.includes('/') || zone === 'UTC';
  } catch {
    return false;
  }
}
