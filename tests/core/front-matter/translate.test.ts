import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { persianNames, type FieldGroup } from '../../../src/core/front-matter/names.ts';
import { splitList } from '../../../src/core/front-matter/readings.ts';
import { translateFields } from '../../../src/core/front-matter/translate.ts';

const seed = Number(process.env['SEED'] ?? 14050909);
const translate = (data: Record<string, unknown>) => translateFields(data, (name) => name === 'economy');

describe('translateFields', () => {
  it('leaves our own names as they are', () => {
    const data = { title: 'خبر', image: { src: 'a.jpg' }, source: 'ایرنا' };
    expect(translate(data)).toMatchObject({ data, notes: [], conflicts: [] });
    expect(translate(data).data).toBe(data);
  });

  it.each([
    [{ description: 'یک' }, { lead: 'یک' }],
    [
      { summary: 'یک', subtitle: 'دو' },
      { lead: 'یک', kicker: 'دو' },
    ],
    [
      { subtitle: 'دو', description: 'یک' },
      { lead: 'یک', kicker: 'دو' },
    ],
    [
      { lead: 'یک', excerpt: 'دو' },
      { lead: 'یک', kicker: 'دو' },
    ],
    [{ lead: 'یک', excerpt: 'یک' }, { lead: 'یک' }],
    [{ cover: 'a.jpg' }, { image: { src: 'a.jpg' } }],
    [{ featuredImage: 'a.jpg' }, { image: { src: 'a.jpg' } }],
    [{ hero: { url: 'a.jpg', alt: 'شهر' } }, { image: { src: 'a.jpg', alt: 'شهر' } }],
    [{ image: 'a.jpg', thumbnail: 'b.jpg' }, { image: { src: 'a.jpg' } }],
    [{ category: 'economy' }, { section: 'economy', tags: [] }],
    [{ categories: ['economy', 'بازار'] }, { section: 'economy', tags: ['بازار'] }],
    [{ categories: 'بازار', tags: ['شهر'] }, { tags: ['شهر', 'بازار'] }],
    [{ author: 'مینا' }, { authors: ['مینا'] }],
    [{ author: [{ name: 'مینا', url: 'x' }, 'رضا'] }, { authors: ['مینا', 'رضا'] }],
    [{ lastmod: 'x' }, { updated: 'x' }],
    [{ last_modified_at: 'x' }, { updated: 'x' }],
    [{ redirect_from: '/old/' }, { aliases: ['/old/'] }],
    [{ permalink: '/2014/foo.html' }, { slug: 'foo', aliases: ['/2014/foo.html'] }],
    [{ url: 'https://old.example/a/b/' }, { slug: 'b', aliases: ['/a/b/'] }],
    [{ permalink: '/:year/:title/' }, {}],
    [{ permalink: '/news/foo/' }, { slug: 'foo' }],
    [{ published: 'false' }, { draft: 'true' }],
    [{ published: 'true' }, {}],
    [{ status: 'draft' }, { draft: 'true' }],
    [{ status: 'publish' }, {}],
    [{ visibility: 'paid' }, { draft: 'true' }],
    [{ keywords: 'شهر، کتاب' }, { tags: ['شهر', 'کتاب'] }],
    [{ layout: 'post', type: 'x', toc: 'true', weight: '1', uuid: 'y' }, {}],
    [
      { Title: 'خبر', DATE: 'x' },
      { title: 'خبر', date: 'x' },
    ],
    [{ '\u200Ftitle': 'خبر' }, { title: 'خبر' }],
    [
      { title: 'خبر', date: '1404/07/24', time: '10:30' },
      { title: 'خبر', date: '1404/07/24 10:30' },
    ],
    [{ publish_time: '10:30', created: '1404/07/24' }, { date: '1404/07/24 10:30' }],
    [{ time: '1404/07/24 10:30' }, { date: '1404/07/24 10:30' }],
    [
      { cover: 'a.jpg', cover_alt: 'شهر', image_caption: 'شرح' },
      { image: { src: 'a.jpg', alt: 'شهر', caption: 'شرح' } },
    ],
    [{ feature_image_alt: 'شهر' }, {}],
    [
      { tags: ['شهر'], taxonomies: { tags: ['کتاب'], categories: ['economy'] }, extra: { author: 'مینا', xyzzy: '1' } },
      { tags: ['شهر', 'کتاب'], section: 'economy', authors: ['مینا'] },
    ],
    [
      { title: 'خبر', params: { title: 'دیگر', source: 'ایرنا' } },
      { title: 'خبر', source: 'ایرنا' },
    ],
    [
      { cover: 'false', subtitle: 'false' },
      { image: '', lead: '' },
    ],
    [
      { image: 'none', video: 'false', lead: 'false' },
      { image: '', video: '', lead: '' },
    ],
    [{ image: 'false', cover: 'a.jpg' }, { image: { src: 'a.jpg' } }],
  ])('reads the names of other generators, each with a note: %j', (written, data) => {
    const named = translate(written);
    expect(named.data).toEqual(data);
    expect(named.conflicts).toEqual([]);
    for (const name of Object.keys(written)) {
      const isOwn = ['title', 'date', 'lead', 'tags'].includes(name);
      expect(named.notes.filter(({ path }) => path[0] === name).length).toBeGreaterThanOrEqual(isOwn ? 0 : 1);
    }
  });

  it('reads the field names that newsrooms use', () => {
    const written = { 'عنوان خبر': 'یک', 'منبع خبر': 'دو', سوتیتر: 'سه' };
    expect(translateFields(written).data).toEqual({ title: 'یک', source: 'دو', lead: 'سه' });
  });

  it('keeps unknown names, even __proto__', () => {
    const data = JSON.parse('{"xyzzy": "1", "__proto__": {"a": "b"}, "cover": "a.jpg"}') as Record<string, unknown>;
    expect(Object.keys(translate(data).data).toSorted()).toEqual(['__proto__', 'image', 'xyzzy']);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  it.each([
    [{ تاریخ: '1404/07/24', ساعت: '۱۰:۳۰' }, '1404/07/24 ۱۰:۳۰'],
    [{ ساعت: '۱۰', تاریخ: '1404/07/24' }, '1404/07/24 ساعت ۱۰'],
    [{ تاریخ: '1404/07/24', زمان: '10:30' }, '1404/07/24 10:30'],
    [{ تاریخ: '1404/07/24 10:30', ساعت: '10:30' }, '1404/07/24 10:30'],
    [{ زمان: '1404/07/24' }, '1404/07/24'],
  ])('joins a time written apart to the date: %j', (written, date) => {
    expect(translate(written)).toMatchObject({ data: { date }, notes: [], conflicts: [] });
  });

  it('reports what is no time of day, and a second time', () => {
    expect(translate({ date: '1404/07/24', ساعت: 'صبح' }).conflicts).toEqual([{ path: ['ساعت'], found: 'صبح' }]);
    expect(translate({ date: '1404/07/24 10:30', time: '11:00' }).conflicts).toEqual([
      { path: ['time'], other: 'date' },
    ]);
  });

  it.each([
    [{ title: 'یک', عنوان: 'دو' }, 'عنوان', 'title'],
    [{ برچسب: ['یک'], برچسب‌ها: ['دو'] }, 'برچسب‌ها', 'برچسب'],
    [{ image: { src: 'a' }, cover: 'b' }, 'cover', 'image'],
    [{ lead: 'یک', summary: 'دو' }, 'summary', 'lead'],
    [{ lead: 'یک', kicker: 'دو', excerpt: 'سه' }, 'excerpt', 'lead'],
  ])('reports two names for one field: %j', (written, name, other) => {
    expect(translate(written).conflicts).toEqual([{ path: [name], other }]);
  });

  it(`reads Persian names in every spelling (SEED=${seed})`, () => {
    const names = (Object.keys(persianNames) as FieldGroup[]).flatMap((group) =>
      Object.entries(persianNames[group]).flatMap(([field, list]) => list.map((name) => ({ group, field, name }))),
    );
    const spell = fc.constantFrom(
      (name: string) => name,
      (name: string) => name.replaceAll('\u200C', ' '),
      (name: string) => name.replaceAll('\u200C', ''),
      (name: string) => name.replaceAll('ی', 'ي').replaceAll('ک', 'ك'),
      (name: string) => `\u200F${name}`,
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), spell, ({ group, field, name }, change) => {
        const written = { [change(name)]: field === 'type' ? 'opinion' : 'x' };
        const { data, notes } = translate(
          group === 'file' ? written : { [group]: group === 'corrections' ? [written] : written },
        );
        const own = group === 'file' ? data : ([data[group]].flat()[0] as Record<string, unknown>);
        expect(Object.keys(own)).toEqual([field]);
        if (field !== 'image') expect(notes).toEqual([]);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('finds where each value is written', () => {
    const { originOf } = translate({
      categories: ['economy', 'بازار'],
      keywords: ['شهر'],
      cover: 'a.jpg',
      منبع: { نام: 'x' },
    });
    expect(originOf(['tags', 0])).toEqual(['categories', 1]);
    expect(originOf(['tags', 1])).toEqual(['keywords', 0]);
    expect(originOf(['section'])).toEqual(['categories', 0]);
    expect(originOf(['image', 'src'])).toEqual(['cover']);
    expect(originOf(['source', 'name'])).toEqual(['منبع', 'نام']);
  });
});

describe('splitList', () => {
  it('splits at commas of any script, but not within guillemets', () => {
    expect(splitList('ایران، «نفت، گاز»؛ b, c')).toEqual(['ایران', 'نفت، گاز', 'b', 'c']);
  });
});
