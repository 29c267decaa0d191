import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../../src/engine/proofread/dictionary.ts';
import { addScores, precisionOf, recallOf, scoreHalfSpaces } from '../../../scripts/bench/orthography/score.ts';
import { createHalfSpaceFinder, restoreHalfSpaces } from '../../../src/core/half-spaces/finder.ts';
import { removeHalfSpaces } from '../../../src/core/half-spaces/joining.ts';
import { learnSpellings } from '../../../src/core/half-spaces/learned-words.ts';
import { createLexicon } from '../../../src/core/half-spaces/lexicon.ts';
import { halfSpace, normalizeText } from '../../../src/core/text/persian.ts';
import { sharedData } from '../../support/folders.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050904);
const runs = countRuns(150, 4000);
const find = createHalfSpaceFinder(readLexicon());
const restore = (text: string): string => restoreHalfSpaces(text, find);

describe('missing half-spaces', () => {
  it.each([
    ['verbs', 'او میرود و نمیشود که برنمیگردند', 'او می‌رود و نمی‌شود که برنمی‌گردند'],
    ['spoken verbs', 'میخوام ببینم چی میشه', 'می‌خوام ببینم چی می‌شه'],
    ['verbs the dictionary lacks', 'دلش میآرامد', 'دلش می‌آرامد'],
    ['plurals', 'همکاریها و شهرهای بزرگ و کتابهایشان', 'همکاری‌ها و شهرهای بزرگ و کتاب‌هایشان'],
    ['plurals after a silent ه', 'خانههای شهر و برنامههایی', 'خانه‌های شهر و برنامه‌هایی'],
    ['comparatives', 'مهمترین و سریعتر از همه', 'مهم‌ترین و سریع‌تر از همه'],
    ['enclitics', 'گفتهاند که خانهام در روستاست', 'گفته‌اند که خانه‌ام در روستاست'],
    ['compounds', 'حملونقل، نقشآفرینی و برنامهریزی', 'حمل‌ونقل، نقش‌آفرینی و برنامه‌ریزی'],
    ['inflected compounds', 'سرمایهداران و نظریهپردازانی', 'سرمایه‌داران و نظریه‌پردازانی'],
    ['words with «بی»', 'بیعدالتی و بیطرف', 'بی‌عدالتی و بی‌طرف'],
    ['counted things', 'دیوار دوازدهمتری در نشست سهجانبه', 'دیوار دوازده‌متری در نشست سه‌جانبه'],
    ['words with «به»', 'بهدلیل سرما', 'به‌دلیل سرما'],
    ['a part of a word', 'سیاستگذاری‌ها', 'سیاست‌گذاری‌ها'],
  ])('are restored in %s', (_, text, expected) => expect(restore(text)).toBe(expected));

  it('depend on the context of an ambiguous word', () => {
    expect(restore('او بازیکن حرفهای است.')).toBe('او بازیکن حرفه‌ای است.');
    expect(restore('یک حرفهای بزرگ')).toBe('یک حرفه‌ای بزرگ');
    expect(restore('جملهای گفت')).toBe('جمله‌ای گفت');
    expect(restore('سالهای جنگ')).toBe('سال‌های جنگ');
  });

  it.each([
    ['ambiguous words', 'حرفهای او و نامهای بزرگ'],
    ['an ambiguous word alone', 'حرفهای'],
    ['words that look like verbs', 'میدان میانه و میز مینا و میخک'],
    ['words that look like plurals', 'تنها بهای رها اژدها انتها'],
    ['words that look like comparatives', 'دختر دفتر کبوتر مشتری بهتر بیشتر کلانتر'],
    ['words that have grown together', 'بیمار بیکار بیهوده کتابخانه پیشرفت دستگیر دانشگاهی گروهمان'],
    ['what is a matter of style', 'آنها اینها همچنین'],
    ['names', 'کالدرون لوکاکو دیمیتری گرانادا ماچادو گونزالو'],
    ['Latin and numbers', 'C++ و H2O و ۱۲۳ و v1.2.3'],
    ['words whose ه is pronounced', 'مسائل فقهی و مشابهی و ابلهی و مرگ نابهنگام و سرگروهی'],
    ['Arabic', 'یا ایها الذین'],
    ['foreign words that end like comparatives', 'کانتر و کانتری و کریتر'],
    ['names', 'سیدی و پیریایی گفتند'],
    ['surnames after given names', 'می‌گویند کتاب‌های محسن کوهکن و رضا سخندان و آقای خانزاده'],
    ['plurals without half-space', 'کارهای با ماهیت سخت'],
  ])('are not proposed in %s', (_, text) => expect(find(text)).toEqual([]));
});

