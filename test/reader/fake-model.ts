import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod/v4';
import { Reading } from './shown-reading.ts';

/** What a request asked for, as the stand-in read it. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly reading: Reading;
}

/** How the stand-in answers one request. */
export type Behaviour = (response: ServerResponse, asked: Asked) => void;

/** A real HTTP server in the place of a language model's end point. */
export interface FakeModel {
  readonly url: string;
  /** Every request, in order. */
  readonly asked: Asked[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

const Request = z.object({ messages: z.tuple([z.unknown(), z.object({ content: z.string() })]) });

export async function startFakeModel(): Promise<FakeModel> {
  const asked: Asked[] = [];
  let behaviour: Behaviour = says('{"clauses":[]}');
  const server = createServer((request, response) => {
    // restify's own, which stands in the place of Node's once it is loaded, gives nothing back to go on with.
    const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => unknown;
    Object.assign(response, { writeHead: (...given: unknown[]) => (writeHead(...given), response) });
    response.on('error', () => undefined); // whoever gives up in time leaves in the middle of an answer
    void readBody(request).then((body) => {
      const [, { content }] = Request.parse(JSON.parse(body)).messages;
      const reading = Reading.parse(JSON.parse(content));
      const one = { path: request.url ?? '', headers: request.headers, body, reading };
      asked.push(one);
      behaviour(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    behave: (next) => (behaviour = next),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers as a well-behaved end point does, with these words of the model's. */
export function says(words: string | ((asked: Asked) => string) | null): Behaviour {
  return (response, asked) => {
    const content = typeof words === 'function' ? words(asked) : words;
    response.setHeader('content-type', 'application/json');
    response.end(completion(content));
  };
}

/** The body of such an answer. */
export function completion(content: string | null): string {
  const message = { role: 'assistant', content };
  return JSON.stringify({
    id: 'x',
    object: 'chat.completion',
    choices: [{ index: 0, message, finish_reason: 'stop' }],
  });
}

/** Chooses the clauses whose words hold one of `parts`, in their order. */
export function chooses(...parts: string[]): Behaviour {
  return says(({ reading }) =>
    JSON.stringify({
      clauses: parts.map((part) => reading.clauses.find(({ words }) => words.includes(part))?.id ?? `no “${part}”`),
    }),
  );
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  request.setEncoding('utf8');
  for await (const part of request) body += String(part);
  return body;
}
