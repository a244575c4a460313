import { amber, green, type HealthLine } from './health-line.ts';

/**
 * Whether a language model chooses among clauses, and whether it did when it was asked which of two answers a question.
 * `unset`: a school has turned it on, and the bot has none. `unwanted`: the bot has one, and no school has turned it on.
 */
export type ReaderFacts =
  | { readonly kind: 'off' }
  | { readonly kind: 'unset'; readonly schools: readonly string[] }
  | { readonly kind: 'unwanted'; readonly host: string }
  | { readonly kind: 'not-asked' | 'chose'; readonly host: string; readonly schools: readonly string[] }
  | {
      readonly kind: 'failed';
      readonly host: string;
      readonly code: string;
      readonly status?: number | undefined;
    };

/** Amber at worst: without the model people are answered as the bot's own search finds it. */
export function checkReader(facts: ReaderFacts): HealthLine {
  switch (facts.kind) {
    case 'off':
      return green('reader', 'No language model is asked: answers are found on this machine alone.');
    case 'unset':
      return amber(
        'reader',
        `${facts.schools.join(', ')}: school.yaml says "reader: true", and READER is off. No language model is asked.`,
        'ICT lead: set READER, READER_URL, READER_MODEL and READER_KEY, or write "reader: false".',
      );
    case 'unwanted':
      return amber(
        'reader',
        `A language model at ${facts.host} is set up, and no school has turned it on. Nothing is sent there.`,
        'ICT lead: write READER=off, or, once the head and the DPO agree, "reader: true" in school.yaml.',
      );
    case 'not-asked':
      return green(
        'reader',
        `The language model at ${facts.host} may choose among clauses for ${facts.schools.join(', ')}. It was not asked now.`,
      );
    case 'chose':
      return green(
        'reader',
        `The language model at ${facts.host} answers, and may choose among clauses for ${facts.schools.join(', ')}.`,
      );
    case 'failed':
      return amber(
        'reader',
        `The language model at ${facts.host} gave no choice (${facts.status ?? facts.code}). People get what the bot’s own search finds.`,
        `ICT lead: ${remedies[facts.code] ?? remedies.nonsense} Or write READER=off.`,
      );
  }
}

const remedies: Record<string, string> & { readonly nonsense: string } = {
  slow: 'it took longer than 2.5 seconds: choose a smaller model, or one nearer by.',
  unreachable: 'check READER_URL, and let the firewall pass HTTPS (port 443) to it.',
  refused:
    'check READER_KEY (401 or 403), READER_URL and READER_MODEL (404), the allowance (429), and that the model takes temperature 0 (400).',
  nonsense: 'choose a model that answers in JSON when it is asked to (response_format json_object).',
};
