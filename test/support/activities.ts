import { randomUUID } from 'node:crypto';

export const ids = {
  bot: '5f0c0000-0000-4000-8000-00000000b070',
  tenant: '5f0c0000-0000-4000-8000-000000000001',
  otherTenant: '5f0c0000-0000-4000-8000-000000000002',
  teacher: '5f0c0000-0000-4000-8000-0000000000a1',
} as const;

/** A message in a personal chat as Teams sends it; `changes` replace whole fields, undefined ones are left out. */
export function messageActivity(
  serviceUrl: string,
  text: string,
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  const activity = {
    type: 'message',
    id: randomUUID(),
    timestamp: '2026-11-20T10:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:teacher', name: 'A Teacher', aadObjectId: ids.teacher },
    conversation: { id: 'a:personal', conversationType: 'personal', tenantId: ids.tenant },
    recipient: { id: `28:${ids.bot}`, name: 'Staffroom' },
    text,
    textFormat: 'plain',
    channelData: { tenant: { id: ids.tenant } },
    ...changes,
  };
  return Object.fromEntries(Object.entries(activity).filter(([, value]) => value !== undefined));
}

/** A click on a card's button. */
export function actionActivity(
  serviceUrl: string,
  verb: string,
  data: unknown,
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
  return messageActivity(serviceUrl, '', {
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    value,
    ...changes,
  });
}
