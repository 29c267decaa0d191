import { describe, expect, it } from 'vitest';
import { nested } from '../../src/admin/nested.ts';

describe('nested', () => {
  it('builds groups and lists, whatever the order of their parts', () => {
    const flat = { 'image.alt': 'شهر', title: 'یک', image: {}, 'tags.0': 'شب', 'tags.1': 'روز', tags: [] };
    expect(nested(flat)).toEqual({ image: { alt: 'شهر' }, title: 'یک', tags: ['شب', 'روز'] });
    expect(nested({ corrections: [], 'corrections.0.date': '1405/08/01', 'corrections.0.text': 'متن' })).toEqual({
      corrections: [{ date: '1405/08/01', text: 'متن' }],
    });
  });

  it('takes the parts of a group that is absent beside them', () => {
    expect(nested({ image: null, 'image.src': 'a.jpg' })).toEqual({ image: { src: 'a.jpg' } });
    expect(nested({ video: null, related: [] })).toEqual({ video: null, related: [] });
  });

  it('leaves out the marks of items that were ordered', () => {
    expect(nested({ 'blocks.0.kind': 'latest', 'blocks.0.__sc_item_id': 'a-1' })).toEqual({
      blocks: [{ kind: 'latest' }],
    });
  });

  it('leaves the flat values as they are', () => {
    const flat = { image: {}, 'image.src': 'a.jpg', tags: ['شب'] };
    const built = nested(flat);
    expect(flat.image).toEqual({});
    expect(built['tags']).not.toBe(flat.tags);
  });
});
