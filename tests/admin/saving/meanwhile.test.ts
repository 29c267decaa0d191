import { describe, expect, it } from 'vitest';
import { writtenMeanwhile } from '../../../src/admin/saving/meanwhile.ts';

const blob = (number: number): string => `blob:https://khabar.example/0000-${number}`;

describe('writtenMeanwhile', () => {
  it('finds what was changed, added and removed while an entry was saved', () => {
    const taken = { title: 'یک', lead: 'چکیده', 'tags.0': 'شب', 'tags.1': 'روز', tags: [] };
    const { written, removed } = writtenMeanwhile({
      taken,
      saved: { ...taken },
      current: { title: 'یک دو', lead: 'چکیده', 'tags.0': 'روز', tags: [], kicker: 'تازه' },
    });
    expect(written).toEqual({ title: 'یک دو', 'tags.0': 'روز', kicker: 'تازه' });
    expect(removed).toEqual(['tags.1']);
  });

  it('leaves alone what nobody wrote: the address of a saved entry, and what the saving itself changed', () => {
    const taken = { address: 'yek', written: '', title: 'یک', image: null };
    const saved = { ...taken, written: '"متن"', title: 'یک' };
    const { written, removed } = writtenMeanwhile({ taken, saved, current: { ...taken, address: 'yek-do' } });
    expect({ written, removed }).toEqual({ written: {}, removed: [] });
  });

  it('gives pictures that were saved their addresses, and leaves those that came later', () => {
    const body = `![پل](${blob(1)})\n\nمتن\n\n![شهر](${blob(2)})`;
    const { written, uploaded } = writtenMeanwhile({
      taken: { body, 'image.src': blob(3) },
      saved: { body: '![پل](pol.webp)\n\nمتن\n\n![شهر](shahr.webp)', 'image.src': 'cover.webp' },
      current: { body: `${body} بیشتر ![تازه](${blob(4)})`, 'image.src': blob(3) },
    });
    expect(written).toEqual({
      body: `![پل](pol.webp)\n\nمتن\n\n![شهر](shahr.webp) بیشتر ![تازه](${blob(4)})`,
    });
    expect([...uploaded]).toEqual([blob(1), blob(2), blob(3)]);
  });
});
