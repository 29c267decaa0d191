import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { proseOf } from '../../../src/core/markdown/prose.ts';
import { byteLength, maxSlugBytes, slugify } from '../../../src/core/text/slug.ts';
import { indexTerms } from '../../../src/core/site/terms.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { sharedData } from '../../support/folders.ts';

const data = join(sharedData, 'news-fa.jsonl.gz');

describe.runIf(existsSync(data))('the tags of real articles', () => {
  const spellings = existsSync(data) ? readTags() : [];
  const terms = indexTerms('tags', spellings, createUrls('https://example.org'));
  const bySlug = Map.groupBy(new Set(spellings), (spelling) => terms.find(spelling)!.slug);
  const marked = terms.links.filter(({ label, slug }) => slug !== slugify(label));

  it('have a slug each, of letters, digits and hyphens, that fits a file system', () => {
    expect(terms.links.length).toBeGreaterThan(2500);
    expect(bySlug.size).toBe(terms.links.length);
    expect(new Set(terms.links.map(({ url }) => url)).size).toBe(terms.links.length);
    for (const { slug } of terms.links) {
      expect(slug).toMatch(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u);
      expect(byteLength(slug)).toBeLessThanOrEqual(maxSlugBytes);
    }
  });

  it('share a slug only if they are spellings of one tag', () => {
    const merged = [...bySlug.values()].filter((group) => group.length > 1);
    expect(merged.length).toBeGreaterThan(10);
    expect(merged.filter((group) => new Set(group.map(bareLetters)).size > 1)).toEqual([]);
  });

  it('share a slug if they have the same letters and no symbols', () => {
    const plain = [...new Set(spellings)].filter((spelling) => /\p{L}/u.test(spelling) && !/[+#&%*@]/.test(spelling));
    const groups = Map.groupBy(plain, bareLetters);
    const split = [...groups.values()].filter((group) => new Set(group.map((tag) => terms.find(tag)!.slug)).size > 1);
    expect(split).toEqual([]);
  });

  it('are readable in the address bar: the slug has the words of the tag', () => {
    for (const { label, slug } of terms.links.filter((link) => !marked.includes(link)))
      expect(slug.split('-')).toEqual(wordsOf(label));
  });

  it('rarely need a hash', () => {
    expect(marked.length).toBeLessThan(terms.links.length / 200);
    expect(marked.filter(({ label }) => /^[\p{L}\p{N} \u200C]{1,40}$/u.test(label))).toEqual([]);
  });
});

/** Tags as written in articles, newest article first. */
function readTags(): string[] {
  const lines = gunzipSync(readFileSync(data)).toString('utf8').trim().split('\n');
  return lines
    .map((line): { tags?: string[] } => JSON.parse(line))
    .flatMap(({ tags }) => tags ?? [])
    .map((tag) => proseOf(tag).replace(/\s+/g, ' ').trim())
    .filter((tag) => tag !== '');
}

/** Letters and digits only, determined independently of the tested rules. */
function bareLetters(spelling: string): string {
  const letters = 'آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءئؤأإ0123456789abcdefghijklmnopqrstuvwxyz';
  const others: Record<string, string> = { ي: 'ی', ك: 'ک', ة: 'ه', ۀ: 'ه', ئ: 'ی', ؤ: 'و', أ: 'ا', إ: 'ا' };
  return [...spelling.toLowerCase()]
    .map((letter) => others[letter] ?? letter.replace(/[۰-۹]/, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit))))
    .filter((letter) => letters.includes(letter))
    .join('');
}

function wordsOf(label: string): string[] {
  const plain = label.replace(/[\u064B-\u0655]/g, '').replace(/[۰-۹]/g, (digit) => `${'۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)}`);
  return (
    plain
      .toLowerCase()
      .replace(/[ۀة]/g, 'ه')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
