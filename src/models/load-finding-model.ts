import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rankerFeatureNames } from '../domain/answering/model/clause-features.ts';
import type { FindingModel } from '../domain/answering/model/finding-model.ts';
import { judgeFeatureNames } from '../domain/answering/model/judge-features.ts';
import { modelFromBytes } from '../domain/answering/model/model-bytes.ts';
import { projectRoot } from '../project-root.ts';

export const findingModelFile = join(projectRoot, 'src/models/finding.model');

let loaded: FindingModel | undefined;

/** The model that comes with the bot, read once. Throws where the file is missing or does not fit the search. */
export function loadFindingModel(): FindingModel {
  loaded ??= modelFromBytes(readFileSync(findingModelFile), { ranker: rankerFeatureNames, judge: judgeFeatureNames });
  return loaded;
}
