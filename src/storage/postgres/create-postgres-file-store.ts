import { randomUUID } from 'node:crypto';
import type { FileOffer } from '../../domain/files/file-offer.ts';
import type { FileStore } from '../../domain/files/file-store.ts';
import { judgeTake } from '../../domain/files/judge-take.ts';
import { idTaken } from '../../domain/store-error.ts';
import { StoredFileOffer } from '../stored-rows.ts';
import type { Database, Row } from './database.ts';
import { parseFirst } from './rows.ts';

const columns = `id, school_id as "schoolId", code_hash as "codeHash", subject,
  json_build_object('tenantId', to_tenant_id, 'objectId', to_object_id) as "to", until, wrong, taken`;

/** The offered files on PostgreSQL. */
export function createPostgresFileStore(db: Database): FileStore {
  return {
    offer: (offer) => {
      const call = randomUUID();
      return db.transaction(async (session) => {
        const { id, schoolId, codeHash, subject, to, until, wrong, taken } = StoredFileOffer.parse(offer);
        const added = await session.query(
          `insert into file_offers (id, school_id, code_hash, subject, to_tenant_id, to_object_id, until, wrong, taken, last_call)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
           on conflict (id) do update set last_call = $10 where file_offers.last_call = $10
           returning id`,
          [id, schoolId, codeHash, JSON.stringify(subject), to.tenantId, to.objectId, until, wrong, taken, call],
        );
        if (added.length === 0) throw idTaken();
      });
    },

    take: (id, codeHash, now) => {
      const call = randomUUID();
      return db.transaction<FileOffer | undefined>(async (session) => {
        const [row] = await session.query(`select ${columns}, last_call from file_offers where id = $1 for update`, [
          id,
        ]);
        if (!row) return undefined;
        const { last_call: lastCall, ...parts } = row;
        const offer = offerOf(parts);
        if (lastCall === call) return offer.taken ? { ...offer, taken: false } : undefined;
        const take = judgeTake(offer, codeHash, now);
        if (take === 'over') return undefined;
        await session.query('update file_offers set taken = $2, wrong = $3, last_call = $4 where id = $1', [
          id,
          take === 'given',
          take === 'given' ? offer.wrong : offer.wrong + 1,
          call,
        ]);
        return take === 'given' ? offer : undefined;
      });
    },

    removeExpired: (now) =>
      db.transaction(async (session) => {
        const gone = await session.query(
          `delete from file_offers where id in
             (select id from file_offers where until <= $1 for update skip locked) returning id`,
          [now],
        );
        return gone.length;
      }),
  };
}

function offerOf(row: Row): FileOffer {
  const offer = parseFirst(StoredFileOffer, [row]);
  if (!offer) throw new Error('a row went missing while it was read');
  return offer;
}
