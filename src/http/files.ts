import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DrawnFile } from '../domain/files/take-file.ts';
import type { Log } from '../log.ts';
import { fileHeaders, filePage, type Notice } from './file-page.ts';
import { refuseFormHead } from './gate.ts';
import { readForm } from './read-form.ts';

/** The file that token and code open, once; undefined for everything else. */
export type TakeFile = (secret: { token: string; code: string }) => Promise<DrawnFile | undefined>;

const path = /^\/files\/([\w-]{22})$/;

/** The token of a request for a file; undefined for every other path. */
export function fileTokenOf({ url = '' }: Pick<IncomingMessage, 'url'>): string | undefined {
  return path.exec(url)?.[1];
}

/**
 * Answers a request for a file: GET and HEAD with the page that asks for the code, POST with the file. Gives the status to
 * refuse it with instead where it is no such request. Never rejects, and logs no part of the path.
 */
export async function answerFileRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { token, takeFile, log }: { token: string; takeFile: TakeFile; log: Log },
): Promise<number | undefined> {
  const { method } = request;
  if (method === 'GET' || method === 'HEAD') return sendPage(response, 200, 'none');
  if (method !== 'POST') return 405;
  const refused = refuseFormHead(request);
  if (refused !== undefined) return refused;
  const form = await readForm(request);
  if (form.kind === 'refused') return form.status;
  try {
    const code = form.fields.getAll('code').join(' ').replace(/\s/g, '');
    const file = await takeFile({ token, code });
    if (!file) {
      log.info({ status: 404 }, 'a file was not given');
      return sendPage(response, 404, 'not-given');
    }
    await sendFile(response, file);
  } catch (err) {
    // Whoever broke off has the offer used up, and asks for it again.
    if (response.headersSent && isBrokenOff(err)) log.info({ code: 'broken-off' }, 'whoever fetched a file broke off');
    else log.error({ err }, 'a file could not be given');
    // Once it has begun, only a connection that breaks says that it is not whole.
    if (response.headersSent) response.destroy();
    else sendPage(response, 500, 'failed');
  }
  return undefined;
}

function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

function sendPage(response: ServerResponse, status: number, notice: Notice): undefined {
  const page = Buffer.from(filePage(notice));
  response.writeHead(status, {
    ...fileHeaders,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': page.length,
  });
  response.end(page);
}

async function sendFile(response: ServerResponse, { name, type, bytes }: DrawnFile): Promise<void> {
  response.writeHead(200, {
    ...fileHeaders,
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '')}"`,
    ...(bytes instanceof Uint8Array && { 'Content-Length': bytes.length }),
  });
  if (bytes instanceof Uint8Array) response.end(bytes);
  else await pipeline(Readable.from(bytes), response);
}
