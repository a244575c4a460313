import { pino, stdTimeFunctions, type DestinationStream } from 'pino';

/**
 * What a log line may hold. Nothing that a person wrote, no name, no address, no token: codes, counts and our own ids.
 * The list is closed twice, by the compiler and again when the line is written.
 */
export interface Facts {
  readonly errorId?: string;
  readonly reference?: string;
  readonly school?: string;
  readonly policy?: string;
  readonly file?: string;
  readonly kind?: string;
  readonly verb?: string;
  readonly code?: string;
  readonly status?: number;
  readonly count?: number;
  readonly ms?: number;
  readonly port?: number;
  readonly mode?: string;
  /** Only its name, code, status and places in the code are written; its message may quote somebody. */
  readonly err?: unknown;
}

/** `event` is a fixed text of ours, never built from what came in. */
export interface Log {
  debug(facts: Facts, event: string): void;
  info(facts: Facts, event: string): void;
  warn(facts: Facts, event: string): void;
  error(facts: Facts, event: string): void;
}

const handOverMs = 50;
const texts = ['errorId', 'reference', 'school', 'policy', 'file', 'kind', 'verb', 'code', 'mode'];
const numbers = ['status', 'count', 'ms', 'port'];

/** JSON lines on standard error, or on `destination`. */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error' | 'silent', destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log },
    },
    destination ?? standardError(),
  );
}

/**
 * Lines are handed to the system in the background and together, at most twenty times a second: to hand over each by
 * itself costs a tenth of an answer. The last ones are handed over at the end.
 */
function standardError(): DestinationStream {
  const system = pino.destination({ dest: 2, sync: false, minLength: 0 });
  let held = '';
  const handOver = () => {
    if (held) system.write(held);
    held = '';
  };
  process.once('exit', () => {
    handOver();
    try {
      system.flushSync();
    } catch {
      // The process ends before the stream was opened: there is nothing that could still be written.
    }
  });
  return {
    write(line) {
      if (!held) setTimeout(handOver, handOverMs).unref();
      held += line;
    },
  };
}

/**
 * Sends what libraries print to the log, as an event without its words: they print keys, tokens and what people wrote.
 * Returns a function that gives the console back.
 */
export function captureConsole(log: Log): () => void {
  const before = { ...console };
  const capture =
    (level: 'debug' | 'warn') =>
    (...printed: unknown[]) =>
      log[level](
        { kind: printed.find((part) => part instanceof Error)?.constructor.name ?? 'text' },
        'a library printed something',
      );
  Object.assign(console, { log: capture('debug'), info: capture('debug'), debug: capture('debug') });
  Object.assign(console, { warn: capture('warn'), error: capture('warn'), trace: capture('warn') });
  return () => void Object.assign(console, before);
}

function log(facts: object): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(facts)) {
    if (texts.includes(name) && typeof value === 'string') kept[name] = value.slice(0, 100);
    else if (numbers.includes(name) && typeof value === 'number') kept[name] = value;
    else if (name === 'err' && value instanceof Error) kept.err = withoutWords(value);
  }
  return kept;
}

function withoutWords(error: Error): Record<string, unknown> {
  const code = 'code' in error ? error.code : undefined;
  const statusCode = 'statusCode' in error ? error.statusCode : undefined;
  return {
    name: error.name === 'Error' ? error.constructor.name : error.name,
    ...(typeof code === 'string' && /^\w{1,60}$/.test(code) && { code }),
    ...(typeof statusCode === 'number' && { statusCode }),
    at: (error.stack ?? '')
      .replace(error.message, '')
      .split('\n')
      .filter((line) => /^ {4}at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
  };
}
