import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { featureNames } from '../../src/domain/answering/model/clause-features.ts';
import { judgeFeatureNames } from '../../src/domain/answering/model/judge-features.ts';
import { modelToBytes } from '../../src/domain/answering/model/model-bytes.ts';
import { projectRoot } from '../../src/project-root.ts';
import type { QuestionList } from './build-lists.ts';
import { learnFrom, type Learnt, listsFor, parts, seed } from './learn-part.ts';
import { readLessons } from './read-lessons.ts';
import { type JudgedQuestion, judgeAll, trainJudgeOn, trainRankerOn } from './train-on-lists.ts';
import { createRandom } from '../support/random.ts';
import { shuffle } from './shuffle.ts';
import { madeFrom } from './made-from.ts';

if (isMainThread) await train();
else await learnPart(Number(workerData));

async function train(): Promise<void> {
  const started = Date.now();
  const say = (what: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${what}`);
  // Two at a time: the parts, each without its own policies, and the encoder that is kept, of all of them.
  const jobs = [parts, ...Array.from({ length: parts }, (_, part) => part)];
  const results: unknown[] = [];
  const work = async (): Promise<void> => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      const at = job;
      results[at] = await runWorker(at);
      say(
        at === parts ? 'encoder of all policies' : `encoder without part ${at + 1}, and the short lists of that part`,
      );
    }
  };
  await Promise.all([work(), work()]);
  const lists = results.slice(0, parts) as QuestionList[][];
  const learnt = results[parts] as Learnt;
  const judged: JudgedQuestion[] = [];
  lists.forEach((own, part) => {
    const ranker = trainRankerOn(lists.filter((_, other) => other !== part).flat(), seed + part);
    judged.push(...judgeAll(own, ranker));
    say(`ranker without part ${part + 1}`);
  });
  tell(judged);
  const ranker = trainRankerOn(lists.flat(), seed);
  const judge = trainJudgeOn(judged, seed);
  say('ranker and judge of all');
  const model = { madeFrom: madeFrom(await readLessons()), ...learnt, ranker, judge };
  const bytes = modelToBytes(model, { ranker: featureNames, judge: judgeFeatureNames });
  const file = join(projectRoot, 'src/models/finding.model');
  writeFileSync(file, bytes);
  say(`${file}: ${bytes.length} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`);
}

function runWorker(part: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: part,
      resourceLimits: { maxOldGenerationSizeMb: 4_096 },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function learnPart(part: number): Promise<void> {
  const lessons = await readLessons();
  shuffle(lessons, createRandom(seed));
  const own = lessons.filter((_, at) => at % parts === part);
  const learnt = await learnFrom(
    lessons.filter((lesson) => !own.includes(lesson)),
    seed + part,
  );
  parentPort?.postMessage(part === parts ? learnt : listsFor(own, learnt));
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
