import type { Memory } from '@microsoft/teams-ai/lib/MemoryFork.js';
import { OpenAIModel } from '@microsoft/teams-ai/lib/models/OpenAIModel.js';
import type { PromptTemplate } from '@microsoft/teams-ai/lib/prompts/PromptTemplate.js';
import type { ClientOptions } from 'openai';
import type { Reading } from '../../domain/answering/reader.ts';
import { promptFor, type Message } from './prompt.ts';
import type { ReaderSettings } from './reader-settings.ts';
import { sendOnce, type Said } from './send-once.ts';

/** The answer with all that is around it is there within three seconds of the question. */
const longestMs = 2_500;
const azureApiVersion = '2024-10-21';
/** The SDK prints errors and, where DEBUG is set, headers: the real key is put in when the request goes out. */
const noKey = 'none';
/** What teams-ai hands on to listeners and sections; ours look at none of it. */
const nothing = undefined as never;
const memory: Memory = {
  getValue: <Value>() => undefined as Value,
  hasValue: () => false,
  setValue: () => undefined,
  deleteValue: () => undefined,
};

/**
 * Asks the model once through teams-ai's OpenAIModel, for `waitMs`, which is two and a half seconds in service. What comes back is handed to the SDK only
 * as the words of a choice: it prints whatever goes wrong in its hands, with what was said. Never rejects.
 */
export async function askModel(
  settings: ReaderSettings,
  reading: Reading,
  { send = fetch, waitMs = longestMs }: { send?: typeof fetch | undefined; waitMs?: number | undefined } = {},
): Promise<Said> {
  const signal = AbortSignal.timeout(waitMs);
  let said: Said = { kind: 'failed', code: 'nonsense' };
  const model = modelOf(settings, async (url, init) => {
    said = await sendOnce(String(url), String(init?.body), { settings, signal, send });
    const content = said.kind === 'said' ? said.words : '';
    return Response.json({ choices: [{ message: { role: 'assistant', content } }] });
  });
  await model.completePrompt(nothing, memory, nothing, nothing, templateOf(promptFor(reading)));
  return said;
}

type Fetch = (url: unknown, init?: { body?: unknown }) => Promise<Response>;

function modelOf({ kind, url, model }: ReaderSettings, sendIt: Fetch): OpenAIModel {
  const common = {
    useSystemMessages: true,
    responseFormat: { type: 'json_object' },
    // The types want what node-fetch answers; any answer of the web's form will do.
    clientOptions: { baseURL: null, maxRetries: 0, fetch: sendIt as unknown as ClientOptions['fetch'] },
  } as const;
  return kind === 'azure'
    ? new OpenAIModel({
        ...{ ...common, azureApiKey: noKey, azureEndpoint: url },
        ...{ azureDefaultDeployment: model, azureApiVersion },
      })
    : new OpenAIModel({ ...common, apiKey: noKey, endpoint: url, defaultModel: model });
}

/** The messages as they are: in teams-ai's own sections “{{…}}” in a policy's words would be run. */
function templateOf(messages: readonly Message[]): PromptTemplate {
  const rendered = <Output>(output: Output) => Promise.resolve({ output, length: 0, tooLong: false });
  return {
    name: 'choose',
    prompt: {
      required: true,
      tokens: -1,
      renderAsMessages: () => rendered(messages.map((message) => ({ ...message }))),
      renderAsText: () => rendered(messages.map(({ content }) => content).join('\n')),
    },
    config: {
      schema: 1.1,
      type: 'completion',
      completion: { temperature: 0, max_input_tokens: Infinity } as PromptTemplate['config']['completion'],
    },
  };
}
