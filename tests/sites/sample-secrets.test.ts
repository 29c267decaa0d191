import { describe, expect, inject, it } from 'vitest';
import { normalizeText } from '../../src/core/text/persian.ts';
import { openDist, textsOf } from '../support/dist.ts';
import { readSampleContent } from '../support/sample-content.ts';

const texts = textsOf(openDist(inject('sampleSite')));
const sources = readSampleContent();
const hidden = sources.filter(({ isPublished }) => !isPublished);

describe('what is not to be published yet', () => {
  it('is in the content, so that this test says something', () => {
    expect(hidden.length).toBeGreaterThanOrEqual(2);
    expect(filesWith(canariesOf(sources.find(({ isPublished }) => isPublished)!)).length).toBeGreaterThan(3);
  });

  it.each(hidden.map((source) => [source.slug, source] as const))('is in no output: %s', (_, source) => {
    expect(filesWith(canariesOf(source))).toEqual([]);
  });
});

/** Texts that only this article holds: its title, its address, and a stretch of each paragraph. */
function canariesOf({ slug, title, body }: (typeof sources)[number]): string[] {
  const others = sources
    .filter((source) => source.slug !== slug)
    .map((source) => normalizeText(`${source.title}\n${source.body}`))
    .join('\n');
  const stretches = normalizeText(body).match(/[\p{Script=Arabic}\u200C ]{25,60}(?= )/gu) ?? [];
  return [
    normalizeText(title),
    `news/${slug}`,
    `news/${encodeURIComponent(slug)}`,
    ...stretches.map((text) => text.trim()),
  ].filter((text) => text.length > 8 && !others.includes(text));
}

function filesWith(canaries: readonly string[]): string[] {
  return texts.flatMap(({ file, text }) =>
    canaries.filter((canary) => text.includes(canary) || file.includes(canary)).map((canary) => `${file}: ${canary}`),
  );
}