describe('spaces in place of half-spaces', () => {
  it.each([
    ['verbs', 'می شود و نمی خواهند و برمی گردد', 'می‌شود و نمی‌خواهند و برمی‌گردد'],
    ['plurals', 'همکاری ها و کتاب های شما', 'همکاری‌ها و کتاب‌های شما'],
    ['endings that join', 'کار های شهر', 'کارهای شهر'],
    ['enclitics', 'رفته اند و خانه ای دارند', 'رفته‌اند و خانه‌ای دارند'],
    ['an old ezafe', 'خانه ی ما', 'خانه‌ی ما'],
    ['comparatives', 'مهم ترین و بیش تر', 'مهم‌ترین و بیشتر'],
    ['compounds', 'برنامه ریزی و نرم افزار', 'برنامه‌ریزی و نرم‌افزار'],
    ['compounds of three', 'برنامه ریزی های تازه', 'برنامه‌ریزی‌های تازه'],
    ['pairs', 'حمل و نقل و گفت و گو', 'حمل‌ونقل و گفت‌وگو'],
    ['words with «بی»', 'بی خبر و بی عدالتی', 'بی‌خبر و بی‌عدالتی'],
    ['weekdays', 'پنج شنبه، یک شنبه، سه شنبه و چهار شنبه', 'پنج‌شنبه، یک‌شنبه، سه‌شنبه و چهارشنبه'],
    ['abbreviations', 'شبکهٔ بی بی سی و یک پی دی اف', 'شبکهٔ بی‌بی‌سی و یک پی‌دی‌اف'],
    ['half of an abbreviation', 'شبکهٔ بی‌بی سی', 'شبکهٔ بی‌بی‌سی'],
    ['verbs after words that are no month', 'دلم می خواست و اعلام می کند', 'دلم می‌خواست و اعلام می‌کند'],
  ])('are replaced in %s', (_, text, expected) => expect(restore(text)).toBe(expected));

  it.each([
    ['words that stand beside each other', 'این گونه یک بار در آن جا به نام او'],
    ['verbs of two words', 'اشاره کرده است و گفته شده بود'],
    ['adjectives', 'دانشگاه بزرگ و خلیج فارس و کره شمالی'],
    ['«بی» before a clause', 'بی آنکه بیاید'],
    ['nouns that look like endings', 'روی یک هاست و خرید هاست، پایان ترم و یک ترند'],
    ['words that take no plural', 'روی ها و برای های و هوی'],
    ['nouns and «تر»', 'لباس تر و جان تری'],
    ['the month of May', 'در ماه می رسیده بود و ۱۵ می گذشت و نیمهٔ می رفت'],
    ['words that end in «می»', 'او تاکسیدرمی کرده است'],
    ['votes', 'نتایج آرای شورا و شورای نگهبان آرای چند نفر'],
    ['demands', 'از پرسپولیس طلب دارند'],
    ['counted things', 'سه ستاره، شش طبقه، یک شاخه و در شش کیلومتری شهر'],
    ['a noun and its number', 'موضوع بند ۲'],
    ['a day and the noun after it', 'جمعه بازار و جمعه شب'],
    ['«هم» before a verb', 'من هم فکر می‌کنم و هم صحبت کنیم'],
    ['letters after a word', 'برنامهٔ ای پی و در پی سی سال'],
    ['two lines', 'می\nشود'],
    ['what a mark stands between', 'خانه، ای دوست'],
  ])('are kept between %s', (_, text) => expect(restore(text)).toBe(text));

  it('are distinguished from missing ones, and certain from likely ones', () => {
    expect(find('می شود و همکاریها و نقشآفرینی')).toMatchObject([
      { start: 0, end: 6, proposed: 'می‌شود', kind: 'space', isCertain: true },
      { proposed: 'همکاری‌ها', kind: 'missing', isCertain: true },
      { proposed: 'نقش‌آفرینی', kind: 'missing', isCertain: false },
    ]);
  });
});

describe('compounds of a text that has half-spaces', () => {
  it.each(['روانکار و هیچگاه و سرخپوشان'])('stay as written: «%s»', (text) => {
    expect(restore(text)).not.toBe(text);
    const edited = `می‌رود، کتاب‌ها، ${text}`;
    expect(find(edited)).toEqual([]);
  });

  it('do not exempt verbs and plurals', () => {
    expect(restore('می‌رود، کتاب‌ها، میشود و همکاریها')).toBe('می‌رود، کتاب‌ها، می‌شود و همکاری‌ها');
  });
});

