import { Route } from '../people/route.ts';

/** The contacts that the built-in routes name: a school that lists them gives them these ids. */
export const ladoContact = 'lado';
export const policeContact = 'police';

/**
 * Where reports go in a school whose own routes say nothing. Sources: Keeping Children Safe in Education, part four and
 * its guidance on images; what school policies say where they agree.
 */
export const defaultRoutes: readonly Route[] = [
  // Whoever shares or keeps such an image as an adult commits an offence: police and LADO at once, no inquiry at school.
  { rule: 'image-adult', kinds: ['image'], about: ['adult'], to: ['dsl', 'head'], outside: ['police', 'lado'] },
  {
    rule: 'image-school-kit',
    kinds: ['image'],
    imageOn: ['school-device', 'staff-device'],
    to: ['dsl', 'head'],
    outside: ['police', 'lado'],
  },
  { rule: 'image', kinds: ['image'], to: ['dsl', 'deputyDsl'] },
  { rule: 'about-chair', about: ['chair'], outside: ['lado'] },
  { rule: 'about-head', about: ['head'], to: ['chair'] },
  { rule: 'about-dsl', about: ['dsl'], to: ['head'] },
  { rule: 'about-adult', about: ['adult'], to: ['head'] },
  { rule: 'harmful-material', kinds: ['content'], to: ['dsl', 'deputyDsl', 'ictLead'] },
  { rule: 'staff-targeted', kinds: ['staff-targeted'], to: ['head'] },
  { rule: 'misuse', kinds: ['misuse', 'accidental-access', 'breach'], to: ['head'] },
  { rule: 'password', kinds: ['password'], to: ['head', 'ictLead'] },
  { rule: 'virus', kinds: ['virus'], to: ['ictLead'] },
  { rule: 'child', to: ['dsl', 'deputyDsl'] },
].map((route) => Route.parse(route));
