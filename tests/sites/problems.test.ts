import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withSlashes } from '../../src/engine/base/paths.ts';
import { config } from '../fixtures/sample/config.ts';
import { loadContent } from '../../src/engine/content/load-content.ts';
import { problemTable } from '../../src/core/problems/table.ts';
import { buildSite } from '../../src/core/site/build-site.ts';
import { modelInput } from '../../src/engine/model/build-model.ts';
import { findUntimedDays } from '../../src/core/content/check-dates.ts';
import { problemsOf } from '../support/content-problems.ts';
import { fixedNow } from '../support/command.ts';
import { sample } from '../support/sample.ts';
import { drawPng } from '../support/picture.ts';
import { proofreadContent } from '../../src/engine/proofread/proofread.ts';
import { formatProblem, type MessageLanguage, type Problem, sortProblems } from '../../src/core/problems/problem.ts';

const fields = { title: 'خبر شهر', date: '1404/07/24', tags: '[شهر]', source: 'روزنگار' };

/** An article with some fields replaced, added or (when `undefined`) left out. */
function article(change: Record<string, string | undefined> = {}, body = 'متن خبر.'): string {
  const lines = Object.entries({ ...fields, ...change }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}:${value.startsWith('\n') ? '' : ' '}${value}`],
  );
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

/** A picture that says it is much larger than it is. */
const vast = drawPng(2, 2, [0, 0, 0]);
vast.writeUInt32BE(20_000, 16);
vast.writeUInt32BE(10_000, 20);
const bomb = `a: &a [x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c]`;
const files: Record<string, string | Buffer> = {
  'articles/no-front-matter.md': 'تنها متن.\n',
  'articles/unclosed.md': '---\ntitle: خبر\n\nمتن خبر.\n',
  'articles/fence-1.md': 'title: خبر\ndate: 1404/07/24\n\nمتن خبر.\n',
  'articles/fence-2.md': '—\ntitle: خبر\n—\n\nمتن خبر.\n',
  'articles/fence-3.md': '--- title: خبر\n---\n\nمتن خبر.\n',
  'articles/fence-4.md': '# تیتر\n\n---\ntitle: خبر\n---\n\nمتن خبر.\n',
  'articles/code.md': '---js\n{ title: process.exit(9) }\n---\n\nمتن خبر.\n',
  'articles/bad-yaml.md': '---\ntitle: "تهران\ndate: 1404/07/24\n---\n\nمتن خبر.\n',
  'articles/colon.md': article({ title: 'شهردار: «شهر» "ما"' }),
  'articles/list-open.md': article({ tags: '[شهر, کتاب' }),
  'articles/twice.md': article({ title: 'خبر\ntitle: خبر' }),
  'articles/bomb.md': `---\n${bomb}\n---\n\nمتن خبر.\n`,
  'articles/list.md': '---\n- خبر\n---\n\nمتن خبر.\n',
  'articles/missing.md': article({ title: undefined, source: '' }),
  'articles/unknown.md': article({
    tag: 'شهر',
    autors: '[نگار]',
    image: '{src: /images/city.svg, alt: شهر, captoin: شهر}',
  }),
  'articles/types.md': article({
    tags: 'ایران',
    title: '[خبر]',
    picked: 'شاید',
    source: '[روزنگار]',
    corrections: 'نه',
  }),
  'articles/dates.md': article({
    date: '"1404/12/30"',
    updated: 'دیروز',
    corrections: '[{date: 2025-02-30, text: درست شد}]',
  }),
  'articles/tags.md': article({
    tags: `[${Array.from({ length: 101 }, (_, index) => `برچسب${index}`).join('، ')}]`.replaceAll('،', ','),
  }),
  'articles/alt.md': article({ image: '{src: /images/city.svg}', draft: 'شاید' }),
  'articles/late.md': `\n${article()}`,
  'articles/deep.md': `---\na: ${'['.repeat(9000)}\n---\n\nمتن خبر.\n`,
  'articles/toml.md': '+++\ntitle = خبر\n+++\n\nمتن خبر.\n',
  'articles/toml-2.md': '+++\nتیتر خبر\n+++\n\nمتن خبر.\n',
  'articles/json-2.md': '{\n// یادداشت\n"title": "خبر"\n}\n\nمتن خبر.\n',
  'articles/json.md': '{\n"title": "خبر"\n"date": "1404/07/24"\n}\n\nمتن خبر.\n',
  'articles/sign.md': article({ title: '@شهر' }),
  'articles/hash.md': article({ title: 'زلزله در تبریز #فوری', tags: '#تهران #مترو' }),
  'articles/no-space.md': article().replace('title: ', 'title:'),
  'articles/persian-comma.md': article({ image: '{src: a.jpg، alt: شهر}' }),
  'articles/persian-list.md': article({ tags: '[ایران، تهران، «نفت و گاز»]', kicker: '“شهر”' }),
  'articles/inner-quotes.md': article({ title: '"شهردار گفت: "می‌سازیم" و رفت"' }),
  'articles/indented.md': article().replace('date:', '  date:'),
  'articles/continued.md': article({ lead: 'جملهٔ نخست\nو جملهٔ دوم' }),
  'articles/foreign.md': article({ layout: 'post', description: 'چکیدهٔ خبر', xyzzy: 'یک' }),
  'articles/encoded.md': article({
    date: '1404/07/24 08:00',
    title: 'نفت &amp; گاز',
    kicker: 'شهر &amp;amp; ما',
    source: '[[ایرنا]]',
  }),
  'articles/when.md': article({ date: 'جمعه ۲۴ مهر ۱۴۰۴', updated: '1404/07/20' }),
  'articles/when-2.md': article({ date: '24/7/1404 10.30' }),
  'articles/when-3.md': article({ date: '03/04/2025' }),
  'articles/when-4.md': article({ date: '1404/07/24', ساعت: 'صبح' }),
  'articles/slip-1.md': article({ date: '1440/07/20' }),
  'articles/slip-2.md': article({ date: '1447/04/20' }),
  'articles/slip-3.md': article({ date: '1305/07/20' }),
  'articles/id-1.md': article({ id: 'شهر ۱' }),
  'articles/id-2.md': article({ id: 'شهر ۱' }),
  'articles/Case.PNG': drawPng(2, 2, [0, 0, 0]),
  'articles/case.md': article({ image: '{src: case.png, alt: شهر}' }),
  'articles/rolls-over.md': article({ date: '2025-02-30' }),
  'articles/conflict.md': article({ lead: 'چکیده', summary: 'چکیدهٔ دیگر', video: '{title: ویدئو}' }),
  'articles/addresses.md': article({
    source: '{name: روزنگار, url: "javascript:alert(1)"}',
    video: '{title: ویدئو, url: https://example.org/v}',
    aliases: '[old, /../../etc/passwd]',
  }),
  'articles/section.md': article({ section: 'سیاست' }),
  'articles/empty.md': article({}, ''),
  'articles/files.md': article(
    { image: '{src: none.jpg, alt: شهر}', video: '{src: none.mp4, poster: ../../etc/passwd, title: ویدئو}' },
    'متن.\n\n![شهر](https://pictures.example/a.png)\n\n![شهر](nowhere.png) ![شهر](data:image/png;base64,AAAA) [گزارش](report.pdf)\n\n[پیوند](/news/nowhere/)',
  ),
  'articles/remote.md': article({ image: '{src: "//pictures.example/a.png", alt: شهر}' }),
  'articles/remote-2.md': article({ image: '{src: "https://pictures.example/a.png", alt: شهر}' }),
  'articles/links.md': article({ related: '[missing-article]' }, 'متن.\n\n[پیوند](/news/unknwon/) و [پیوند](draft.md)'),
  'articles/draft.md': article({ draft: 'true' }, ''),
  'articles/evil.html': '<script>alert(1)</script><svg width="1" height="1">',
  'articles/evil.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
  'articles/evil.md': article({ image: '{src: evil.html, alt: شهر}' }, 'متن.\n\n![شهر](evil.svg)'),
  'articles/heavy.jpg': Buffer.alloc(config.limits.imageBytes + 1),
  'articles/vast.png': vast,
  'articles/broken.png': drawPng(200, 100, [9, 90, 200]).subarray(0, 60),
  'articles/phone.jpg': Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
  'articles/pictures.md': article(
    { image: '{src: heavy.jpg, alt: شهر}', video: '{src: none.mp4, poster: vast.png, title: ویدئو}' },
    'متن.\n\n![شهر](phone.jpg)\n\n![شهر](broken.png)',
  ),
  'articles/captions.vtt': '1\n00:00:00,000 --> 00:00:02,000\nپل\n',
  'articles/captions.md': article({ video: '{src: none.mp4, title: ویدئو, captions: captions.vtt}' }),
  'articles/captions-2.md': article({
    video: '{url: https://www.aparat.com/v/rzn3f7q, title: ویدئو, captions: none.vtt}',
  }),
  'articles/captions-3.md': article({ video: '{src: none.mp4, title: ویدئو, captions: none.vtt}' }),
  'articles/order.md': article({ order: 'دوم' }),
  'articles/far.md': article({ date: '3900-01-01' }),
  'articles/invisible.md': article({ title: '"\\u200F"', kicker: '…' }),
  'articles/anchor.md': article({ tags: '[*nothing]' }),
  'articles/alias-3.md': article({ aliases: '[/100%25, "/%252e%252e/x"]' }),
  'articles/alias-4.md': article({ aliases: '[/favicon.svg, /old.html, /old.html/more]' }),
  'articles/one/same.md': article(),
  'articles/two/SAME.md': article(),
  'articles/؟!.md': article(),
  'articles/con.md': article(),
  'articles/long.md': article({ lead: 'متن '.repeat(6000) }),
  [`articles/${'\uFEFB'.repeat(70)}.md`]: article(),
  'articles/alias-5.md': article({ aliases: '["/\\ud800", /aux.html]' }),
  'articles/alias-6.md': article({
    aliases: '[/rss.xml/x, /favicon.svg/x, /tags/شهر/rss.xml/x, /images/x, /.changes.json, /_headers, /_redirects]',
  }),
  'articles/alias-7.md': article({ aliases: '[عنوان دیگر, old/page.html]' }),
  'articles/alias-1.md': article({ aliases: '[/old/, /tags/, /news/alias-2/]' }),
  'articles/alias-2.md': article({ aliases: '[/old]' }),
  'articles/alias-8.md': article({ aliases: '["/?p=1", "/?p", "/index.php?newsid=5&amp;print#x", "/about/?id=5"]' }),
  'redirects.txt': [
    '# نشانی‌های قدیمی',
    '/feed/ /rss.xml',
    '/only-one/',
    'https://old.example/category/shahr /sections/city/',
    '/a/ https://other.example/',
    '/b/ /latest/?page=2',
    '/c/ /d/',
    '/d/ /c/',
    '/?P=1 /latest/',
    '/tags/ /latest/',
    '/e/ /lastest/',
  ].join('\n'),
  'articles/live.md': article(
    { live: '{from: "1404/07/24 12:00", to: "1404/07/24 10:00"}' },
    '## 14:30 یک\n\nمتن.\n\n## 14:10 دو\n\nمتن.\n\n## 25:10 سه\n\nمتن.\n\n## 15:00',
  ),
  'articles/empty.mp3': '',
  'articles/words.mp3': 'این صدا نیست.',
  'articles/ogg.mp3': 'OggS و چیزهای دیگر',
  'articles/audio.md': article({ audio: '{src: empty.mp3, duration: دراز, transcript: metn.doc}' }),
  'articles/audio-2.md': article({ audio: 'words.mp3' }),
  'articles/audio-3.md': article({ audio: 'ogg.mp3' }),
  'articles/large.mp3': Buffer.from('ID3\u0004\0\0\0\0\0\0\0', 'latin1'),
  'articles/audio-5.md': article({ audio: 'large.mp3' }),
  'articles/audio-4.md': article({ audio: 'nowhere.mp3' }),
  'articles/live-2.md': article({ live: 'شاید' }, '## 14:30 یک\n\nمتن.'),
  'popular.json': '["own"]',
  'front.yml': [
    'lead: {slug: own-article, until: 1405/13/01}',
    'top: [own, hidden]',
    'blocks:',
    '  - {latest: true, layout: thre}',
    '  - {picks: true, count: صد}',
    '  - {title: هیچ}',
    '  - tag: شهرر',
    '  - section: سیاست',
  ].join('\n'),
  'editions/shanbeh.yml': 'articles: [own]',
  'editions/1404-07-24.yml': 'articles: [gone-article]',
  'articles/types-2.md': article({ type: 'opinon', label: 'فوری فوری' }),
  'articles/latin1.md': Buffer.concat([Buffer.from(article()), Buffer.from([0xe9, 0x20])]),
  'articles/nul.md': `${article()}\0`,
  'articles/large.md': article({}, 'متن '.repeat(config.limits.fileBytes / 4)),
  'articles/orthography.md': article(
    { title: 'شهر تازه شد.', tags: '[كتاب]' },
    [
      'سل\u00ADام و حملونقل و همکاری ها و ميشود و "شهر" و تهران, ایران و پل ، راه و 12 شهر و 1,234 نفر و 12.500 تومان و «شهر و از از آن.',
      '<ul><li>نان</li><li>پنیر</li></ul>',
      'متن <!-- check-disable-line digit -->',
    ].join('\n\n'),
  ),
  'articles/lost.md': article(
    {},
    ['متن <a href="https://example.org/a">باز', '[متن](javascript:alert)', 'فرمول $\\frac{a}{$ و متن.'].join('\n\n'),
  ),
  'articles/left-out.md': article(
    {},
    [
      'متن[^5].',
      '[منبع]: ایرنا',
      '| شهر | کتاب |\n|---|---|\n| یک | دو | سه |',
      '<h2>میان‌تیتر</h2>\n**درشت**',
      '<!-- ناتمام',
    ].join('\n\n'),
  ),
  'articles/slips.md': article(
    {},
    [
      '##عنوان',
      'این بند با نقطه پایان می‌یابد.\n---',
      '-نان\n-پنیر',
      '[منبع] (https://example.org/a)',
      '> [!NOTE]\n> یادداشت.',
      '** مهم **',
      'متن **باز',
      '#######',
      'فرمول \\(x^2\\) و [متن][].',
      '| شهر | کتاب |\n| یک | دو |',
      '```sh\nnpm run build',
    ].join('\n\n'),
  ),
  'articles/notation.md': article(
    {},
    'متن {{< figure src="city.svg" title="شهر" >}} و [gallery ids="1,2"]\n\n:::note\nمتن\n:::',
  ),
  'articles/copied.md': article({ title: 'خبر رونوشت' }, 'متن رونوشت.'),
  'articles/copied (2).md': article({ title: 'خبر رونوشت' }, 'متن رونوشت.'),
  'articles/embeds.md': article(
    {},
    [
      'متن <iframe src="https://www.aparat.com/video/video/embed/videohash/rzn3f7q/vt/frame"></iframe> متن.',
      '> <div id="1">\n>   <script src="https://www.aparat.com/embed/abc12?data[rnddiv]=1"></script>\n> </div>',
      '<blockquote class="twitter-tweet"><a href="https://x.com/shahr/status/1">نوشته</a></blockquote>\n<script async src="https://platform.twitter.com/widgets.js"></script>',
      '<audio controls src="/media/goftogu.mp3">پخش نمی‌شود</audio> و <img src="شهر (۱).jpg" alt="شهر"> و <form><input name=q></form>',
      '`<iframe src="https://example.org/">` <!-- <embed src="a.swf"> --> <div>متن</div>',
    ].join('\n\n'),
  ),
  'articles/embeds-2.md': article(
    { video: '{url: https://www.aparat.com/v/rzn3f7q, title: فیلم}' },
    'متن <iframe src="//www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=90"></iframe>',
  ),
  'articles/embeds-3.md': article({}, '<video controls><source src="film ۱.mp4"><p>پخش نمی‌شود</p></video>'),
  'pages/embeds.md': '---\ntitle: نقشه\n---\n\n<iframe src="https://www.aparat.com/embed/abc12"></iframe>\n',
  'authors/embeds.md': '---\nname: نگار آذر\n---\n\nمتن.\n\n<object data="https://example.org/a.swf"></object>\n',
  'articles/own.md': article(
    { source: '{name: روزنگار, url: https://rooznegar.example/abc/}', tags: '[شهر, دریا]' },
    [
      '[متن](/sections/nope/) و [متن](/sections/cultur/) و [متن](/tags/نهان/) و [متن](#nist) و [متن](sections.md#nist)',
      '[متن](/media/a.mp3) و ![عکس](https://rooznegar.example/abc.jpg) و [متن](/tags/شهر/) و [متن](/latest)',
    ].join('\n\n'),
  ),
  'articles/sections.md': article({}, 'متن.\n\n## بخش یک'),
  'articles/hidden.md': article({ tags: '[نهان]', draft: 'true' }),
  ...Object.fromEntries(
    Array.from({ length: 24 }, (_, index) => [
      `articles/day-${index}.md`,
      article({ date: `1403/02/${10 + (index % 12)}` }),
    ]),
  ),
  'articles/khabar.md.txt': article(),
  'articles/khabar.docx': 'PK',
  'khabar.md': article(),
  'comments/own.jsonl': [
    '{"id":"k3v9m2xq7a","at":"2026-11-20T18:03:00+03:30","text":"متن","re":"k3v9m2xq7b"}',
    '{"id":"k3v9m2xq7a","at":"2026-11-20T18:03:00+03:30","text":"متن"}',
    '{"id":"K3","at":"دیروز","name":7,"text":"","mail":"a@example.org"}',
    '{"id":"k3v9m2xq7c","at":"2026-11-20T18:03:00+03:30","text":"متن","removed":true}',
    'نظر',
  ].join('\n'),
  'comments/large.jsonl': '\n'.repeat(10_001),
  'comments/nowhere.jsonl': '{"id":"k3v9m2xq7a","at":"2026-11-20T18:03:00+03:30","text":"متن"}\n',
  'pages/tags.md': '---\ntitle: برچسب‌ها\n---\n\nمتن.\n',
  'pages/about.md': '---\ntitle: درباره ما\n---\n\n[خبر](/news/missing-from-page/)\n',
  'authors/leila.md':
    '---\nname: لیلا پورسپهر\njob: دبیر\nimage: {src: none.png, alt: لیلا, captoin: لیلا}\n---\n\nمتن.\n',
  'authors/mina.md': '---\nname: مینا ساحلی\n---\n\nمتن.\n',
  'authors/mina-2.md': '---\nname: مينا ساحلي\n---\n\n[خبر](/news/nowhere-at-all/)\n',
  'articles/authors-2.md': article({ authors: '[علی رضایی و رضا کاوه]' }),
  'articles/authors-3.md': article({ post_author: '1' }),
  'articles/categories.md': article({ categories: 'eghtesad iran' }),
  'articles/authors.md': article({ authors: '[مینا ساحلی]' }),
  'pages/old/about.md': '---\ntitle: درباره ما\n---\n\nمتن.\n',
};

