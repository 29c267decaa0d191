import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SiteConfig } from '../../core/config/site-config.ts';
import type { OrthographyContext } from '../../core/proofreading/rules.ts';
import { createHalfSpaceFinder } from '../../core/half-spaces/finder.ts';
import { learnSpellings } from '../../core/half-spaces/learned-words.ts';
import { createLexicon, type Lexicon } from '../../core/half-spaces/lexicon.ts';
import { type FoundFile, readText } from '../content/find-files.ts';

/** Load what the rules need for a newsroom's settings. The dictionary is skipped if no enabled rule needs it. */
export function loadOrthography({ off, words }: SiteConfig['orthography']): OrthographyContext {
  if (!needsLexicon(off)) return { off };
  return { off, findHalfSpaces: createHalfSpaceFinder(readLexicon(words)) };
}

/** Load the Persian dictionary of 100,000 words. */
export function readLexicon(words: readonly string[] = []): Lexicon {
  const file = fileURLToPath(new URL('index.dic', import.meta.resolve('dictionary-fa')));
  return createLexicon(readFileSync(file, 'utf8'), words);
}

/** Add the words that a newsroom's own files write with a half-space to its settings; words in the settings win. */
export async function learnWords(files: readonly FoundFile[], config: SiteConfig): Promise<SiteConfig> {
  const { off, words } = config.orthography;
  if (!needsLexicon(off)) return config;
  const texts: string[] = [];
  for (const file of files) {
    const read = readText(file, config);
    if ('text' in read) texts.push(read.text);
  }
  return { ...config, orthography: { off, words: [...learnSpellings(texts), ...words] } };
}

function needsLexicon(off: SiteConfig['orthography']['off']): boolean {
  return !off.includes('half-space-missing') || !off.includes('half-space-as-space');
}
