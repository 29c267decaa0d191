import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { subsetVazirmatn } from '../../scripts/font/subset.ts';
import { missingCharacters } from '../../src/core/content/font-characters.ts';
import { openDist, pagesOf } from '../support/dist.ts';
import { articleFile, createMiniSite } from '../support/mini-site.ts';
import { sample } from '../support/sample.ts';

describe('the font', () => {
  it('holds every character of the pages that is not knowingly left to the system', () => {
    const pages = pagesOf(openDist(inject('sampleSite')));
    expect(pages.length).toBeGreaterThan(100);
    expect(missingCharacters(pages.map(({ html }) => html).join('\n'))).toBe('');
  });

  it('is what the script makes of the package, byte for byte', async () => {
    const published = readFileSync(join(sample.publicFolder, 'fonts/vazirmatn.woff2'));
    expect(published.equals(await subsetVazirmatn())).toBe(true);
  });
});

describe('a build', () => {
  it('warns in one line of characters that the font lacks, and goes on, each time', async () => {
    const site = await createMiniSite({
      'articles/hafez.md': articleFile({}, 'دیوان Ḥāfeẓ.'),
      'articles/plain.md': articleFile({ title: 'خبری دیگر' }),
    });
    for (const _ of ['at first', 'with nothing changed']) {
      const { code, stderr } = await site.build();
      expect(code).toBe(0);
      expect(stderr).toMatch(
        /^Warning: the font lacks ā \(U\+0101\), Ḥ \(U\+1E24\), ẓ \(U\+1E93\), .*hafez\.md\. .*\n$/,
      );
    }
    await site.write({ 'articles/hafez.md': articleFile({}, 'دیوان حافظ.') });
    expect((await site.build()).stderr).toBe('');
  });
});
