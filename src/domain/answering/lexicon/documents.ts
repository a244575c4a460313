import { concept } from './concept.ts';

/** The policy as a document: its scope, its dates, its words. */
export const documents = [
  concept(
    'policy',
    `policy, rule, guideline, procedure, protocol, document, code, guidance, regulations, statement, agreement,
     this document, code of practice, handbook, aup, acceptable use policy, acceptable use agreement, the rulebook,
     regs, framework`,
  ),
  concept(
    'review',
    `review, update, revise, due for review, out of date, next review, review date, re read, reconsidered, refresh,
     renewed, look at again, revisit, amend, expiry, up to date, in date, current version, version, evaluate,
     next due, last updated, kept up to date`,
  ),
  concept(
    'adopt',
    `approve, adopt, ratify, sign off, agreed by, approved by, author, write, written by, drawn up, came into force,
     effective from, effective date, start date, date of policy, agreed on, policy date, introduced, wrote this,
     who wrote, developed by, in force, adopted on, signed on behalf of, policy owner, issued, comes into effect,
     dated, produced by, issue date, brought in`,
  ),
  concept(
    'scope',
    `apply, scope, cover, include, extend to, who is this for, applies to, bound by, affect, covered by,
     who does it apply, does this count, relate to, refers to, relevant to, does this include, count as, applicable,
     subject to, extends, everyone, anyone, intended for, aimed at, does it apply`,
  ),
  concept(
    'purpose',
    `purpose, aim, why, objective, reason, point of, intention, rationale, goal, what is it for, intended to,
     in order to, designed to, so that, intend, set out, principle, ethos, commitment, whats the point, vision,
     be there for`,
  ),
  concept(
    'definition',
    `mean, definition, define, what is, what counts as, what does it mean, term, refer to, defined as, understood as,
     known as, count as, stand for, include, classed as, regarded as, is when, constitutes, considered, example of,
     such as, types of`,
  ),
  concept(
    'law',
    `law, legal, legislation, act, statute, statutory, illegal, against the law, criminal, unlawful, regulation,
     offence, crime, act of parliament, legal duty, computer misuse act, human rights act, human rights,
     communications act, breaking the law, legal requirement, legal framework, children act, education act,
     regulation of investigatory powers, ripa`,
  ),
  concept(
    'appendix',
    `appendix, annex, form, template, attached, schedule, flowchart, checklist, flow chart, back of the policy,
     proforma, blank form`,
  ),
  concept(
    'exception',
    `exception, exceptional circumstances, unless, exempt, special case, apart from, get out of,
     special circumstances, excluded from, other than, loophole, ever ok, ever okay, any exceptions,
     in an emergency, excuse, extenuating, special permission, waive`,
  ),
  concept(
    'example',
    `example, such as, for instance, sort of thing, kind of thing, includes, e g, what sort of, what kind of,
     what type of, what counts, list of, which things, types`,
  ),
  concept(
    'related-policy',
    `related policy, other policies, linked policy, in conjunction with, read alongside, alongside, read with,
     linked documents, other documents, cross reference, what else should i read, see also, associated policies,
     companion`,
  ),
];
