const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const patterns: readonly {
  pattern: RegExp;
  read: (match: readonly string[]) => [number, number, number | undefined];
}[] = [
  { pattern: /\b((?:19|20)\d\d)-(\d{2})-(\d{2})\b/, read: ([, y, m, d]) => [Number(y), Number(m), Number(d)] },
  {
    pattern: /\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)?\d\d)\b/,
    read: ([, d, m, y]) => [fullYear(y), Number(m), Number(d)],
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${month})\\.?,?\\s+((?:19|20)\\d\\d)\\b`, 'i'),
    read: ([, d, m, y]) => [Number(y), monthOf(m), Number(d)],
  },
  {
    pattern: new RegExp(`\\b(${month})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d\\d)\\b`, 'i'),
    read: ([, m, d, y]) => [Number(y), monthOf(m), Number(d)],
  },
  {
    pattern: new RegExp(`(?<!\\d(?:st|nd|rd|th)?\\s+(?:of\\s+)?)\\b(${month})\\.?,?\\s+((?:19|20)\\d\\d)\\b`, 'i'),
    read: ([, m, y]) => [Number(y), monthOf(m), undefined],
  },
  { pattern: /(?<![\d/])(\d{1,2})\/((?:19|20)\d\d)\b/, read: ([, m, y]) => [Number(y), Number(m), undefined] },
];

/** A date as YYYY-MM-DD. `exact` is false where only the month is printed: then it is the month's last day. */
export interface FoundDate {
  readonly date: string;
  readonly exact: boolean;
  readonly printed: string;
}

/** The first date printed in `text` that exists (day before month, as printed in Britain); undefined where there is none. */
export function readDate(text: string): FoundDate | undefined {
  const found = patterns.flatMap(({ pattern, read }) => {
    const match = pattern.exec(text);
    if (!match) return [];
    const [year, monthNumber, day] = read(match);
    const date = toDate(year, monthNumber, day);
    return date
      ? [{ date, exact: day !== undefined, printed: match[0], at: match.index, length: match[0].length }]
      : [];
  });
  const [first] = found.sort((a, b) => a.at - b.at || b.length - a.length);
  return first && { date: first.date, exact: first.exact, printed: first.printed };
}

function toDate(year: number, monthNumber: number, day: number | undefined): string | undefined {
  if (monthNumber < 1 || monthNumber > 12) return undefined;
  const last = new Date(Date.UTC(year, monthNumber, 0)).getUTCDate();
  const chosen = day ?? last;
  if (chosen < 1 || chosen > last) return undefined;
  return `${year}-${String(monthNumber).padStart(2, '0')}-${String(chosen).padStart(2, '0')}`;
}

function fullYear(year: string | undefined): number {
  const value = Number(year);
  return value < 100 ? 2000 + value : value;
}

function monthOf(name: string | undefined): number {
  return monthNames.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}
