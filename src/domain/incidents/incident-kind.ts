/**
 * What a report can be about: a closed list, so that every kind has a route. `image` is never chosen: it follows from the
 * question about indecent images. Sources: the four Cs of Keeping Children Safe in Education (content, contact, conduct,
 * commerce) and what school policies tell staff to report.
 */
export const incidentKinds = [
  /** An indecent image of anybody under 18. */
  'image',
  /** A child told of harm, or shows signs of it. */
  'disclosure',
  /** Somebody makes harmful contact with a child. */
  'contact',
  /** A pupil saw harmful material. */
  'content',
  /** How pupils behave towards one another, bullying included. */
  'conduct',
  /** Gambling, scams, money taken from a child. */
  'commerce',
  /** Female genital mutilation: teachers in England have a duty of their own to tell the police. */
  'fgm',
  /** Another worry about a child. */
  'other-child',
  /** What an adult of the school did: from a low-level concern to an allegation. */
  'staff-conduct',
  /** An adult of the school is bullied or threatened online. */
  'staff-targeted',
  /** The reporter came across something by accident. */
  'accidental-access',
  /** Equipment or accounts used against the rules. */
  'misuse',
  /** Personal data lost, sent or seen by the wrong person. */
  'breach',
  'password',
  'virus',
] as const;
export type IncidentKind = (typeof incidentKinds)[number];
