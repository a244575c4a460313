import type { Clause } from '../../domain/policies/clause.ts';
import { leadInOf } from '../../domain/policies/lead-in-of.ts';
import { itemsLedBy } from '../../domain/policies/led-items.ts';
import type { Policy } from '../../domain/policies/policy.ts';
import { clauseMark } from '../clause-mark.ts';
import { cutText } from '../cut-text.ts';
import { labelsOf, nameOf, policyFacts } from '../quotation.ts';

/** How a list of results shows one: a thumbnail card, two lines. Teams reads HTML in it, so there is none. */
export interface Preview {
  readonly title: string;
  readonly text: string;
}

/** About a hundred characters of the quotation, after what the reader must know before its words. */
export function previewOfClause(policy: Policy, clause: Clause, today: string): Preview {
  const { isOverdue } = policyFacts(policy, today);
  const marks = [...(isOverdue ? ['Review overdue'] : []), ...labelsOf(policy, clause, today)];
  const list = itemsLedBy(policy, clause).map((item) => clauseMark(item.clause) + item.clause.text);
  const lead = [leadInOf(policy, clause), clause.column && `${clause.column}:`];
  const words = [...lead, clause.text, ...list].filter(Boolean).join(' ');
  return {
    title: withoutHtml(cutText(nameOf(policy, clause), 300)),
    text: withoutHtml([...marks, `“${cutText(words, 280)}”`].join(' · ')),
  };
}

export function previewOfPolicy(policy: Policy, today: string): Preview {
  const { facts, isOverdue, overdue } = policyFacts(policy, today);
  return {
    title: withoutHtml(cutText(policy.cover.title, 300)),
    text: withoutHtml(isOverdue ? `${overdue} · ${facts}` : facts),
  };
}

function withoutHtml(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}