describe('problems', () => {
  let folder = '';
  let problems: readonly Problem[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rooznegar-problems-'));
    const content = join(folder, 'content');
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(content, name)), { recursive: true });
      writeFileSync(join(content, name), text);
    }
    // It takes no place on the disk.
    truncateSync(join(content, 'articles/large.mp3'), 200_000_001);
    symlinkSync(tmpdir(), join(content, 'articles/outside'));
    writeFileSync(join(folder, 'outside.md'), '');
    symlinkSync(join(folder, 'outside.md'), join(content, 'articles/outside.md'));
    problems = sortProblems([...(await problemsOf(content)), ...(await warningsOf(content))]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['en', 'fa'] as const)('are reported with place, message and fix (%s)', async (language: MessageLanguage) => {
    const report = problems.map((problem) => formatProblem(problem, language)).join('\n');
    await expect(`${report.replaceAll(`${withSlashes(folder)}/`, '')}\n`).toMatchFileSnapshot(
      `../golden/problems.${language}.txt`,
    );
  });

  it('have a case here for every kind', () => {
    const unseen = new Set(Object.keys(problemTable));
    for (const { id } of problems) unseen.delete(id);
    // Root may read every file, so that this kind can't be made here.
    unseen.delete('file-unreadable');
    expect([...unseen]).toEqual([]);
  });

  it('have the same values in both languages', () => {
    for (const { en, fa } of Object.values(problemTable)) {
      expect(placeholders(fa)).toEqual(placeholders(en));
    }
  });

  it('come sorted by file, line and column', () => {
    const places = problems.map(({ file, line, column }) => [file, line, column] as const);
    expect(places).toEqual(
      places.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2])),
    );
  });
});

/** List all warnings within and across files; from the proofreader, only those about the files written for it. */
async function warningsOf(content: string): Promise<readonly Problem[]> {
  const { findings } = await proofreadContent({ ...sample, content });
  const options = { ...sample, config: { ...config, comments: {} }, content, now: Date.parse(fixedNow) };
  const loaded = await loadContent(options);
  const { warnings } = buildSite(modelInput(loaded, options));
  const untimed = findUntimedDays(loaded.articles);
  return [
    ...findings.filter(({ file }) => /(?:orthography|slips)\.md$/.test(file)),
    ...loaded.warnings,
    ...loaded.notes,
    ...warnings,
    ...untimed,
  ];
}

function placeholders({ message, fix }: { message: string; fix: string }): string[] {
  return [...new Set(`${message} ${fix}`.match(/\{\w+\}/g))].toSorted();
}
