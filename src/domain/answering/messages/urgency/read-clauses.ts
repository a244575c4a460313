import { anyOf, whole } from './compile-pattern.ts';
import { askings, cries, ifs, narratives, nowWords, rules, suppositions } from './frames.ts';

/** A piece of a message, and how it is said: told as a fact, supposed, or asked for as a rule. */
export interface SaidClause {
  /** Its words, cries before them aside; no marks, single spaces. */
  readonly text: string;
  readonly said: string;
  readonly mode: 'told' | 'supposed' | 'asked';
  readonly isQuestion: boolean;
}

const goesOn = ['if', 'when', 'whenever', 'about', 'with', 'in case', 'to', 'once', 'after', 'where', 'first'];
const cry = new RegExp(`^${anyOf(cries)}(?: |$)(?!${anyOf(goesOn)}\\b)`);
const carries = new RegExp(`^(?:and |but |so |or |what |say )*${anyOf(ifs)}\\b`);
const supposes = new RegExp(`^(?:and |but |so |or |what )*${anyOf(suppositions)}\\b`);
const asksIf = new RegExp(`\\b${anyOf([...ifs, ...suppositions])}\\b`);
const narrative = new RegExp(anyOf(narratives));
const rule = new RegExp(anyOf(rules));
const opensQuestion = /^(?:is|are|was|were|has|have|did|will|am)\b/;
const now = whole(nowWords);
const asking = new RegExp(`(?<=\\w+ \\w+ )(?=\\b${anyOf(askings)}\\b)`);

/** Reads a message clause by clause; `plain` is as `plainWords` leaves it. What is supposed stays so to the end of its sentence. */
export function readClauses(plain: string): SaidClause[] {
  return plain.split(/(?<=[.?!])\s/).flatMap((sentence) => {
    let supposing = false;
    return sentence.split(/[,;:()"]+| - | \/ |(?<=[.?!])/).flatMap((part) => {
      const whole = part.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
      return piecesOf(whole).map((said, at, all): SaidClause => {
        const text = withoutCries(said);
        supposing ||= carries.test(text);
        const isQuestion = at === all.length - 1 && part.trim().endsWith('?') && text !== '' && text === said;
        const mode = modeOf(text, supposing);
        return {
          text,
          said,
          mode: isQuestion && mode === 'told' && opensQuestion.test(text) ? 'asked' : mode,
          isQuestion,
        };
      });
    });
  });
}

/** Without marks a question follows what is told: "a boy has a knife should I lock the door". */
function piecesOf(said: string): string[] {
  const [first = '', ...rest] = said.split(asking);
  if (rest.length === 0 || modeOf(withoutCries(first.trim()), carries.test(first)) !== 'told') return [said];
  return [first.trim(), rest.join('').trim()];
}

function modeOf(text: string, supposing: boolean): SaidClause['mode'] {
  if (now.test(text) || narrative.test(text)) return 'told';
  if (supposing || supposes.test(text)) return 'supposed';
  if (!rule.test(text)) return 'told';
  return asksIf.test(text) ? 'supposed' : 'asked';
}

function withoutCries(clause: string): string {
  const rest = clause.replace(cry, '').trim();
  return rest === clause ? clause : withoutCries(rest);
}
