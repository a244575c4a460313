/** Whether somebody tells the head something, or asks for a permission. */
export const slipWays = ['tell', 'ask'] as const;
export type SlipWay = (typeof slipWays)[number];

/**
 * What is told or asked: a closed list, so that a clause leads to its kind by rules (`clause-demand.ts`). Which of these a
 * school takes, by which clause, and who answers, is data of its school.yaml.
 * - told: `social-tie` a tie or a meeting outside school; `contact-begun` contact that a pupil or family began; `deviation`
 *   from a policy, taken or proposed; `misread` what could be misunderstood, a self-referral; `posted` something online that
 *   does not fit the post; `parent-message` an unsuitable message from a family; `lost` a password or device
 * - asked: `images` of pupils; `own-device`; `unusual-contact` with a pupil or family; `school-account` an official account
 *   or page; `software`; `off-site` taking data off site; `new-technology` in class
 * - `other-tell`, `other-ask`: whatever else a policy demands
 */
export const slipKinds = [
  'social-tie',
  'contact-begun',
  'deviation',
  'misread',
  'posted',
  'parent-message',
  'lost',
  'other-tell',
  'images',
  'own-device',
  'unusual-contact',
  'school-account',
  'software',
  'off-site',
  'new-technology',
  'other-ask',
] as const;
export type SlipKind = (typeof slipKinds)[number];
