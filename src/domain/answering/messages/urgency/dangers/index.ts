import type { DangerSign } from '../sign.ts';
import { homeDangers } from './at-home.ts';
import { bodyDangers } from './body.ts';
import { intruderDangers } from './intruders.ts';
import { missingDangers } from './missing.ts';
import { placeDangers } from './places.ts';
import { selfDangers } from './self.ts';
import { violenceDangers } from './violence.ts';

/** Every sign that somebody may come to harm now. */
export const dangerSigns: readonly DangerSign[] = [
  ...selfDangers,
  ...bodyDangers,
  ...violenceDangers,
  ...missingDangers,
  ...intruderDangers,
  ...placeDangers,
  ...homeDangers,
];
