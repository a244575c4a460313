import { stemmer } from 'stemmer';
import type { Clause } from '../clause.ts';
import { at, excerpt, type LintDocument, type LintRule } from './lint-document.ts';
import { leadPolarity, polarityOf, type Polarity } from './polarity.ts';

interface Statement {
  readonly document: LintDocument;
  readonly clause: Clause;
  readonly polarity: Polarity;
  readonly acts: ReadonlySet<string>;
}

/** Words of one meaning in schools' policies, so that "mobile telephone" and "phone" are one act. */
const sameMeaning: Readonly<Record<string, string>> = {
  photograph: 'image', photo: 'image', pictur: 'image', camera: 'image', video: 'image',
  mobil: 'phone', telephon: 'phone', handset: 'phone',
  own: 'person', privat: 'person',
  student: 'pupil', children: 'pupil', child: 'pupil',
  parent: 'famili', carer: 'famili',
  delet: 'remov', destroi: 'remov',
  devic: 'equip', equipment: 'equip',
}; // prettier-ignore
const empty = new Set(
  'a an the and or of to in on at by for from with as that this these those any all their your his her our its they you we he she it who which when where must should shall may can will not never be is are been have has do does if so such other than also only always ensure make sure permitted allowed staff member adult employee school policy use using used'
    .split(' ')
    .map(stemmer),
);
const conditional =
  /\b(?:unless|except|without|only|other than|if|where|when|subject to|provided|apart from|with (?:\w+ ){0,3}(?:permission|consent|approval|agreement))\b/i;
const fewestWords = 3;
const overlap = 0.8;

/** Two of the school's own clauses of which one forbids and the other allows or asks for what reads as the same act. */
export const conflictingClauses: LintRule = ({ documents }) => {
  const statements = documents.flatMap(statementsOf);
  const bans = statements.filter(({ polarity }) => polarity === 'ban');
  const others = statements.filter(({ polarity }) => polarity === 'permit' || polarity === 'require');
  return bans.flatMap((one) =>
    others
      .filter(
        (other) =>
          other.clause !== one.clause && other.clause.binds === one.clause.binds && sameAct(one.acts, other.acts),
      )
      .map((other) => ({
        rule: 'conflict',
        severity: 'advice' as const,
        ...at(one.document, one.clause),
        message: `this forbids "${excerpt(one.clause.text)}", but ${other.document.file}:${other.clause.line}${other.clause.ref ? ` (${other.clause.ref})` : ''} ${other.polarity === 'permit' ? 'allows' : 'asks for'} "${excerpt(other.clause.text)}"`,
        why: 'Whoever follows one breaks the other.',
        todo: 'Decide which holds, and when; then change one of them.',
      })),
  );
};

function statementsOf(document: LintDocument): Statement[] {
  return document.policy.clauses
    .filter(({ kind }) => kind === 'rule' || kind === 'cell')
    .flatMap((clause) => {
      const lead = leadPolarity(clause);
      return clause.text.split(/(?<=[.?!;])\s+/).flatMap((sentence): Statement[] => {
        const own = polarityOf(sentence);
        const polarity = lead === 'ban' ? (own === 'ban' ? 'none' : 'ban') : own === 'none' ? lead : own;
        if (polarity === 'none' || conditional.test(sentence) || conditional.test(clause.leadIn ?? '')) return [];
        const acts = actsOf(sentence);
        return acts.size < fewestWords || acts.size > 12 ? [] : [{ document, clause, polarity, acts }];
      });
    });
}

function actsOf(sentence: string): Set<string> {
  const stems = (sentence.toLowerCase().match(/[a-z]+/g) ?? [])
    .map(stemmer)
    .filter((stem) => stem.length > 1 && !empty.has(stem));
  return new Set(stems.map((stem) => sameMeaning[stem] ?? stem));
}

function sameAct(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return (
    shared >= fewestWords && shared >= overlap * Math.min(a.size, b.size) && shared >= Math.max(a.size, b.size) / 2
  );
}
