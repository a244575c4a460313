import { request } from 'node:http';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

/**
 * Sends a request whose headers and body are exactly these, a repeated header included. A body that is a list is sent
 * in chunks, without a length. Resolves with status 0 when the connection broke before an answer came.
 */
export function sendRaw(
  url: string,
  options: {
    method?: string;
    headers?: readonly (readonly [string, string])[];
    body?: string | Buffer | readonly Buffer[];
  },
): Promise<RawAnswer> {
  const { method = 'POST', headers = [], body } = options;
  return new Promise((resolve) => {
    const call = request(url, { method, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      const done = () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString('utf8'),
        });
      response.on('end', done).on('error', done);
    });
    call.on('error', (error) => resolve({ status: 0, headers: {}, body: error.message }));
    const names = new Set(headers.map(([name]) => name));
    for (const name of names)
      call.setHeader(
        name,
        headers.filter(([other]) => other === name).map(([, value]) => value),
      );
    if (Array.isArray(body)) {
      for (const part of body as Buffer[]) call.write(part);
      call.end();
    } else call.end(body as string | Buffer | undefined);
  });
}
