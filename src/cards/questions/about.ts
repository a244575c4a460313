import { z } from 'zod/v4';
import { findClause, type SchoolLibrary } from '../../domain/policies/library.ts';
import { noQuotation, QuotationView, toQuotation } from '../quotation.ts';

/** The clause that a question is about, where there is one. */
export const AboutView = { hasAbout: z.boolean(), about: QuotationView };
export type AboutView = { readonly hasAbout: boolean; readonly about: QuotationView };

/** Room for the clause's words, in bytes. It is a reminder here: who needs all of it opens the policy. */
const quoteLimit = 1_600;

/** Quotes the clause with that key as it stands today; nothing where the question has none or it is gone. */
export function toAbout(library: SchoolLibrary, key: string | undefined, today: string): AboutView {
  const found = key === undefined ? undefined : findClause(library, key);
  if (!found) return { hasAbout: false, about: noQuotation };
  return { hasAbout: true, about: toQuotation(found.policy, found.clause, today, quoteLimit) };
}
