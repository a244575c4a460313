import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
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

/** What is learnt in a thread of its own: two run beside each other. */
type Job =
  | { readonly kind: 'part'; readonly part: number }
  | { readonly kind: 'ranker'; readonly lists: readonly QuestionList[]; readonly seed: number };

if (isMainThread) await train();
else parentPort?.postMessage(await learn(workerData as Job));

async function train(): Promise<void> {
  const started = Date.now();
  const say = (what: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${what}`);
  // The parts, each without its own policies, and what is kept, of all of them: that takes longest.
  const [learnt, ...lists] = (await inTwoThreads(
    [parts, ...Array.from({ length: parts }, (_, part) => part)].map((part) => ({ kind: 'part', part })),
    (at) => {
      say(at === 0 ? 'encoder of all policies' : `encoder without part ${at}, and the short lists of that part`);
    },
  )) as [Learnt, ...QuestionList[][]];
  const learners = [lists.flat(), ...lists.map((_, part) => lists.filter((__, other) => other !== part).flat())];
  const [ranker, ...others] = (await inTwoThreads(
    learners.map((those, at) => ({ kind: 'ranker', lists: those, seed: seed + Math.max(0, at - 1) })),
    (at) => {
      say(at === 0 ? 'ranker of all' : `ranker without part ${at}`);
    },
  )) as [Network, ...Network[]];
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

/** Does the jobs in their order, two at a time; tells of each when it is done. */
async function inTwoThreads(jobs: readonly Job[], done: (at: number) => void): Promise<unknown[]> {
  const results: unknown[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < jobs.length; at = next++) {
      results[at] = await inThread(jobs[at]);
      done(at);
    }
  };
  await Promise.all([work(), work()]);
  return results;
}

function inThread(job: Job | undefined): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: 4_096 },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function learn(job: Job): Promise<Learnt | QuestionList[] | Network> {
  if (job.kind === 'ranker') return trainRankerOn(job.lists, job.seed);
  const lessons = await readLessons();
  shuffle(lessons, createRandom(seed));
  const own = lessons.filter((_, at) => at % parts === job.part);
  const learnt = await learnFrom(
    lessons.filter((lesson) => !own.includes(lesson)),
    seed + job.part,
  );
  return job.part === parts ? learnt : listsFor(own, learnt);
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
