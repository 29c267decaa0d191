import type { SiteConfig } from '../core/config.ts';
import type { OrthographyContext } from '../core/orthography.ts';
import { findHalfSpaces } from '../core/persian-half-spaces.ts';
import { loadLexicon } from './lexicon.ts';

/** Load what the rules need, by a newsroom's settings. The dictionary is left out where no rule asks for it. */
export async function loadOrthography({ off, words }: SiteConfig['orthography']): Promise<OrthographyContext> {
  if (off.includes('half-space-missing') && off.includes('half-space-as-space')) return { off };
  const lexicon = await loadLexicon(words);
  return { off, findHalfSpaces: (text) => findHalfSpaces(text, lexicon) };
}
