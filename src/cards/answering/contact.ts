import { z } from 'zod/v4';
import type { ContactFound } from '../../domain/people/find-contact.ts';
import type { RoleHolder } from '../../domain/people/holders-of.ts';
import { roleTitles, type Role } from '../../domain/people/role.ts';
import type { Contact, Person } from '../../domain/people/school.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { ChatLink, chatLink } from '../chat-link.ts';
import { cutText } from '../cut-text.ts';
import { shortName } from '../short-name.ts';
import { dayText } from '../day-text.ts';
import { defineCard } from '../define-card.ts';
import { Lines, personDetails } from '../person-details.ts';

const PersonEntry = z.strictObject({
  name: z.string(),
  title: z.string(),
  /** "Away today." and who covers; empty where the person is here. */
  away: z.string(),
  isAway: z.boolean(),
  details: Lines,
  canChat: z.boolean(),
  chat: ChatLink,
  button: z.string(),
});
type PersonEntry = z.infer<typeof PersonEntry>;

const ContactEntry = z.strictObject({
  name: z.string(),
  purpose: z.string(),
  details: Lines,
  hasWebsite: z.boolean(),
  website: z.union([z.literal(''), z.url({ protocol: /^https$/ })]),
  checked: z.string(),
  isUnchecked: z.boolean(),
  unchecked: z.string(),
});
type ContactEntry = z.infer<typeof ContactEntry>;

const ContactView = z.strictObject({
  people: z.array(PersonEntry),
  contacts: z.array(ContactEntry),
  hasMore: z.boolean(),
  more: z.string(),
});
export type ContactView = z.infer<typeof ContactView>;

/** Whom to contact, out of the school's own list and marked as such: never mistaken for a policy. */
export const contactCard = defineCard('answering/contact', ContactView);

const mostEntries = 6;

/** Shows up to six people and services. Whoever covers for somebody away stands right after them. */
export function toContactView(input: { library: SchoolLibrary; found: ContactFound; today: string }): ContactView {
  const { found, today } = input;
  const people = found.people.flatMap((holder) => toPersonEntries(holder, found.role));
  const contacts = found.contacts.map((contact) => toContactEntry(contact, today));
  const shownContacts = contacts.slice(0, Math.max(0, mostEntries - people.length));
  const left = people.length + contacts.length - Math.min(people.length, mostEntries) - shownContacts.length;
  return {
    people: people.slice(0, mostEntries),
    contacts: shownContacts,
    hasMore: left > 0,
    more: `${left} more in the school’s contact list.`,
  };
}

function toPersonEntries({ person, away, coveredBy }: RoleHolder, role: Role | undefined): PersonEntry[] {
  const title = role ? roleTitles[role] : person.roles.map((each) => roleTitles[each]).join(', ');
  if (!away) return [toPersonEntry(person, title, '')];
  if (!coveredBy) return [toPersonEntry(person, title, 'Away today. Nobody is named as cover.')];
  const absent = { ...toPersonEntry(person, title, 'Away today.'), details: [], canChat: false };
  return [absent, toPersonEntry(coveredBy, `Covers today for ${cutText(person.name, 160)}`, '')];
}

function toPersonEntry(person: Person, title: string, away: string): PersonEntry {
  return {
    name: cutText(person.name, 160),
    title: cutText(title, 400),
    away,
    isAway: away !== '',
    details: personDetails(person),
    canChat: person.upn !== undefined,
    chat: person.upn ? chatLink(person.upn) : '',
    button: `Chat with ${shortName(person.name)}`,
  };
}

function toContactEntry(contact: Contact, today: string): ContactEntry {
  const { phone, hours, email, url, checkedOn } = contact;
  const details = [phone && `Phone ${cutText(phone, 120)}`, hours && cutText(hours, 200), email && cutText(email, 240)];
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return {
    name: cutText(contact.name, 200),
    purpose: cutText(contact.for, 300),
    details: details.flatMap((text) => (text ? [{ text }] : [])),
    hasWebsite: url !== undefined && url.length <= 500,
    website: url && url.length <= 500 ? url : '',
    checked: `Checked on ${dayText(checkedOn)}`,
    isUnchecked: checkedOn < yearAgo,
    unchecked: 'Not checked for more than a year: it may have changed.',
  };
}
