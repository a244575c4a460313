import { readFileSync } from 'node:fs';
import { z } from 'zod/v4';

/** One question with the clauses that answer it: texts, or ids of the sample school's clauses. No gold: the policies do not say. */
export const EvalQuestion = z.object({
  id: z.union([z.string(), z.number()]),
  q: z.string(),
  doc: z.string().optional(),
  gold: z.array(z.union([z.string(), z.object({ doc: z.string().optional(), text: z.string() })])),
  kind: z.string(),
});
export type EvalQuestion = z.infer<typeof EvalQuestion>;

/** Reads a file of questions, one JSON object a line. */
export function readQuestions(path: string): EvalQuestion[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => EvalQuestion.parse(JSON.parse(line)));
}
