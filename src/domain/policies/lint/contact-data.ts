import { distance } from 'fastest-levenshtein';
import type { Finding } from './finding.ts';
import { at, type LintDocument, type LintRule } from './lint-document.ts';

const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*/g;
const web = /\bhttps?:\/\/([\w.-]+)|\bwww\.([\w.-]+)/gi;
const phone = /(?<![\d/:.#-])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d(?:[\d\s()-]{6,13})\d(?![\d/-])/g;

const date = /^\(?\d{1,2}[ -]\d{1,2}[ -](?:20)?\d\d$/;

interface Trouble {
  readonly severity: Finding['severity'];
  readonly message: string;
}

/** Addresses and numbers in the text that cannot work, look misspelt, or cost the caller more. */
export const contactData: LintRule = ({ documents }) =>
  documents.flatMap((document) => {
    const domains = domainsOf(document);
    return document.policy.clauses.flatMap((clause) => {
      const addresses = clause.text.match(email) ?? [];
      const numbers = (clause.text.match(phone) ?? [])
        .map((printed) => printed.trim())
        .filter((printed) => !date.test(printed));
      const troubles = [
        ...addresses.map((address) => addressTrouble(address, domains, clause.text)),
        ...numbers.map(numberTrouble),
      ];
      return troubles
        .filter((trouble) => trouble !== undefined)
        .map(({ severity, message }) => ({
          rule: 'contact-data',
          severity,
          ...at(document, clause),
          message,
          why: 'Somebody in need of help writes or rings, and nobody answers.',
          todo: 'Try it, look it up at its owner’s website and correct it.',
        }));
    });
  });

function addressTrouble(address: string, domains: readonly string[], text: string): Trouble | undefined {
  const domain = address.slice(address.indexOf('@') + 1).toLowerCase();
  if (!/\.[a-z]{2,}$/.test(domain)) return { severity: 'error', message: `"${address}" is not an email address` };
  const meant = misspelt(domain, domains, text);
  return meant
    ? { severity: 'error', message: `"${address}" looks misspelt: the text also speaks of "${meant}"` }
    : undefined;
}

function numberTrouble(printed: string): Trouble | undefined {
  const digits = printed.replace(/\(0\)/, '').replace(/^\+44/, '0').replace(/\D/g, '');
  if (/^0(?:84|87)/.test(digits)) {
    return {
      severity: 'advice',
      message: `${printed} costs more than a normal call, and many such numbers have been given up for 03 numbers`,
    };
  }
  const lengths = /^0(?:800|500|1)/.test(digits) ? [8, 10, 11] : [11];
  if (lengths.includes(digits.length)) return undefined;
  return {
    severity: 'advice',
    message: `${printed} has ${digits.length} digits; a number in the United Kingdom has 11`,
  };
}

/** Domains of a document with how often they stand there. */
function domainsOf({ policy }: LintDocument): string[] {
  return policy.clauses.flatMap(({ text }) => [
    ...(text.match(email) ?? []).map((address) => address.slice(address.indexOf('@') + 1).toLowerCase()),
    ...[...text.matchAll(web)].map(([, a, b]) => (a ?? b ?? '').toLowerCase().replace(/^www\./, '')),
  ]);
}

/** What the domain seems to be meant for: another domain of the document, or two or three words of the same clause. */
function misspelt(domain: string, domains: readonly string[], text: string): string | undefined {
  const times = (one: string) => domains.filter((other) => other === one).length;
  const other = domains.find((one) => one !== domain && isNear(one, domain) && times(one) >= times(domain));
  if (other) return other;
  const [label = ''] = domain.split('.');
  const words = text.replace(/\S*@\S*/g, ' ').match(/[A-Za-z]{3,}/g) ?? [];
  if (label.length < 8) return undefined;
  const runs = words.flatMap((_, i) => [2, 3].map((count) => words.slice(i, i + count)));
  if (runs.some((run) => run.join('').toLowerCase() === label)) return undefined;
  return runs.find((run) => isNear(run.join('').toLowerCase(), label))?.join(' ');
}

function isNear(a: string, b: string): boolean {
  const far = distance(a, b);
  return far > 0 && far <= (Math.min(a.length, b.length) >= 10 ? 2 : 1);
}
