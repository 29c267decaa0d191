import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { config } from '../../fixtures/sample/config.ts';
import { parsingConfig } from '../../../src/core/config/site-config.ts';
import { parseFrontMatter } from '../../../src/core/content/front-matter.ts';
import { parseArticle } from '../../../src/core/content/parse-article.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { type Problem, wordProblem } from '../../../src/core/problems/problem.ts';
import { dateWording } from '../../../src/core/problems/dates.ts';
import { fieldWording } from '../../../src/core/problems/fields.ts';
import { frontMatterWording } from '../../../src/core/problems/front-matter.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050909);
const context = {
  config: { ...parsingConfig(config), sections: [{ slug: 'city', name: 'شهر' }], videoHosts: ['www.aparat.com'] },
  render: createMarkdownRenderer({ urls: createUrls('https://example.org') }),
  findImage: (src: string) =>
    /^(?:a|metro)\.jpg$/.test(src) ? { src: `/files/${src}`, width: 4, height: 3 } : undefined,
  findFile: (src: string) => (src === 'metro.mp4' ? { src: '/files/metro.mp4', bytes: 9 } : undefined),
};
const sound = 'title: خبر شهر\ndate: 1404/07/24\ntags: [شهر]\nsource: روزنگار';

/** Make a valid article with some lines of its front matter replaced or added. */
function yaml(...changes: string[]): string {
  const names = new Set(changes.map((line) => /^[\s\u200F]*(\w+)/.exec(line)?.[1]));
  const kept = sound.split('\n').filter((line) => !names.has(line.split(':')[0]));
  return `---\n${[...kept.slice(0, 1), ...changes, ...kept.slice(1)].join('\n')}\n---\n\nمتن خبر.\n`;
}

function toml(...lines: string[]): string {
  return `+++\ntitle = "خبر شهر"\ndate = 2025-10-16\nsource = "روزنگار"\n${lines.join('\n')}\n+++\n\nمتن خبر.\n`;
}

function json(...lines: string[]): string {
  return `{\n"title": "خبر شهر",\n"date": "1404/07/24",\n"source": "روزنگار",\n${lines.join('\n')}\n}\n\nمتن خبر.\n`;
}

