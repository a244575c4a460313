import type { ConnectorClient } from 'botframework-connector';

export type Credentials = ConnectorClient['credentials'];

/** The headers that the bot signs in with; none for the demo. Rejects where it gets no token. */
export async function signIn(credentials: Credentials): Promise<Record<string, string>> {
  const headers: Record<string, string> = {};
  const set = (name: string, value: string) => void (headers[name] = value);
  await credentials.signRequest({ headers: { set } } as unknown as Parameters<Credentials['signRequest']>[0]);
  return headers;
}
