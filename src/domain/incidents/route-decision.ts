import { z } from 'zod/v4';
import { Role } from '../people/role.ts';

const PersonKey = z.strictObject({ tenantId: z.string(), objectId: z.string() });

/** Somebody who receives a report, in the role in which they do. `key` is absent while Teams has not told who they are. */
export const ReportRecipient = z.strictObject({ personId: z.string(), role: Role, key: PersonKey.optional() });
export type ReportRecipient = z.infer<typeof ReportRecipient>;

/**
 * One way to deliver a report; the next is tried when all of this one's messages were refused or could not be delivered.
 * - `channel`: a connected safeguarding channel, after its roster was read; `alert` are the people of it to wake 1:1, `also`
 *   those who receive it and are not in the channel (the ICT lead, whoever covers): each gets the card in their own chat
 * - `people`: each in their own chat
 */
export const Rung = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('channel'),
    tenantId: z.string(),
    channelId: z.string(),
    alert: z.array(PersonKey),
    also: z.array(PersonKey),
  }),
  z.strictObject({ kind: z.literal('people'), to: z.array(PersonKey).min(1) }),
]);
export type Rung = z.infer<typeof Rung>;

/** Where a report goes and why. Made before a word is written, made again when the report is sent; kept with it. */
export const RouteDecision = z.strictObject({
  /** The rule that decided, as the table of `staffroom routes` names it. */
  rule: z.string(),
  /** `<policy id>#<clause id>` of the clause that says so, where the school names one. */
  clause: z.string().optional(),
  /** "This goes to the Chair of Governors, because it is about the headteacher." */
  reason: z.string(),
  /** Who may read the report: these and nobody else. */
  recipients: z.array(ReportRecipient),
  /** Person ids of school.yaml and object ids of whoever it is about: they get nothing, not even a count. */
  subjects: z.array(z.string()),
  /** In the order in which they are tried; empty when nobody can be reached through Teams. */
  rungs: z.array(Rung),
  /** Who is told next when nobody acknowledges in time: deputies, then the head; never a subject. Empty groups are left out. */
  escalation: z.array(z.strictObject({ role: Role, to: z.array(PersonKey).min(1) })),
  /** Ids of school.yaml's contacts whom the policies or the law say to tell as well (LADO, police); a person does that. */
  outside: z.array(z.string()),
  /** Whom the reporter is to hand a printed sheet, because Teams cannot reach them; absent where Teams can. */
  onPaper: z
    .strictObject({ personId: z.string().optional(), contact: z.string().optional(), title: z.string() })
    .optional(),
});
export type RouteDecision = z.infer<typeof RouteDecision>;
