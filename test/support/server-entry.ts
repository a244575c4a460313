import { readConfig } from '../../src/config.ts';
import { start } from '../../src/tools/start.ts';
import { createFakeBotAuth } from './fake-bot-auth.ts';

/**
 * Starts the bot in a process of its own as `staffroom start` does, except that it takes the word of the authority and
 * speaks to the connector that the arguments name: a production build knows no such arguments. Its clock is ahead of the
 * real one by CLOCK_AHEAD_MS.
 */
const [authorityUrl = '', connectorUrl = ''] = process.argv.slice(2);
const read = readConfig(process.env);
if (read.kind === 'invalid' || read.config.mode !== 'production') throw new Error('the test gave a bad configuration');
const { port } = new URL(connectorUrl);
const services = [{ protocol: 'http:', hostname: '127.0.0.1', port }] as const;
const botAuth = createFakeBotAuth(read.config.botId, authorityUrl);
const aheadMs = Number(process.env.CLOCK_AHEAD_MS ?? 0);
await start({ ...read.config, services }, { botAuth, now: () => new Date(Date.now() + aheadMs) });
