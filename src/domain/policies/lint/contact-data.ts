import { distance } from 'fastest-levenshtein';
import type { Finding } from './finding.ts';
import { at, type LintDocument, type LintRule } from './lint-document.ts';

const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*/g;
const web = /\bhttps?:\/\/([\w.-]+)|\bwww\.([\w.-]+)/gi;
const phone = /(?<![\d/:.#-])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d(?:[\d\s()-]{6,13})\d(?![\d/-])/g;

/** Addresses and numbers in the text that cannot work, look misspelt, or cost the caller more. */
export const contactData: LintRule = ({ documents }) => {
  const domains = documents.map(domainsOf);
  return documents.flatMap((document, i) =>
    document.policy.clauses.flatMap((clause): Finding[] => {
      const tell = (severity: 'error' | 'advice', message: string, todo: string): Finding => ({
        rule: 'contact-data',
        severity,
        ...at(document, clause),
        message,
        why: 'Somebody in need of help writes or rings, and nobody answers.',
        todo,
      });
      const addresses = (clause.text.match(email) ?? []).flatMap((address) => {
        const domain = address.slice(address.indexOf('@') + 1).toLowerCase();
        if (!/\.[a-z]{2,}$/.test(domain))
          return [tell('error', `"${address}" is not an email address`, 'Look the address up and correct it.')];
        const meant = misspelt(domain, domains[i] ?? [], clause.text);
        return meant
          ? [
              tell(
                'error',
                `"${address}" looks misspelt: the text also speaks of "${meant}"`,
                'Look the address up and correct it.',
              ),
            ]
          : [];
      });
      const numbers = (clause.text.match(phone) ?? []).flatMap((printed) => {
        const digits = printed.replace(/\(0\)/, '').replace(/^\+44/, '0').replace(/\D/g, '');
        if (/^0(?:84|87)/.test(digits))
          return [
            tell(
              'advice',
              `${printed.trim()} costs more than a normal call, and many such numbers have been given up for 03 numbers`,
              'Ring it, or look the number up at its owner’s website.',
            ),
          ];
        const lengths = /^0(?:800|500|1)/.test(digits) ? [8, 10, 11] : [11];
        return lengths.includes(digits.length)
          ? []
          : [
              tell(
                'advice',
                `${printed.trim()} has ${digits.length} digits; a number in the United Kingdom has 11`,
                'Look the number up and correct it.',
              ),
            ];
      });
      return [...addresses, ...numbers];
    }),
  );
};

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
  const words = text.replace(email, ' ').match(/[A-Za-z]+/g) ?? [];
  if (label.length < 8) return undefined;
  const runs = words.flatMap((_, i) => [2, 3].map((count) => words.slice(i, i + count)));
  if (runs.some((run) => run.join('').toLowerCase() === label)) return undefined;
  return runs.find((run) => isNear(run.join('').toLowerCase(), label))?.join(' ');
}

function isNear(a: string, b: string): boolean {
  const far = distance(a, b);
  return far > 0 && far <= (Math.min(a.length, b.length) >= 10 ? 2 : 1);
}
