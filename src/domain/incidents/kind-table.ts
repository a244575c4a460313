import type { IncidentKind } from './incident-kind.ts';

/** Which dialog and which readers a kind has: `adult` is what an adult of the school did, `ict` hurts nobody by itself. */
export type KindGroup = 'image' | 'child' | 'adult' | 'ict';

export interface KindFacts {
  /** As a card prints it. */
  readonly title: string;
  readonly group: KindGroup;
  /** It cannot wait: its clock runs day and night. */
  readonly urgent: boolean;
  /** Completes "This goes to … because": why this kind goes where it goes. */
  readonly because: string;
  /** The reporter's own duty under the law, which this report does not discharge. */
  readonly duty?: string;
}

/**
 * What is true of each kind in every school. The duty is section 5B of the Female Genital Mutilation Act 2003: a teacher
 * to whom a girl says it, or who sees signs of it, tells the police.
 */
export const kindTable: Readonly<Record<IncidentKind, KindFacts>> = {
  image: {
    title: 'Indecent image of somebody under 18',
    group: 'image',
    urgent: true,
    because: 'an indecent image of somebody under 18 is involved',
  },
  disclosure: {
    title: 'A child told of harm, or shows signs of it',
    group: 'child',
    urgent: true,
    because: 'a child may have been harmed',
  },
  contact: {
    title: 'Harmful contact with a child',
    group: 'child',
    urgent: true,
    because: 'somebody may be trying to harm a child',
  },
  content: {
    title: 'A pupil saw harmful material',
    group: 'child',
    urgent: false,
    because: 'a pupil saw harmful material',
  },
  conduct: {
    title: 'How pupils behave towards one another',
    group: 'child',
    urgent: false,
    because: 'it concerns how pupils behave towards one another',
  },
  commerce: {
    title: 'Gambling, a scam, or money taken from a child',
    group: 'child',
    urgent: false,
    because: 'a child may have been cheated or drawn into gambling',
  },
  fgm: {
    title: 'Female genital mutilation',
    group: 'child',
    urgent: true,
    because: 'a girl may have been harmed, or may be about to be',
    duty:
      'Are you a teacher? Did a girl under 18 tell you that this was done to her, or did you see signs of it? Then the law ' +
      'says that you must tell the police yourself. Call 101 by the end of the next working day. This report does not do that for you.',
  },
  'other-child': {
    title: 'Another worry about a child',
    group: 'child',
    urgent: false,
    because: 'it is about the safety of a child',
  },
  'staff-conduct': {
    title: 'What an adult of the school did',
    group: 'adult',
    urgent: false,
    because: 'it is about an adult of the school',
  },
  'staff-targeted': {
    title: 'An adult of the school is bullied or threatened',
    group: 'adult',
    urgent: false,
    because: 'an adult of the school is bullied or threatened',
  },
  'accidental-access': {
    title: 'Something came up by accident',
    group: 'ict',
    urgent: false,
    because: 'something came up by accident',
  },
  misuse: {
    title: 'Equipment or accounts used against the rules',
    group: 'ict',
    urgent: false,
    because: 'equipment or an account was used against the rules',
  },
  breach: {
    title: 'Personal data lost, sent or seen by the wrong person',
    group: 'ict',
    urgent: false,
    because: 'personal data may be in the wrong hands',
  },
  password: {
    title: 'Somebody knows a password that is not theirs',
    group: 'ict',
    urgent: false,
    because: 'a password is known to somebody else',
  },
  virus: {
    title: 'A virus, or a device that may have one',
    group: 'ict',
    urgent: false,
    because: 'a device may have a virus',
  },
};
