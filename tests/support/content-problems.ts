import { draftModel } from '../../src/engine/model/build-model.ts';
import { loadContent } from '../../src/engine/content/load-content.ts';
import { ContentError, type Problem } from '../../src/core/problems/problem.ts';
import { fixedNow } from './command.ts';
import { sample } from './sample.ts';

/** Find the problems that prevent a content folder from being built, with the settings of the sample, and with comments. */
export async function problemsOf(content: string): Promise<readonly Problem[]> {
  const config = { ...sample.config, comments: {} };
  const options = { ...sample, config, content, out: '', now: Date.parse(fixedNow), plain: true };
  try {
    draftModel(await loadContent(options), options);
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}
