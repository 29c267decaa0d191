/** The words of Persian, each as it is properly written, found by its letters alone. */
export interface Lexicon {
  /** The proper spellings of a word, whose half-spaces (U+200C) were removed; none if it is unknown. */
  spellings(letters: string): readonly string[];
}

/**
 * Make a lexicon out of a Hunspell dictionary (`index.dic` of dictionary-fa).
 *
 * @param words Words as a newsroom writes them; they win over the dictionary.
 */
export function createLexicon(dictionary: string, words: readonly string[] = []): Lexicon {
  const found = new Map<string, string[]>();
  for (const line of dictionary.split('\n').slice(1)) {
    const word = line.split('/', 1)[0]!.trim();
    if (word === '') continue;
    const letters = word.replaceAll('\u200C', '');
    const known = found.get(letters);
    if (!known) found.set(letters, [word]);
    else if (!known.includes(word)) known.push(word);
  }
  for (const word of words) found.set(word.replaceAll('\u200C', ''), [word]);
  return { spellings: (letters) => found.get(letters) ?? [] };
}