describe('a newsroom’s own words', () => {
  it('take precedence over the dictionary, joined and with a space', () => {
    const lexicon = createLexicon('2\nآنها\nکتاب/sgsl', ['آن‌ها', 'کی‌روش']);
    const own = createHalfSpaceFinder(lexicon);
    expect(restoreHalfSpaces('کیروش و کی روش', own)).toBe('کی‌روش و کی‌روش');
  });

  it('are learnt from its texts if clearly more frequent', () => {
    const texts = [
      'کی‌روش گفت',
      'کی‌روش و کی‌روش',
      'تیم‌ملی تیم‌ملی تیم‌ملی تیم ملی',
      'صنعت‌نفت صنعت‌نفت صنعت‌نفت صنعت‌نفت صنعت‌نفت صنعت نفت صنعت نفت',
      'کتاب‌ها کتاب‌ها کتاب‌ها',
      'می‌شود می‌شود می‌شود',
    ];
    expect(learnSpellings(texts)).toEqual(['کی‌روش']);
  });
});

describe('the score', () => {
  it('counts visible positions only, and none that the damaged text retains', () => {
    const score = scoreHalfSpaces('می‌شود کتاب‌ها کار‌ها دل‌ها', 'میشود کتابها کارها دل‌ها', 'می‌شود کتابها کارها دل‌ها');
    expect(score).toEqual({ right: 1, wrong: 0, missed: 1 });
    expect(scoreHalfSpaces('میدان', 'میدان', 'می‌دان')).toEqual({ right: 0, wrong: 1, missed: 0 });
  });

  it('returns ratios', () => {
    const score = addScores([
      { right: 2, wrong: 1, missed: 0 },
      { right: 1, wrong: 0, missed: 1 },
    ]);
    expect([precisionOf(score), recallOf(score)]).toEqual([0.75, 0.75]);
    expect([precisionOf({ right: 0, wrong: 0, missed: 0 }), recallOf({ right: 0, wrong: 0, missed: 0 })]).toEqual([
      1, 1,
    ]);
  });
});

describe(`any text (seed ${seed})`, () => {
  const scraps = fc.constantFrom(
    ...'می نمی ها های ه ای ی تر ترین بی هم خانه کتاب کار رفت شود گذار نامه و دل سه ساله ست ة ۀ أ \u064B \u200C \u00A0 a 1 ۲ . « '.split(
      ' ',
    ),
    ' ',
    '\n',
  );
  const texts = fc.array(fc.oneof(scraps, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 20 });

  it('changes only half-spaces and spaces in their place, and is idempotent', () => {
    const bare = (text: string): string => text.replace(/[ \u00A0\u200C]/g, '');
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        const once = restore(text);
        expect(bare(once)).toBe(bare(text));
        for (const { start, end, proposed } of find(text)) expect(bare(proposed)).toBe(bare(text.slice(start, end)));
      }),
      { seed, numRuns: runs },
    );
  });
});

describe.runIf(existsSync(sharedData))('real texts', () => {
  it('regain most half-spaces of edited sentences, with hardly any errors', () => {
    const lines = readFileSync(join(sharedData, 'zwnj-gold-dev.txt'), 'utf8').split('\n').map(normalizeText);
    const score = (damage: (line: string) => string) =>
      addScores(lines.map((line) => scoreHalfSpaces(line, damage(line), restore(damage(line)))));
    const deleted = score(removeHalfSpaces);
    expect(precisionOf(deleted)).toBeGreaterThan(0.98);
    expect(recallOf(deleted)).toBeGreaterThan(0.92);
    const spaced = score((line) => line.replaceAll(halfSpace, ' '));
    expect(precisionOf(spaced)).toBeGreaterThan(0.99);
    expect(recallOf(spaced)).toBeGreaterThan(0.9);
  });

  it('are restored idempotently', () => {
    const lines = gunzipSync(readFileSync(join(sharedData, 'news-fa.jsonl.gz')))
      .toString('utf8')
      .trim()
      .split('\n');
    for (const line of lines.slice(0, 800)) {
      const { body } = JSON.parse(line) as { body: string };
      const once = restore(normalizeText(body));
      expect(restore(once)).toBe(once);
    }
  });
});
