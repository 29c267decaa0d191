import { describe, expect, it } from 'vitest';
import { cleanTags } from '../../../src/core/import/article.ts';
import { findDate, isDateLine, readDate } from '../../../src/core/import/find-date.ts';
import { reportedBy, splitDateline } from '../../../src/core/import/dateline.ts';
import { deriveHeadline, findHeadline } from '../../../src/core/import/headline.ts';
import { classifyLine, splitLabels } from '../../../src/core/import/page-labels.ts';
import { cleanLine, cleanParagraphs, cleanTitle, letterKey } from '../../../src/core/import/text.ts';

describe('dates', () => {
  it.each([
    ['2025-10-16', '2025-10-16T00:00:00+03:30'],
    ['۱۴۰۴/۰۷/۲۴ - ۱۰:۳۰', '2025-10-16T10:30:00+03:30'],
    ['۲۴ مهر ۱۴۰۴ - ۱۰:۳۰', '2025-10-16T10:30:00+03:30'],
    ['پنجشنبه / ۲۴ مهر ۱۴۰۴ / ۱۰:۳۰', '2025-10-16T10:30:00+03:30'],
    ['۱۰:۳۰ - ۲۴ مهر ۱۴۰۴', '2025-10-16T10:30:00+03:30'],
    ['پنج‌شنبه ۲۴ مهرماه ۱۴۰۴، ساعت ۱۰:۳۰', '2025-10-16T10:30:00+03:30'],
    ['۱۶ اکتبر ۲۰۲۵', '2025-10-16T00:00:00+03:30'],
    ['۱ مه ۲۰۲۵', '2025-05-01T00:00:00+03:30'],
    ['٢٤ مهر ١٤٠٤', '2025-10-16T00:00:00+03:30'],
    ['2025-10-16T07:00:00Z', '2025-10-16T10:30:00+03:30'],
  ])('are read from «%s» on its own line', (line, iso) => {
    expect(findDate(line)?.iso).toBe(iso);
    expect(isDateLine(line)).toBe(true);
  });

  it('are not read from a sentence that contains one', () => {
    expect(isDateLine('این پل در ۲۴ مهر ۱۴۰۴ باز شد')).toBe(false);
  });

  it('have a reason for failure', () => {
    expect(readDate('۳۰ اسفند ۱۴۰۴')).toBe('impossible');
    expect(readDate('دیروز')).toBe('form');
  });
});

describe('lines', () => {
  it.each([
    ['برچسب ها: تهران ، چین', { kind: 'label', label: 'tags', value: 'تهران ، چین' }],
    ['برچسب‌ها:', { kind: 'heading', block: 'tags' }],
    ['منبع:', { kind: 'label', label: 'source', value: '' }],
    ['برچسب‌ها', { kind: 'heading', block: 'tags' }],
    ['کد خبر ۱۲۳۴۵', { kind: 'label', label: 'none' }],
    ['منبع: شهر', { kind: 'label', label: 'source', value: 'شهر' }],
    ['خبرهای مرتبط', { kind: 'heading', block: 'related' }],
    ['پربازدید ترین‌ها', { kind: 'heading', block: 'list' }],
    ['نظرات (۱۲)', { kind: 'heading', block: 'comments' }],
    ['بیشتر بخوانید: باران آمد', { kind: 'heading', block: 'related', value: 'باران آمد' }],
    ['انتهای پیام/ ۴۱۲', { kind: 'end' }],
    ['۲۴ مهر ۱۴۰۴', { kind: 'label', label: 'day' }],
    ['چاپ', { kind: 'chrome' }],
    ['https://kavosh.example/x', { kind: 'chrome' }],
    ['منبع: این نهر کوه‌های بلندی است که از زمستان تا بهار برف دارند', { kind: 'text' }],
    ['خبرنگار: چرا دیر شد؟', { kind: 'text' }],
    ['پایان پیام دولت به نمایندگان مجلس درباره بودجه سال آینده', { kind: 'text' }],
  ])('classify «%s»', (line, expected) => {
    expect(classifyLine(line)).toMatchObject(expected);
  });

  it('keep tags between bars together', () => {
    expect(splitLabels('برچسب‌ها: تهران | چین')).toEqual(['برچسب‌ها: تهران | چین']);
    expect(splitLabels('کد خبر: ۱۲ تاریخ انتشار: ۲۴ مهر ۱۴۰۴')).toEqual(['کد خبر: ۱۲', 'تاریخ انتشار: ۲۴ مهر ۱۴۰۴']);
    expect(splitLabels('او گفت منبع: آب است')).toEqual(['او گفت منبع: آب است']);
  });
});

