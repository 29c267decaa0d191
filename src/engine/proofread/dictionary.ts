import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SiteConfig } from '../../core/config/site-config.ts';
import type { OrthographyContext } from '../../core/proofreading/rules.ts';
import { createHalfSpaceFinder } from '../../core/half-spaces/finder.ts';
import { learnSpellings } from '../../core/half-spaces/learned-words.ts';
import { createLexicon, type Lexicon } from '../../core/half-spaces/lexicon.ts';
import { type FoundFile, readText } from '../content/find-files.ts';

/** Load what the rules need, by a newsroom's settings. The dictionary is left out where no rule asks for it. */
export async function loadOrthography({ off, words }: SiteConfig['orthography']): Promise<OrthographyContext> {
  if (!needsLexicon(off)) return { off };
  return { off, findHalfSpaces: createHalfSpaceFinder(await loadLexicon(words)) };
}

/** Load the dictionary of Persian. It holds 100,000 words, so only what needs it loads it. */
export async function loadLexicon(words: readonly string[] = []): Promise<Lexicon> {
  const file = fileURLToPath(new URL('index.dic', import.meta.resolve('dictionary-fa')));
  return createLexicon(await readFile(file, 'utf8'), words);
}

/** Add to a newsroom's settings the words that its own files write with a half-space; those of the settings win. */
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
