import { createHash } from 'node:crypto';
import { canonicalJson } from '../ledger/canonical-json.ts';
import type { SignedDocument } from './campaign.ts';

/** What binds a document that is no policy: its title, edition, link and text; what is absent is left out. */
export function documentWords({
  title,
  version,
  link,
  text,
}: Omit<OtherDocument, 'kind' | 'hash' | 'statements'>): object {
  return { title, version, ...(link !== undefined && { link }), ...(text !== undefined && { text }) };
}

/** SHA-256, hexadecimal, of the RFC 8785 form of its words: the `hash` of a document that is no policy. */
export function documentHash(document: Omit<OtherDocument, 'kind' | 'hash' | 'statements'>): string {
  return createHash('sha256')
    .update(canonicalJson(documentWords(document)))
    .digest('hex');
}

type OtherDocument = Extract<SignedDocument, { kind: 'other' }>;