describe('datelines', () => {
  it.each([
    ['خبرگزاری کاوش - مترو به شهر رسید.', 'خبرگزاری کاوش', 'مترو به شهر رسید.'],
    ['تهران – ایرنا – مترو به شهر رسید.', 'تهران – ایرنا', 'مترو به شهر رسید.'],
    ['ساری- مترو به شهر رسید.', 'ساری', 'مترو به شهر رسید.'],
    ['خبرگزاری کاوش: مترو به شهر رسید.', 'خبرگزاری کاوش', 'مترو به شهر رسید.'],
    ['وی گفت - اگر باران ببارد - می‌مانیم.', undefined, 'وی گفت - اگر باران ببارد - می‌مانیم.'],
    ['شهردار پیروزآباد: مترو - خط هشت - رسید.', undefined, 'شهردار پیروزآباد: مترو - خط هشت - رسید.'],
    ['گفت‌وگوی بین-المللی در شهر برگزار شد.', undefined, 'گفت‌وگوی بین-المللی در شهر برگزار شد.'],
  ])('splits «%s»', (paragraph, dateline, text) => {
    expect(splitDateline(paragraph)).toEqual(dateline === undefined ? { text } : { dateline, text });
  });

  it.each([
    ['به گزارش ایسنا، باران آمد.', 'ایسنا'],
    ['به گزارش خبرنگار کاوش از ساری، باران آمد.', 'کاوش'],
    ['به گزارش "ورزش سه" و به نقل از فارس، باران آمد.', 'ورزش سه'],
    ['باران آمد.', undefined],
  ])('give the agency in «%s»', (paragraph, agency) => {
    expect(reportedBy(paragraph)).toBe(agency);
  });
});

describe('headlines', () => {
  const text = ['شهردار گفت: آبیاری بوستان‌های جنوب شهر با پساب انجام می‌شود.'];

  it('come from a list only if nearly all their words are in the text and no other title comes close', () => {
    const title = 'آبیاری بوستان‌های جنوب شهر با پساب';
    expect(findHeadline([], ['جشن انار در روستای گلدره', title], text)).toEqual({ title, from: 'list' });
    expect(findHeadline([], [title, 'آبیاری بوستان‌های شهر با پساب انجام می‌شود'], text).from).toBe('lead');
    expect(findHeadline([], ['جشن انار در روستای گلدره'], text).from).toBe('lead');
  });

  it('come from above the text, marked as doubtful if they share few words with it', () => {
    expect(findHeadline(['ورود کاربران', 'آبیاری بوستان‌ها با پساب'], [], text).from).toBe('head');
    expect(findHeadline(['وداع با استاد آواز'], [], text)).toEqual({ title: 'وداع با استاد آواز', from: 'doubt' });
  });

  it.each([
    ['وزیر نیرو گفت: برق می‌آید، اما دیر.', 'وزیر نیرو گفت: برق می‌آید'],
    ['باران آمد.', 'باران آمد'],
    ['', ''],
  ])('are derived from the lead «%s»', (lead, headline) => {
    expect(deriveHeadline(lead)).toBe(headline);
  });

  it('are cut at a word boundary, and not after a conjunction', () => {
    const headline = deriveHeadline(`${'خبرهای تازه '.repeat(6)}از شهر و که می‌رسد ${'و باز '.repeat(20)}`);
    expect(headline.length).toBeLessThanOrEqual(90);
    expect(headline).not.toMatch(/\s(?:و|که)$|…/);
  });
});

describe('text', () => {
  it('loses characters that must not appear in files', () => {
    expect(cleanLine('\uFEFF a\u0000\u0007b\uD800\u2028 c\uFFFF\u00A0')).toBe('ab c');
  });

  it('is split at blank lines, or otherwise at line breaks', () => {
    expect(cleanParagraphs('یک\r\nدو\r\n \t\r\n\r\nسه\n')).toEqual(['یک دو', 'سه']);
    expect(cleanParagraphs('\nیک\nدو\n')).toEqual(['یک', 'دو']);
    expect(cleanParagraphs(' \n ')).toEqual([]);
  });

  it('loses the final full stop of a title', () => {
    expect(cleanTitle('باران آمد .')).toBe('باران آمد');
    expect(cleanTitle('باران آمد...')).toBe('باران آمد...');
  });

  it('is compared by letters and digits', () => {
    expect(letterKey('\\# برچسب‌هاي 12:')).toBe(letterKey('برچسب های ۱۲'));
  });

  it('gives clean tags, without those that have no valid slug', () => {
    expect(cleanTags(['#محیط_زیست', ' محیط‌زیست ', '«ری»', '!!!', '', 'گفت:', 'C++', 'ب'.repeat(200)])).toEqual([
      'محیط زیست',
      'ری',
      'گفت',
      'C++',
    ]);
  });
});
