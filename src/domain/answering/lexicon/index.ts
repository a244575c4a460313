import { actions } from './actions.ts';
import { behaviour } from './behaviour.ts';
import type { Concept } from './concept.ts';
import { conduct } from './conduct.ts';
import { data } from './data.ts';
import { documents } from './documents.ts';
import { earlyYears } from './early-years.ts';
import { generalNouns } from './general-nouns.ts';
import { generalVerbs } from './general-verbs.ts';
import { health } from './health.ts';
import { inclusion } from './inclusion.ts';
import { media } from './media.ts';
import { people } from './people.ts';
import { safeguarding } from './safeguarding.ts';
import { schoolLife } from './school-life.ts';
import { staffing } from './staffing.ts';
import { technology } from './technology.ts';
import { time } from './time.ts';

/** How British school staff speak, and how policies are written: every topic's concepts, in a fixed order. */
export const lexicon: readonly Concept[] = [
  ...people,
  ...actions,
  ...time,
  ...safeguarding,
  ...conduct,
  ...behaviour,
  ...inclusion,
  ...technology,
  ...media,
  ...data,
  ...health,
  ...schoolLife,
  ...staffing,
  ...earlyYears,
  ...documents,
  ...generalVerbs,
  ...generalNouns,
];
