import type { Person, School } from '../people/school.ts';
import { mayAsk } from '../signoffs/may-ask.ts';
import type { BroadcastAudience, BroadcastTemplate } from './broadcast.ts';

/** What somebody may send: everything, or what school.yaml delegates to them. */
export type SendingRight =
  | { readonly kind: 'everything' }
  | {
      readonly kind: 'delegated';
      readonly templates: readonly BroadcastTemplate[];
      /** Ids of groups; empty: everybody. */
      readonly groups: readonly string[];
    };

/**
 * What this person may send on `today`: the head, whoever stands in and the head's delegate everything; who stands under
 * `broadcasts: delegates:` in school.yaml what stands there; anybody else nothing.
 */
export function sendingRight(school: School, person: Person | undefined, today: string): SendingRight | undefined {
  if (mayAsk(school, person, today)) return { kind: 'everything' };
  const own = school.broadcasts.delegates.find((one) => one.person === person?.id);
  return own && { kind: 'delegated', templates: own.templates, groups: own.groups };
}

/** Whether the right covers this template for these people. Whom a campaign asks is narrower than any group, and may hold all. */
export function covers(
  right: SendingRight,
  { template, audience, channel }: { template: BroadcastTemplate; audience: BroadcastAudience; channel: boolean },
): boolean {
  if (right.kind === 'everything') return true;
  if (!right.templates.includes(template)) return false;
  if (right.groups.length === 0) return true;
  return !channel && audience.kind === 'groups' && audience.groups.every((id) => right.groups.includes(id));
}
