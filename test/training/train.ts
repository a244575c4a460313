import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { rankerFeatureNames } from '../../src/domain/answering/model/clause-features.ts';
import { judgeFeatureNames } from '../../src/domain/answering/model/judge-features.ts';
import type { Network } from '../../src/domain/answering/model/finding-model.ts';
import { modelToBytes } from '../../src/domain/answering/model/model-bytes.ts';
import { projectRoot } from '../../src/project-root.ts';
import type { QuestionList } from './build-lists.ts';
import { learnFrom, type Learnt, listsFor, parts, seed } from './learn-part.ts';
import { readLessons } from './read-lessons.ts';
import { type JudgedQuestion, judgeAll, trainJudgeOn, trainRankerOn } from './train-on-lists.ts';
import { createRandom } from '../support/random.ts';
import { shuffle } from './shuffle.ts';
import { madeFrom } from './made-from.ts';
import { createThreads } from './threads.ts';

/** What is learnt in a thread of its own: two run beside each other. */
type Job =
  /** Of all policies but those of a part; there is none of the number `parts`. */
  | { readonly kind: 'encoder'; readonly part: number }
  /** Of the policies of a part, by what was learnt without them. */
  | { readonly kind: 'lists'; readonly part: number; readonly learnt: Learnt }
  | { readonly kind: 'ranker'; readonly lists: readonly QuestionList[]; readonly seed: number };

/** What comes of each kind of job. */
interface Results {
  readonly encoder: Learnt;
  readonly lists: QuestionList[];
  readonly ranker: Network;
}

if (isMainThread) await train();
else parentPort?.postMessage(await learn(workerData as Job));

async function train(): Promise<void> {
  const started = Date.now();
  const say = (what: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${what}`);
  const threads = createThreads(new URL(import.meta.url), 2);
  const inThread = <Kind extends Job['kind']>(job: Job & { readonly kind: Kind }) => threads<Results[Kind]>(job);
  const told = async <Result>(what: string, job: Promise<Result>): Promise<Result> => {
    const result = await job;
    say(what);
    return result;
  };
  // What is kept, of all policies, takes longest; then the parts, each without its own policies.
  const all = told('encoder of all policies', inThread({ kind: 'encoder', part: parts }));
  const lists = await Promise.all(
    Array.from({ length: parts }, async (_, part) => {
      const learnt = await told(`encoder without part ${part + 1}`, inThread({ kind: 'encoder', part }));
      return told(`short lists of part ${part + 1}`, inThread({ kind: 'lists', part, learnt }));
    }),
  );
  const learnt = await all;
  const [ranker, ...others] = await Promise.all([
    told('ranker of all', inThread({ kind: 'ranker', lists: lists.flat(), seed })),
    ...lists.map((_, part) => {
      const rest = lists.filter((__, other) => other !== part).flat();
      return told(`ranker without part ${part + 1}`, inThread({ kind: 'ranker', lists: rest, seed: seed + part }));
    }),
  ]);
  const judged = others.flatMap((other, part) => judgeAll(lists[part] ?? [], other));
  tell(judged);
  const judge = trainJudgeOn(judged, seed);
  say('judge');
  const model = { madeFrom: madeFrom(await readLessons()), ...learnt, ranker, judge };
  const bytes = modelToBytes(model, { ranker: rankerFeatureNames, judge: judgeFeatureNames });
  const file = join(projectRoot, 'src/models/finding.model');
  writeFileSync(file, bytes);
  say(`${file}: ${bytes.length} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`);
}

async function learn(job: Job): Promise<Results[Job['kind']]> {
  if (job.kind === 'ranker') return trainRankerOn(job.lists, job.seed);
  const lessons = await readLessons();
  shuffle(lessons, createRandom(seed));
  const own = lessons.filter((_, at) => at % parts === job.part);
  if (job.kind === 'lists') return listsFor(own, job.learnt);
  return learnFrom(
    lessons.filter((lesson) => !own.includes(lesson)),
    seed + job.part,
  );
}

/** What the parts came to, each by what had not seen it. */
function tell(judged: readonly JudgedQuestion[]): void {
  const answerable = judged.filter((one) => one.answerable);
  const share = (count: number, of: number) => (count / Math.max(1, of)).toFixed(3);
  console.log(
    `        first ${share(answerable.filter(({ first }) => first).length, answerable.length)}, first three ` +
      share(answerable.filter(({ firstThree }) => firstThree).length, answerable.length),
  );
}