const manyTags = Array.from({ length: 101 }, (_, index) => `برچسب${index}`).join(', ');
const wrong: readonly (readonly [id: string, text: string])[] = [
  ['front-matter-missing', 'متن خبر.\n'],
  ['front-matter-missing', 'خلاصه: خبری نیست.\n\nمتن خبر.\n'],
  ['fence-absent', 'title: خبر\n\nمتن خبر.\n'],
  ['fence-absent', `${sound}\n\nمتن خبر.\n`],
  ['fence-absent', `${sound}\n---\n\nمتن خبر.\n`],
  ['fence-absent', 'عنوان: خبر\nتاریخ: ۱۴۰۴/۰۷/۲۴\nبرچسب‌ها: []\nمنبع: ایرنا\nمتن خبر.\n'],
  ['fence-absent', 'title = "خبر"\ndate = 2025-10-16\ntags = []\nsource = "ایرنا"\n\nمتن خبر.\n'],
  ['fence-absent', '"title": "خبر",\n"date": "1404/07/24",\n"tags": [],\n"source": "ایرنا"\n\nمتن خبر.\n'],
  ...['—', '–––', '———', '-----', '--', '- - -', '***', '___', '===', '+++', '\\---', '"---"', '```yaml'].map(
    (sign) => ['fence-form', `${sign}\n${sound}\n${sign.replace('yaml', '')}\n\nمتن خبر.\n`] as const,
  ),
  ...['—', '----', ' ---', '***', '+++', '\u200F---', '```'].map(
    (sign) => ['fence-form', `---\n${sound}\n${sign}\n\nمتن خبر.\n\n---\n\nمتن.\n`] as const,
  ),
  ['fence-form', `+++\n${sound}\n---\n\nمتن خبر.\n`],
  ['fence-form', '---\ntitle = "خبر"\ndate = 2025-10-16\ntags = []\nsource = "ایرنا"\n---\n\nمتن خبر.\n'],
  ['fence-joined', `--- ${sound}\n---\n\nمتن خبر.\n`],
  ['fence-joined', `---${sound}\n---\n\nمتن خبر.\n`],
  ['front-matter-below', `# تیتر\n\n---\n${sound}\n---\n\nمتن خبر.\n`],
  ['front-matter-unclosed', `---\n${sound}\n\nمتن خبر.\n\n---\n\nمتن: دیگر.\n`],
  ['front-matter-unclosed', `---\n${sound}\n\n## میان‌تیتر: شهر\n\nنکته: متن.\n`],
  ['front-matter-late', `\n\n${yaml()}`],
  ['front-matter-late', `\u200F${yaml()}`],
  ['front-matter-late', ` \u200B\n${toml('tags = []')}`],
  ['front-matter-unclosed', `---\n${sound}\n\nمتن خبر.\n`],
  ['front-matter-unclosed', '+++\ntitle = "خبر شهر"\ndate = 2025-10-16\ntags = []\nsource = "روزنگار"\n\nمتن خبر.\n'],
  [
    'front-matter-unclosed',
    '{\n"title": "خبر شهر",\n"date": "1404/07/24",\n"tags": [],\n"source": "روزنگار"\n\nمتن خبر.\n',
  ],
  ['front-matter-language', '---js\n{title: 1}\n---\n\nمتن خبر.\n'],
  ['front-matter-too-long', yaml(`lead: ${'متن '.repeat(6000)}`)],
  ['colon-space', yaml('title:خبر شهر')],
  ['colon-space', yaml('title:\u00A0خبر شهر')],
  ['colon-space', yaml('title:\u200Fخبر شهر')],
  ['colon-space', yaml('source:ایرنا')],
  ['colon-space', yaml('title：خبر شهر')],
  ['field-indented', yaml('title: خبر شهر', '  date: 1404/07/24')],
  ['field-indented', `---\n title: خبر شهر\ndate: 1404/07/24\ntags: []\nsource: ایرنا\n---\n\nمتن.\n`],
  ['field-indented', yaml('\tkicker: روتیتر')],
  ['quotes-inside', yaml('title: "شهردار گفت: "می‌سازیم" و رفت"')],
  ['quotes-inside', yaml("title: 'it's here'")],
  ['quotes-inside', yaml('title: "می‌سازیم" شعار شهردار')],
  ['quotes-inside', yaml(`title: "او گفت "it's" و رفت"`)],
  ['quote-unclosed', yaml('title: "خبر شهر')],
  ['quote-unclosed', yaml("title: 'خبر شهر")],
  ['quote-unclosed', yaml('title: "خبر شهر', 'date: "1404/07/24"')],
  ['colon-unquoted', yaml('title: تهران: شهر ما')],
  ['colon-unquoted', yaml('lead: او گفت: «شهر» و "ما"')],
  ['colon-unquoted', yaml('tags:', '- شهر: ما: او')],
  ['yaml-line', yaml('title: @شهر')],
  ['yaml-line', yaml('title: %۵۰ تخفیف')],
  ['yaml-line', yaml('title: `شهر`')],
  ['yaml-line', yaml('title: *شهر* ما')],
  ['yaml-line', yaml('title: &شهر')],
  ['yaml-line', yaml('title: [ویدئو] شهر ما')],
  ['yaml-line', yaml('title: {شهر} ما')],
  ['yaml-line', yaml('title: "خبر \\شهر"')],
  ['yaml-line', yaml('title = خبر شهر')],
  ['yaml-line', yaml('title: "خبر شهر",')],
  ['yaml-line', yaml('tags: [شهر, کتاب')],
  ['yaml-line', yaml('tags: [شهر, کتاب]]')],
  ['yaml-line', yaml('image: {src: a.jpg, alt: شهر')],
  ['yaml-line', yaml('title: > خبر شهر')],
  ['yaml-invalid', `---\n${'['.repeat(9000)}\n---\n\nمتن.\n`],
  ['line-unindented', yaml('lead: جملهٔ نخست که بلند است', 'و جملهٔ دوم')],
  ['hash-cut', yaml('title: زلزله در تبریز #فوری')],
  ['hash-cut', yaml('lead: جمله‌ای دربارهٔ #ایران و شهر')],
  ['hash-cut', yaml('tags: #تهران #مترو')],
  ['hash-cut', yaml('tags: [#تهران, #مترو]')],
  ['hash-cut', yaml('tags: [تهران, #مترو]')],
  ['hash-cut', yaml('tags:', '  - شهر', '  - #مترو')],
  ['hash-cut', yaml('title: "زلزله" #فوری')],
  ['hash-cut', yaml('draft: true #بعدا')],
  ['comma-persian', yaml('image: {src: a.jpg، alt: شهر}')],
  ['comma-persian', yaml('source: {name: ایرنا، url: https://irna.ir}')],
  ['comma-persian', yaml('tags: ["شهر"، "کتاب"]')],
  ['list-comma', yaml('tags: [ایران، تهران، «نفت و گاز»]')],
  ['list-comma', yaml('authors: [مینا ساحلی، رضا کاوه]')],
  ['list-comma', yaml('tags:', '  - ایران، تهران')],
  ['quotes-curly', yaml('title: “خبر شهر”')],
  ['quotes-curly', yaml('tags: [“شهر”, کتاب]')],
  ['quotes-curly', yaml('lead: ‘خبر شهر’')],
  ['yaml-line', yaml('عنوان؛ خبر شهر').replace('title: خبر شهر\n', '')],
  ['yaml-line', yaml('تاریخ، ۱۴۰۴/۰۷/۲۴').replace('date: 1404/07/24\n', '')],
  ['text-encoded-twice', yaml('title: نفت &amp;amp; گاز')],
  ['text-encoded-twice', yaml('tags: ["نفت &amp;amp; گاز: ما", شهر]')],
  ['yaml-line', yaml('title: &laquo;شهر&raquo; ما')],
  ['yaml-not-fields', '---\n- خبر\n---\n\nمتن خبر.\n'],
  ['yaml-not-fields', '---\nخبر\n---\n\nمتن خبر.\n'],
  ['yaml-aliases', '---\na: &a [*a]\n---\n\nمتن خبر.\n'],
  ['toml-line', toml('tags = [شهر]')],
  ['toml-invalid', toml('شهر', 'tags = []')],
  ['field-repeated', toml('kicker = "یک"', 'kicker = "دو"', 'tags = []')],
  ...[
    'kicker = شهر',
    'kicker: شهر',
    'kicker: "شهر"',
    'kicker = “شهر”',
    'kicker = "شهر',
    'kicker = "شهر "ما" و"',
    "kicker = 'it's'",
    'kicker "شهر"',
    'چکیده = "شهر"',
    'kicker = "شهر\\دریا"',
    'kicker = "شهر",',
    'kicker = "شهر" // ما',
    'picked = True',
    'picked = بله',
    'updated = 1404/07/25',
    'updated = 2026-10-17 12:00',
    'order = 01',
    'authors = ["مینا"، "رضا"]',
    'authors = ["مینا" "رضا"]',
    'authors = ["مینا"',
    'image = {src: "a.jpg", alt: "شهر"}',
    'image = {src = "a.jpg", alt = "شهر",}',
  ].map((line) => ['toml-line', toml(line, 'tags = []')] as const),
  ['json-invalid', json('// یادداشت', '"tags": []')],
  ['json-line', json('"kicker": "شهر"', '"tags": []')],
  ['json-line', json('"kicker": "شهر"،', '"tags": []')],
  ['json-line', json('"tags": [],')],
  ['json-line', '{\ntitle: "خبر",\n"date": "1404/07/24",\n"tags": [],\n"source": "ایرنا"\n}\n\nمتن.\n'],
  ...[
    '"kicker": شهر,',
    'kicker: "شهر",',
    "'kicker': 'شهر',",
    '"kicker": "شهر "ما" و",',
    '"kicker" "شهر",',
    '"kicker" = "شهر",',
    '"kicker": “شهر”,',
    '"kicker": "شهر\\دریا",',
    '"picked": True,',
    '"authors": ["مینا" "رضا"],',
    '"authors": ["مینا",],',
    '"order": 01,',
    '"image": {"src": "a.jpg" "alt": "شهر"},',
  ].map((line) => ['json-line', json(line, '"tags": []')] as const),
  ['field-repeated', yaml('kicker: یک', 'kicker: دو')],
  ['fields-conflict', yaml('lead: یک', 'چکیده: دو')],
  ['fields-conflict', yaml('عنوان: خبر دیگر')],
  ['fields-conflict', yaml('lead: یک', 'summary: دو')],
  ['fields-conflict', yaml('video: {title: فیلم, src: metro.mp4, url: https://www.aparat.com/v/a}')],
  ['field-missing', yaml('title:')],
  ['field-missing', '---\ntitle: خبر شهر\n---\n\nمتن خبر.\n'],
  ['field-missing', yaml('image: {alt: شهر}')],
  ['field-missing', yaml('video: {title: فیلم}')],
  ['field-type', yaml('tags: ایران، تهران')],
  ['field-type', yaml('tags: [{name: شهر, slug: city}, کتاب]')],
  ['field-type', yaml('authors: [{name: مینا}, {name: "الف, ب"}]')],
  ['field-type', yaml('title: [خبر]')],
  ['field-type', yaml('source: [روزنگار]')],
  ['field-type', yaml('picked: شاید')],
  ['field-type', yaml('corrections: نه')],
  ['field-type', yaml('image: [a.jpg]')],
  ['field-unknown', yaml('autors: [مینا]')],
  ['field-unknown', yaml('image: {src: a.jpg, alt: شهر, captoin: شهر}')],
  ['field-unknown', yaml('روتیتز: شهر')],
  ['field-unread', yaml('xyzzy: شهر')],
  ['list-too-long', yaml(`tags: [${manyTags}]`)],
  ['date-form', yaml('date: 24/7/1404')],
  ['date-form', yaml('date: 14040724')],
  ['date-form', yaml('date: [[24/7/1404]]')],
  ['date-ambiguous', yaml('date: 04/7/24 ساعت ۱۰')],
  ['date-ambiguous', yaml('date: 03/04/2025')],
  ['authors-joined', yaml('authors: [علی رضایی و رضا کاوه]')],
  ['authors-joined', yaml('authors: [مینا ساحلی, "علی رضایی، رضا کاوه"]')],
  ['field-type', yaml('authors: علی رضایی و رضا کاوه')],
  ['author-number', yaml('authors: [1]')],
  ['list-spaces', yaml('categories: eghtesad iran')],
  ['time-form', yaml('ساعت: صبح')],
  ['fields-conflict', yaml('date: 1404/07/24 10:30', 'time: 11:00')],
  ['date-impossible', yaml('date: 2025/14/03')],
  ['date-impossible', yaml('date: 31/02/2025')],
  ['date-impossible', yaml('date: 1404/07/24T24:00')],
  ['date-form', yaml('date: "انتشار: ۲۴ مهر ۱۴۰۴"')],
  ['date-form', yaml('updated: 18/12/2026')],
  ['date-impossible', yaml('date: 1404/12/30')],
  ['date-impossible', yaml('date: "1404/07/24 25:70"')],
  ['date-impossible', yaml('date: 1404/13/05')],
  ['date-rolls-over', yaml('date: 2025-02-30')],
  ['date-weekday', yaml('date: جمعه ۲۴ مهر ۱۴۰۴')],
  ['date-weekday', yaml('date: Mon, 18 Dec 2014 14:00:00 +0330')],
  ['updated-early', yaml('updated: 1404/07/20')],
  ['url-invalid', yaml('source: {name: ایرنا, url: irna.ir}')],
  ['section-unknown', yaml('section: سیاست')],
  ['choice', yaml('type: opinon')],
  ['choice', yaml('label: فوری فوری')],
  ['image-alt-missing', yaml('image: {src: a.jpg}')],
  ['image-alt-missing', yaml('image: a.jpg')],
  ['video-host-unknown', yaml('video: {title: فیلم, url: https://example.org/v}')],
];

