import { draftModel } from '../../src/engine/model/build-model.ts';
import { loadContent } from '../../src/engine/content/load-content.ts';
import { config } from '../../src/config.ts';
import { ContentError, type Problem } from '../../src/core/problems/problem.ts';
import { fixedNow } from './command.ts';

/** Find what keeps a content folder from being built, with the repository's own settings. */
export async function problemsOf(content: string): Promise<readonly Problem[]> {
  const options = { content, out: '', config, configFile: '', now: Date.parse(fixedNow) };
  try {
    draftModel(await loadContent(options), options);
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}
