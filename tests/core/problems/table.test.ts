import { expect, it } from 'vitest';
import { addressWording } from '../../../src/core/problems/addresses.ts';
import { audioWording } from '../../../src/core/problems/audio.ts';
import { commentWording } from '../../../src/core/problems/comments.ts';
import { dateWording } from '../../../src/core/problems/dates.ts';
import { fieldWording } from '../../../src/core/problems/fields.ts';
import { fileWording } from '../../../src/core/problems/files.ts';
import { frontMatterWording } from '../../../src/core/problems/front-matter.ts';
import { frontWording } from '../../../src/core/problems/front.ts';
import { imageWording } from '../../../src/core/problems/images.ts';
import { liveWording } from '../../../src/core/problems/live.ts';
import { notationWording } from '../../../src/core/problems/notation.ts';
import { orderWording } from '../../../src/core/problems/order.ts';
import { orthographyWording } from '../../../src/core/problems/orthography.ts';
import { siteWording } from '../../../src/core/problems/site.ts';
import { slipWording } from '../../../src/core/problems/slips.ts';
import { problemTable, valueKinds } from '../../../src/core/problems/table.ts';

it('the table contains every problem of its files exactly once', () => {
  const wordings = [
    addressWording,
    audioWording,
    commentWording,
    dateWording,
    fieldWording,
    fileWording,
    frontMatterWording,
    frontWording,
    imageWording,
    liveWording,
    notationWording,
    orderWording,
    orthographyWording,
    siteWording,
    slipWording,
  ];
  const ids = wordings.flatMap((wording) => Object.keys(wording));
  expect(Object.keys(problemTable).toSorted()).toEqual(ids.toSorted());
});

it('the words that fill messages are there in both languages', () => {
  for (const [name, words] of Object.entries(valueKinds)) {
    expect(words.en, name).not.toBe('');
    expect(words.fa, name).toMatch(/[آ-یa-z]/);
  }
});
