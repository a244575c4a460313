import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod/v4';
import type { ListedPerson } from '../domain/people/listed-person.ts';
import type { School } from '../domain/people/school.ts';
import { Slug } from '../domain/people/slug.ts';
import type { LineProblem } from '../domain/policies/problem.ts';

const columns = ['id', 'name', 'groups', 'from', 'until'] as const;
const needed = ['id', 'name', 'groups'] as const;
const mostPeople = 5_000;

const day = z
  .union([z.literal(''), z.iso.date()], 'use a date that exists, as YYYY-MM-DD, or leave it empty')
  .optional()
  .transform((text) => (text === '' ? undefined : text));

const Line = z.strictObject({
  id: Slug,
  name: z.string().min(2, 'write the whole name').max(100, 'keep the name to 100 characters'),
  groups: z.string().transform((text) =>
    text
      .split(';')
      .map((id) => id.trim())
      .filter((id) => id !== ''),
  ),
  from: day,
  until: day,
});

/**
 * Reads the list of people without an account: `id,name,groups` and, where days are known, `from,until`; groups are ids of
 * school.yaml, separated by semicolons. Every problem is told with its line; nobody is read from a list that has one.
 */
export function readPeopleList(
  text: string,
  school: Pick<School, 'groups'>,
): { readonly listed: ListedPerson[]; readonly problems: LineProblem[] } {
  const rows = readRows(text);
  if (!Array.isArray(rows)) return { listed: [], problems: [rows] };
  const [head, ...body] = rows;
  const odd = head ? headProblem(head.cells) : 'the list is empty; begin it with the line id,name,groups,from,until';
  if (!head || odd !== undefined) return { listed: [], problems: [{ line: head?.line ?? 1, message: odd ?? '' }] };
  if (body.length > mostPeople)
    return { listed: [], problems: [{ line: 1, message: `keep the list to ${mostPeople} people` }] };
  const problems: LineProblem[] = [];
  const seen = new Set<string>();
  const listed = body.flatMap(({ line, cells }): ListedPerson[] => {
    const tell = (message: string) => void problems.push({ line, message });
    if (cells.length !== head.cells.length) {
      tell(
        `there are ${cells.length} columns here and ${head.cells.length} in the first line; put names with a comma into quotation marks`,
      );
      return [];
    }
    const read = Line.safeParse(Object.fromEntries(head.cells.map((column, at) => [column, cells[at]])));
    if (!read.success) {
      for (const { path, message } of read.error.issues) tell(`"${path.map(String).join('.')}": ${message}`);
      return [];
    }
    const { id, name, groups, from, until } = read.data;
    if (seen.has(id)) tell(`an earlier line has the id "${id}" too; each person needs their own`);
    seen.add(id);
    if (groups.length === 0) tell('"groups": name at least one group of school.yaml');
    for (const group of groups.filter((one) => !school.groups.some((known) => known.id === one)))
      tell(`"groups": no group in school.yaml has the id "${group}"; add it there or name another`);
    if (from !== undefined && until !== undefined && until < from) tell('"until": the last day is before the first');
    return [{ id, name, groups, ...(from !== undefined && { from }), ...(until !== undefined && { until }) }];
  });
  return problems.length > 0 ? { listed: [], problems } : { listed, problems };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const Rows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

function readRows(text: string): Row[] | LineProblem {
  try {
    const options = {
      bom: true,
      trim: true,
      skipEmptyLines: true,
      relaxColumnCount: true,
      info: true,
      maxRecordSize: 10_000,
    };
    return Rows.parse(parse(text, options)).map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(Reflect.get(error, 'lines') ?? 1);
    return { line, message: 'this cannot be read as CSV; look at the quotation marks' };
  }
}

/** What is wrong with the first line. */
function headProblem(cells: readonly string[]): string | undefined {
  const row = columns.join(',');
  if (cells.length === 1 && cells[0]?.includes(';'))
    return `columns are separated by commas, and semicolons stand between groups: begin with ${row}`;
  const unknown = cells.find((cell) => !columns.some((column) => column === cell));
  if (unknown !== undefined) return `there is no column "${unknown}"; begin with ${row}`;
  const missing = needed.find((column) => !cells.includes(column));
  if (missing !== undefined) return `the column "${missing}" is missing; begin with ${row}`;
  return new Set(cells).size < cells.length ? `a column stands twice; begin with ${row}` : undefined;
}
