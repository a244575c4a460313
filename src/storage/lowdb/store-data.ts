import { z } from 'zod/v4';

const StoredMember = z.strictObject({ objectId: z.string(), name: z.string(), upn: z.string().optional() });

const StoredTeam = z.strictObject({
  schoolId: z.string(),
  tenantId: z.string(),
  teamId: z.string(),
  teamName: z.string(),
  serviceUrl: z.string(),
  conversationId: z.string(),
  connectedBy: z.string(),
  connectedAt: z.iso.datetime(),
  refreshedAt: z.iso.datetime(),
  members: z.array(StoredMember),
});

const StoredUpn = z.strictObject({ tenantId: z.string(), upn: z.string(), objectId: z.string() });

const StoredAddress = z.strictObject({
  objectId: z.string(),
  tenantId: z.string(),
  serviceUrl: z.string(),
  conversationId: z.string(),
  userId: z.string(),
  botId: z.string(),
});

/** The whole store file: one section per feature, so that facts of several features can share one durable write. */
export const StoreData = z.strictObject({
  version: z.literal(1),
  people: z.strictObject({
    staffTeams: z.array(StoredTeam),
    upns: z.array(StoredUpn),
    addresses: z.array(StoredAddress),
  }),
});
export type StoreData = z.infer<typeof StoreData>;

/** What a store holds before anything happened. */
export const emptyStore: StoreData = { version: 1, people: { staffTeams: [], upns: [], addresses: [] } };
