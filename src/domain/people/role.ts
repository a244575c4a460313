import { z } from 'zod/v4';

/** Every role that a school can give to a person. A closed list: routes, buttons and rights refer to nothing else. */
export const roles = [
  'head',
  'deputyHead',
  'dsl',
  'deputyDsl',
  'chair',
  'registeredPerson',
  'ictLead',
  'businessManager',
  'hr',
  'dpo',
  'policyOwner',
  'delegate',
] as const;

export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** The role as a card prints it. */
export const roleTitles: Record<Role, string> = {
  head: 'Headteacher',
  deputyHead: 'Deputy headteacher',
  dsl: 'Designated Safeguarding Lead',
  deputyDsl: 'Deputy Designated Safeguarding Lead',
  chair: 'Chair of Governors',
  registeredPerson: 'Registered person',
  ictLead: 'ICT lead',
  businessManager: 'School business manager',
  hr: 'HR adviser',
  dpo: 'Data Protection Officer',
  policyOwner: 'Policy owner',
  delegate: 'Delegate',
};