describe('the advice of messages', () => {
  it.each(wrong)('is given for %s and works: %#', (id, text) => {
    const first = faultsOf(text).find((fault) => fault.id === id);
    expect(first, JSON.stringify(faultsOf(text))).toBeDefined();
    // Following one message may reveal the next; in the end none is left.
    let mended = text;
    for (let round = 0; round < 8; round += 1) {
      const [fault] = faultsOf(mended).toSorted((a, b) => Number(b.id === id) - Number(a.id === id));
      if (!fault) break;
      const followed = follow(mended, fault);
      expect(followed, `${fault.id}: ${wordProblem(fault, 'en').fix}`).not.toBe(mended);
      expect(faultsOf(followed)).not.toContainEqual(fault);
      mended = followed;
    }
    expect(faultsOf(mended)).toEqual([]);
  });

  it('is tested for every kind of problem with front matter', () => {
    // These need the clock or other files, and the last three need no action.
    const elsewhere = new Set(
      'date-future date-lunar date-past id-duplicate field-foreign field-unused text-foreign'.split(' '),
    );
    const tried = new Set(wrong.map(([id]) => id));
    const kinds = [
      ...Object.keys(fieldWording),
      ...Object.keys(dateWording),
      ...Object.keys(frontMatterWording),
    ].filter((id) => !elsewhere.has(id));
    expect(kinds.filter((id) => !tried.has(id))).toEqual([]);
  });

  it(`makes a text with signs of YAML readable as typed (SEED=${seed})`, () => {
    const sign = fc.constantFrom(...'!&*@%`:#[]{}|>?-,"\'\\=~،؛'.split(''), ': ', ' #', '! ', '- ', '!!', '[[', '"]');
    const part = fc.oneof(sign, fc.constantFrom('شهر', 'ما', ' ', 'a', '۵'));
    const texts = fc.array(part, { minLength: 1, maxLength: 7 }).map((parts) => parts.join('').trim());
    let mendedTexts = 0;
    fc.assert(
      fc.property(texts, (text) => {
        // A quotation mark at the start, comments, blocks and nulls are notation, not text; «[[…]]» is a link.
        if (/^$|^["']|(?:^|\s)#(?:[\s#=*~-]|$)|^[|>][-+\d]*$|^(?:~|!!?)$|\[\[/.test(text)) return;
        let file = yaml(`kicker: ${text}`);
        for (let round = 0; round < 6; round += 1) {
          const fault = faultsOf(file).find(({ id }) => id !== 'text-encoded-twice');
          if (!fault) break;
          mendedTexts += 1;
          file = follow(file, fault);
        }
        const read = parseFrontMatter(file);
        const kicker = 'frontMatter' in read ? read.frontMatter.data['kicker'] : read.problem.id;
        expect(String(kicker).replace(/\s+/g, ' '), file).toBe(text.replace(/\s+/g, ' '));
      }),
      { seed, numRuns: countRuns(120, 1200) },
    );
    expect(mendedTexts).toBeGreaterThan(countRuns(30, 300));
  });

  it('never repeats a constant date for one that can’t be read', () => {
    for (const [, text] of wrong)
      for (const fault of faultsOf(text))
        if (fault.id.startsWith('date-')) expect(wordProblem(fault, 'en').fix).not.toMatch(/10:30|2025-10-16/);
  });
});

function faultsOf(text: string): Problem[] {
  const { problems, warnings = [] } = parseArticle({ path: 'a.md', text }, context);
  return [...problems, ...warnings];
}

/** Follow a message literally. */
function follow(text: string, fault: Problem): string {
  const lines = text.split('\n');
  const { values, id } = fault;
  const at = fault.line - 1;
  const written = (value = '') => value.replaceAll('…', 'متن');
  const field = (fault.field ?? '').split('.')[0]!;
  if (id === 'quotes-curly' && !/^\w+: /.test(values['line']!)) {
    const start = fault.column - 1;
    const rest = lines[at]!.slice(start).replace(/^[“‘][^”’]*[”’]/, values['line']!);
    return lines.with(at, lines[at]!.slice(0, start) + rest).join('\n');
  }
  if (id === 'list-comma' || id === 'quotes-curly') return replaceField(text, field, values['line']!);
  if (values['line'] !== undefined) return lines.with(at, values['line']).join('\n');
  if (values['guess'] !== undefined) {
    return lines.with(at, lines[at]!.replace(/((?:date|updated): ?).*$/, `$1"${values['guess']}"`)).join('\n');
  }
  if (id === 'time-form') return lines.with(at, `${values['name']}: "09:05"`).join('\n');
  if (id === 'field-unknown') {
    const start = fault.field!.includes('.') ? lines[at]!.indexOf(fault.field!.split('.').at(-1)!) : fault.column - 1;
    return lines
      .with(at, lines[at]!.slice(0, start) + lines[at]!.slice(start).replace(/^[^:]+/, values['nearest']!))
      .join('\n');
  }
  switch (id) {
    case 'front-matter-missing':
      return `---\n${sound}\n---\n${text}`;
    case 'front-matter-late':
      return text.slice(text.indexOf(values['fence']!));
    case 'front-matter-unclosed':
      return lines.toSpliced(at + 1, 0, values['fence']!).join('\n');
    case 'fence-absent':
      return lines.toSpliced(at, 0, values['fence']!).join('\n');
    case 'fence-form':
      return lines.with(at, values['fence']!).join('\n');
    case 'fence-joined':
      return lines.toSpliced(at, 1, values['fence']!, values['rest']!).join('\n');
    case 'front-matter-below': {
      const end = lines.indexOf(values['fence']!, at + 1) + 1;
      return [...lines.slice(at, end), ...lines.slice(0, at), ...lines.slice(end)].join('\n');
    }
    case 'front-matter-language':
    case 'yaml-invalid':
    case 'yaml-aliases':
    case 'yaml-not-fields':
      return `---\ntitle: "تهران: شهر ما"\n---\n${text.slice(text.lastIndexOf('---') + 3)}`;
    case 'front-matter-too-long':
      return replaceField(text, 'lead', '').replace(/$/, text.slice(text.indexOf('lead: ') + 6, 60));
    case 'toml-invalid':
      return lines.with(at, `kicker = "${lines[at]!}"`).join('\n');
    case 'json-invalid':
      return lines.toSpliced(at, 1).join('\n');
    case 'field-unread':
    case 'field-repeated':
    case 'updated-early':
    case 'fields-conflict':
      return fault.field?.includes('.')
        ? lines.with(at, lines[at]!.replace(/, url: [^}]*/, '')).join('\n')
        : lines.toSpliced(at, 1).join('\n');
    case 'list-too-long':
      return replaceField(text, field, 'tags: [شهر]');
    case 'section-unknown':
      return replaceField(text, field, `section: ${values['sections']}`);
    case 'video-host-unknown':
      return text.replace(/https:\/\/example\.org/, `https://${values['hosts']}`);
    default:
      return replaceField(text, field, written(values['example']));
  }
}

/** Replace a field with all its lines, or add it. */
function replaceField(text: string, field: string, line: string): string {
  const pattern = new RegExp(`^${field}:.*\n(?:[ -].*\n)*`, 'm');
  const added = line === '' ? '' : `${line}\n`;
  const body = text.replace(/^---\n/, '');
  return `---\n${pattern.test(body) ? body.replace(pattern, added) : added + body}`;
}
