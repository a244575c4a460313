import { z } from 'zod/v4';
import type { Database } from './database.ts';
import { parseRows } from './rows.ts';

const SealedText = z.strictObject({ place: z.string(), sealedText: z.string() });

/** Every sealed text of a school with its place: `question:<id>`, `answer:<question id>`, `suggestion:<id>` and `gap:<id>`. */
export async function findSealed(db: Database, schoolId: string): Promise<z.infer<typeof SealedText>[]> {
  const rows = await db.query(
    `select 'question:' || id as place, sealed_text as "sealedText" from questions where school_id = $1
     union all
     select 'answer:' || id, answer_sealed_text from questions where school_id = $1 and answer_sealed_text is not null
     union all
     select 'suggestion:' || id, sealed_text from suggestions where school_id = $1 and sealed_text <> ''
     union all
     select 'gap:' || id, sealed_text from gaps where school_id = $1`,
    [schoolId],
  );
  return parseRows(SealedText, rows);
}

const columnsByType = new Map([
  ['question', { table: 'questions', column: 'sealed_text' }],
  ['answer', { table: 'questions', column: 'answer_sealed_text' }],
  ['suggestion', { table: 'suggestions', column: 'sealed_text' }],
  ['gap', { table: 'gaps', column: 'sealed_text' }],
]);

/** Puts `sealedText` at `place` where `old` stands. Where it stands already it was this call that put it there. */
export async function replaceSealed(
  db: Database,
  { schoolId, place, old, sealedText }: { schoolId: string; place: string; old: string; sealedText: string },
): Promise<'resealed' | 'changed'> {
  const colon = place.indexOf(':');
  const at = columnsByType.get(place.slice(0, colon));
  if (!at) return 'changed';
  return db.transaction(async (session) => {
    const changed = await session.query(
      `update ${at.table} set ${at.column} = $4 where school_id = $1 and id = $2 and ${at.column} in ($3, $4) returning id`,
      [schoolId, place.slice(colon + 1), old, sealedText],
    );
    return changed.length > 0 ? 'resealed' : 'changed';
  });
}
