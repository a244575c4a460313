import type { PersonKey } from '../people/person-key.ts';
import { offeredMs, type FileSubject } from './file-offer.ts';
import { codeHash, offerId, type FileSecret } from './file-secret.ts';
import type { FileStore } from './file-store.ts';

/** What offering a file needs. */
export interface FileDesk {
  readonly files: Pick<FileStore, 'offer'>;
  /** Where people's browsers reach the bot, without a slash at its end; undefined where they do not. */
  readonly publicUrl?: string | undefined;
  readonly newFileSecret: () => FileSecret;
  readonly now: () => Date;
}

/** What its card says. The link alone opens nothing, and neither does the code. */
export interface OfferedFile {
  readonly url: string;
  readonly code: string;
  readonly until: string;
}

/** Offers a file to somebody who may have it; whether they may is asked again when they fetch it. Undefined without an address. */
export async function offerFile(
  { files, publicUrl, newFileSecret, now }: FileDesk,
  { schoolId, subject, to }: { schoolId: string; subject: FileSubject; to: PersonKey },
): Promise<OfferedFile | undefined> {
  if (publicUrl === undefined) return undefined;
  const secret = newFileSecret();
  const { tenantId, objectId } = to;
  const until = new Date(now().getTime() + offeredMs).toISOString();
  await files.offer({
    id: offerId(secret.token),
    schoolId,
    codeHash: codeHash(secret),
    subject,
    to: { tenantId, objectId },
    until,
    wrong: 0,
    taken: false,
  });
  return { url: `${publicUrl}/files/${secret.token}`, code: secret.code, until };
}
