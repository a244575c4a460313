import { z } from 'zod/v4';
import { isInForce, type VersionStore } from '../../domain/versions/policy-version.ts';
import { packVersion, unpackText } from '../packed-versions.ts';
import { ListedVersion, StoredVersion } from '../stored-rows.ts';
import type { Database } from './database.ts';
import type { RecordFact } from './group-commit.ts';
import { parseFirst, parseRows } from './rows.ts';

type Adopted = Awaited<ReturnType<VersionStore['adopt']>>;

const Packed = z.strictObject({ packed: z.base64() });

const columns = `school_id as "schoolId", policy_id as "policyId", hash, version, title, seen_at as "seenAt", adoption,
  replaced_at as "replacedAt"`;
const ofPolicy = `select ${columns} from policy_versions where school_id = $1 and policy_id = $2`;

/** The versions of policies on PostgreSQL. Of one policy one change is recorded at a time. */
export function createPostgresVersionStore(db: Database, record: RecordFact): VersionStore {
  const lock = 'select pg_advisory_xact_lock(hashtextextended($1, 5))';
  return {
    versions: async (schoolId) => {
      const text = `select ${columns} from policy_versions where school_id = $1 order by n`;
      return parseRows(ListedVersion, await db.query(text, [schoolId]));
    },

    text: async ({ schoolId, policyId, hash }) => {
      const text = 'select packed from policy_versions where school_id = $1 and policy_id = $2 and hash = $3';
      const row = parseFirst(Packed, await db.query(text, [schoolId, policyId, hash]));
      return row && unpackText(row);
    },

    addVersion: (version, text, then) =>
      record<'added' | 'known'>({
        record: async (session) => {
          const row = StoredVersion.parse(packVersion(version, text));
          const { schoolId, policyId, hash } = row;
          await session.query(lock, [`${schoolId} ${policyId}`]);
          const known = parseRows(ListedVersion, await session.query(ofPolicy, [schoolId, policyId]));
          if (row.adoption ? known.length > 0 : known.some((one) => one.hash === hash)) return 'known';
          session.insert('versions', row);
          session.conclude(then);
          return 'added';
        },
      }),

    adopt: (act, { schoolId, policyId, hash }, over, adoption, then) =>
      record<Adopted>({
        once: {
          ...{ schoolId, kind: 'version', act, made: hash, at: adoption.at },
          seen: () => Promise.resolve('adopted'),
        },
        record: async (session) => {
          await session.query(lock, [`${schoolId} ${policyId}`]);
          const known = parseRows(ListedVersion, await session.query(ofPolicy, [schoolId, policyId]));
          const now = known.find(isInForce);
          const next = known.find((one) => one.hash === hash);
          if (!next || now?.hash !== over || over === hash) {
            await session.release();
            return next ? 'overtaken' : 'not-found';
          }
          const parsed = parseFirst(ListedVersion, [{ ...next, adoption }]);
          await session.query(
            'update policy_versions set replaced_at = $4 where school_id = $1 and policy_id = $2 and hash = $3',
            [schoolId, policyId, over, adoption.at],
          );
          await session.query(
            `update policy_versions set adoption = $4, replaced_at = null
             where school_id = $1 and policy_id = $2 and hash = $3`,
            [schoolId, policyId, hash, JSON.stringify(parsed?.adoption)],
          );
          session.conclude(then);
          return 'adopted';
        },
      }),

    destroyVersion: ({ schoolId, policyId, hash }, then) =>
      record<Awaited<ReturnType<VersionStore['destroyVersion']>>>({
        record: async (session) => {
          await session.query(lock, [`${schoolId} ${policyId}`]);
          const known = parseRows(ListedVersion, await session.query(ofPolicy, [schoolId, policyId]));
          const row = known.find((one) => one.hash === hash);
          if (row?.replacedAt === undefined) return row ? 'in-force' : 'not-found';
          await session.query('delete from policy_versions where school_id = $1 and policy_id = $2 and hash = $3', [
            schoolId,
            policyId,
            hash,
          ]);
          session.conclude(then);
          return 'destroyed';
        },
      }),
  };
}
