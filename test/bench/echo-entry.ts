import { Application } from '@microsoft/teams-ai';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';
import { createFakeBotAuth } from '../support/fake-bot-auth.ts';

/** The measure: a bare teams-ai echo bot as the SDK's samples write it, with the same sign-in check. */
const [authorityUrl = ''] = process.argv.slice(2);
const { authorities, credentials } = createFakeBotAuth(process.env.BOT_ID ?? '', authorityUrl);
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(authorities, credentials));
const app = new Application();
app.activity('message', async (turn) => {
  await turn.sendActivity(`You said: ${turn.activity.text}`);
});

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
  await adapter.process(request as never, response, (turn) => app.run(turn).then(() => undefined));
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  process.stdout.write(`Echo is ready at http://127.0.0.1:${port}.\n`);
});
