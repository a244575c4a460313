import type { ReaderNotice } from '../../src/http/privacy-page.ts';
import type { TakeFile } from '../../src/http/files.ts';
import { createHttpServer } from '../../src/http/server.ts';
import { captureConsole, createLog } from '../../src/log.ts';
import { createServiceGuard } from '../../src/service-guard.ts';
import { createBotAdapter, type Bot, type BotAdapter } from '../../src/teams/bot-adapter.ts';
import { channelToken } from '../../src/teams/bot-authentication.ts';
import { ids } from './activities.ts';
import { createFakeBotAuth } from './fake-bot-auth.ts';
import { startFakeConnector, type FakeConnector } from './fake-connector.ts';
import { startTokenAuthority, type TokenAuthority } from './token-authority.ts';

/** The real server and adapter in this process, with a bot of the test's own, a connector and a token authority. */
export interface Edge {
  readonly url: string;
  readonly connector: FakeConnector;
  readonly authority: TokenAuthority;
  readonly adapter: BotAdapter['adapter'];
  /** Every line that was logged. */
  readonly logged: string[];
  /** Posts an activity, with a good token unless another authorization is given (undefined: none). */
  post(activity: unknown, headers?: Record<string, string | undefined>): Promise<Response>;
  close(): Promise<void>;
}

export async function startEdge(
  bot: Bot,
  options: {
    now?: () => Date;
    isReady?: () => Promise<boolean>;
    takeFile?: TakeFile;
    schools?: readonly string[];
    reader?: ReaderNotice | undefined;
  } = {},
): Promise<Edge> {
  const connector = await startFakeConnector();
  const authority = await startTokenAuthority(ids.bot, connector.url);
  const logged: string[] = [];
  const log = createLog('debug', { write: (line: string) => void logged.push(line) });
  const giveConsoleBack = captureConsole(log);
  let errors = 0;
  const { port: servicePort } = new URL(connector.url);
  const mayCall = createServiceGuard([{ protocol: 'http:', hostname: '127.0.0.1', port: servicePort }]);
  const { receive, adapter } = createBotAdapter({
    bot,
    botAuth: createFakeBotAuth(ids.bot, authority.url),
    channels: ['msteams'],
    servesTenant: (tenant) => tenant === ids.tenant,
    mayCall,
    now: options.now ?? (() => new Date()),
    newErrorId: () => `E-${++errors}`,
    log,
  });
  const server = createHttpServer({
    receive,
    takeFile: options.takeFile ?? (() => Promise.resolve(undefined)),
    schools: () => options.schools ?? ['Otter Lane School'],
    reader: () => options.reader,
    isReady: options.isReady ?? (() => Promise.resolve(true)),
    token: channelToken,
    log,
  });
  const url = `http://127.0.0.1:${await server.listen('127.0.0.1', 0)}`;
  const token = await authority.sign();

  return {
    url,
    connector,
    authority,
    adapter,
    logged,
    post(activity, headers = {}) {
      const all = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers };
      const present = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
      return fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: Object.fromEntries(present) as Record<string, string>,
        body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      });
    },
    async close() {
      giveConsoleBack();
      await server.close(1000);
      await Promise.all([connector.close(), authority.close()]);
    },
  };
}
