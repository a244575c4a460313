import { z } from 'zod/v4';
import type { Database } from './database.ts';
import { parseRows } from './rows.ts';

const SealedText = z.strictObject({ place: z.string(), sealedText: z.string() });

/** Every sealed text of a school with its place: `draft:<id>`, `report:<id>` and `report-event:<report id>-<seq>`. */
export async function findSealed(db: Database, schoolId: string): Promise<z.infer<typeof SealedText>[]> {
  const rows = await db.query(
    `select 'draft:' || id as place, sealed_answers as "sealedText" from incident_drafts
     where school_id = $1 and sealed_answers <> ''
     union all
     select 'report:' || id, sealed_report from incident_reports where school_id = $1 and sealed_report <> ''
     union all
     select 'report-event:' || report_id || '-' || seq, sealed_text from incident_events
     where school_id = $1 and sealed_text <> ''`,
    [schoolId],
  );
  return parseRows(SealedText, rows);
}

const columnsByType = new Map([
  ['draft', { table: 'incident_drafts', name: 'id', column: 'sealed_answers' }],
  ['report', { table: 'incident_reports', name: 'id', column: 'sealed_report' }],
  ['report-event', { table: 'incident_events', name: `report_id || '-' || seq`, column: 'sealed_text' }],
]);

/**
 * Puts `sealedText` at `place` where `old` stands; nothing is put where nothing is. Where it stands already it was this
 * call that put it there.
 */
export async function replaceSealed(
  db: Database,
  { schoolId, place, old, sealedText }: { schoolId: string; place: string; old: string; sealedText: string },
): Promise<'resealed' | 'changed'> {
  const colon = place.indexOf(':');
  const at = columnsByType.get(place.slice(0, colon));
  if (!at || old === '') return 'changed';
  return db.transaction(async (session) => {
    const changed = await session.query(
      `update ${at.table} set ${at.column} = $4
       where school_id = $1 and ${at.name} = $2 and ${at.column} in ($3, $4) returning 1`,
      [schoolId, place.slice(colon + 1), old, sealedText],
    );
    return changed.length > 0 ? 'resealed' : 'changed';
  });
}
