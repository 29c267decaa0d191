import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createLexicon, type Lexicon } from '../core/persian-lexicon.ts';

/** Load the dictionary of Persian. It holds 100,000 words, so only what needs it loads it. */
export async function loadLexicon(words: readonly string[] = []): Promise<Lexicon> {
  const file = fileURLToPath(new URL('index.dic', import.meta.resolve('dictionary-fa')));
  return createLexicon(await readFile(file, 'utf8'), words);
}
