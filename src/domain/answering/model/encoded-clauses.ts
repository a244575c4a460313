import type { Clause } from '../../policies/clause.ts';
import type { Policy } from '../../policies/policy.ts';
import { gatherNumbers } from '../gather-numbers.ts';
import { addTo, normalise } from './directions.ts';
import type { EncoderModel } from './finding-model.ts';

/** All clauses of some policies made ready for `matchQuestion`: their tokens one after the other. */
export interface EncodedClauses {
  /** Where the tokens of each clause begin; and, at the end, how many there are in all. */
  readonly starts: Int32Array;
  /** Where the tokens of each clause's own text end; those of what stands around it follow, and are worth less (`mostAround`). */
  readonly ownEnds: Int32Array;
  /** Places in the list of all tokens; and what each is worth by where it stands. */
  readonly tokens: Int32Array;
  readonly worths: Float32Array;
  /** The direction of a clause as a whole, of length 1, in one list of them all: `dimensions` numbers from where it says on. */
  topicAt(this: void, clause: number): number;
  readonly topics: Float32Array;
  readonly places: ReadonlyMap<string, number>;
  /** Each token's row in the model; -1 for one that the model does not know. */
  readonly rows: Int32Array;
  readonly matchWeights: Float32Array;
  /** What each token tells among these clauses (`rarityOf`). */
  readonly rarities: Float32Array;
}

/**
 * What a token tells that stands in `count` of `clauses` clauses: 1 for one that stands in none or a single one, less the more
 * clauses hold it. A school that writes "online" in every other clause is not asked about it by that word.
 */
export function rarityOf(count: number, clauses: number): number {
  if (count <= 1) return 1;
  return Math.log((clauses + 1) / count) / Math.log(clauses + 1);
}

/** Where a token stands decides what it is worth; the highest place counts. A token of the clause's own text is worth 1. */
const worth = { text: 1, leadIn: 0.8, heading: 0.8, outerHeading: 0.4, title: 0.3 } as const;

/** What a token is worth at most that does not stand in the clause's own text. */
export const mostAround = worth.leadIn;

/** Encodes clauses in their order. `read` gives a text's tokens; the same list each time it is asked for the same text. */
export function encodeClauses(
  clauses: readonly { readonly policy: Policy; readonly clause: Clause }[],
  model: EncoderModel,
  read: (text: string) => readonly string[],
): EncodedClauses {
  const places = new Map<string, number>();
  const placesOf = createPlacesOf(places);
  const tokens = gatherNumbers((length) => new Int32Array(length));
  const worths = gatherNumbers((length) => new Float32Array(length));
  const starts: number[] = [];
  const ownEnds: number[] = [];
  /** The last clause that held a token, and how many do. */
  const seenIn: number[] = [];
  const counts: number[] = [];
  clauses.forEach(({ policy, clause }, number) => {
    starts.push(tokens.count());
    const add = (text: string, value: number): void => {
      for (const place of placesOf(read(text))) {
        if (seenIn[place] === number) continue;
        seenIn[place] = number;
        counts[place] = (counts[place] ?? 0) + 1;
        tokens.push(place);
        worths.push(value);
      }
    };
    // From the highest worth down: what was added before counts.
    add(clause.text, worth.text);
    ownEnds.push(tokens.count());
    add([clause.leadIn, clause.column].filter((part) => part !== undefined).join(' '), worth.leadIn);
    add(clause.headingPath.at(-1) ?? '', worth.heading);
    add(clause.headingPath.slice(0, -1).join(' '), worth.outerHeading);
    add(policy.cover.title, worth.title);
  });
  starts.push(tokens.count());
  const rows = Int32Array.from(places.keys(), (token) => model.rows.get(token) ?? -1);
  const encoded = { starts: new Int32Array(starts), tokens: tokens.all(), worths: worths.all() };
  return {
    ...encoded,
    ownEnds: new Int32Array(ownEnds),
    ...createTopics(encoded, rows, model),
    places,
    rows,
    matchWeights: Float32Array.from(rows, (row) => (row < 0 ? model.unseenWeight : (model.matchWeights[row] ?? 0))),
    rarities: Float32Array.from(counts, (count) => rarityOf(count, clauses.length)),
  };
}

/** Gives each token its place; a list of tokens that comes again is looked up once. */
function createPlacesOf(places: Map<string, number>): (tokens: readonly string[]) => Int32Array {
  const known = new Map<readonly string[], Int32Array>();
  const placeOf = (token: string): number => {
    const place = places.get(token);
    if (place !== undefined) return place;
    places.set(token, places.size);
    return places.size - 1;
  };
  return (tokens) => {
    const found = known.get(tokens);
    if (found) return found;
    const own = new Int32Array(tokens.length);
    tokens.forEach((token, at) => (own[at] = placeOf(token)));
    known.set(tokens, own);
    return own;
  };
}

/** A clause's direction is worked out when it is first asked for: most of a large library never comes into question. */
function createTopics(
  { starts, tokens, worths }: Pick<EncodedClauses, 'starts' | 'tokens' | 'worths'>,
  rows: Int32Array,
  { dimensions, vectors, topicWeights }: EncoderModel,
): Pick<EncodedClauses, 'topics' | 'topicAt'> {
  const count = starts.length - 1;
  const topics = new Float32Array(count * dimensions);
  const known = new Uint8Array(count);
  return {
    topics,
    topicAt(clause) {
      const place = clause * dimensions;
      if (known[clause] !== 0) return place;
      known[clause] = 1;
      for (let at = starts[clause] ?? 0; at < (starts[clause + 1] ?? 0); at += 1) {
        const row = rows[tokens[at] ?? 0] ?? -1;
        if (row < 0) continue;
        addTo(topics, place, (worths[at] ?? 0) * (topicWeights[row] ?? 0), vectors, row * dimensions, dimensions);
      }
      normalise(topics, place, dimensions);
      return place;
    },
  };
}

/** The direction of some rows together (each counts once), of length 1; all zero where none is known. -1 is an unknown word. */
export function topicOf(rows: ArrayLike<number>, { dimensions, vectors, topicWeights }: EncoderModel): Float32Array {
  const topic = new Float32Array(dimensions);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? -1;
    if (row >= 0) addTo(topic, 0, topicWeights[row] ?? 0, vectors, row * dimensions, dimensions);
  }
  normalise(topic, 0, dimensions);
  return topic;
}
