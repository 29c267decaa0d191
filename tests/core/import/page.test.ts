import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportedArticle } from '../../../src/core/import/article.ts';
import { isHtml, parsePageText } from '../../../src/core/import/page.ts';
import { fixtures } from '../../support/folders.ts';

const context = {
  file: 'page.txt',
  sections: [
    { slug: 'society', name: 'جامعه' },
    { slug: 'sport', name: 'ورزش' },
  ],
  defaults: {},
};

function fixture(name: string): string {
  return readFileSync(join(fixtures, 'import', name), 'utf8');
}

function parse(text: string, defaults = {}): { article: ImportedArticle; warnings: string[]; leftOut: number } {
  const { result, warnings, leftOut } = parsePageText(text, { ...context, defaults });
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return { article: result, warnings, leftOut };
}

describe('a page that has lost its headline and half-spaces', () => {
  const { article, warnings, leftOut } = parse(fixture('page-agency.txt'));

  it('takes the headline from the page’s list of news, with a warning', () => {
    expect(article.title).toBe('نیکسرشت: آبیاری بوستانهای جنوب شهر با پساب تصفیهشده انجام میشود');
    expect(warnings).toEqual([expect.stringContaining('from the page’s lists')]);
  });

  it('finds date, dateline, lead, source and tags', () => {
    expect(article.date.iso).toBe('2025-11-06T00:00:00+03:30');
    expect(article.dateline).toBe('خبرگزاری کاوش');
    expect(article.lead).toMatch(/^مدیرعامل شرکت آبفای پیروزآباد .* انجام میشود\.$/);
    expect(article.source).toEqual({ name: 'شهرآب' });
    expect(article.tags).toEqual(['بهرام نیکسرشت', 'آب و پساب']);
  });

  it('keeps the paragraphs of the text and nothing else of the page', () => {
    expect(article.paragraphs).toHaveLength(3);
    expect(article.paragraphs[0]).toMatch(/^بهرام نیکسرشت در نشست خبری/);
    expect(article.paragraphs[2]).toMatch(/کمتر خواهد شد\.$/);
    expect(leftOut).toBe(14);
  });

  it('lists the related titles', () => {
    expect(article.related).toEqual(['کاهش برداشت از چاههای جنوب شهر آغاز شد', 'نرخ تازه انشعاب فاضلاب اعلام شد']);
  });
});

describe('a page with a menu, labelled fields, a box within the text and readers’ comments', () => {
  const { article, warnings } = parse(fixture('page-news.txt'));

  it('prefers the labelled date with its time to today’s date at the top', () => {
    expect(article.date.iso).toBe('2025-10-16T10:30:00+03:30');
    expect(article.section).toBe('جامعه');
  });

  it('takes the headline above the text', () => {
    expect(article.title).toBe('کتابخانه‌های محلی تا نیمه‌شب باز می‌مانند');
  });

  it('continues after «بیشتر بخوانید», keeps reporters’ questions, and ends at «انتهای پیام»', () => {
    expect(article.paragraphs).toHaveLength(5);
    expect(article.paragraphs[2]).toBe('خبرنگار: آیا برای خوابگاه‌ها هم فکری شده است؟');
    expect(article.paragraphs[4]).toMatch(/نام‌نویسی کنند\.$/);
    expect(article.related).toEqual(['قفسه‌های تازه کتابخانه مرکزی پر شد']);
  });

  it('reads tags below their heading', () => {
    expect(article.tags).toEqual(['کتابخانه', 'دانش آموز']);
  });

  it('takes the source from «به گزارش …» with a warning, and never from a reader’s comment', () => {
    expect(article.source).toEqual({ name: 'خبرگزاری کاوش' });
    expect(warnings).toEqual([expect.stringContaining('«خبرگزاری کاوش»')]);
  });
});

describe('a page without a headline anywhere', () => {
  it('derives one from the lead’s first clause, and marks it as derived', () => {
    const { article, warnings } = parse(fixture('page-bare.txt'), { source: 'کاوش' });
    expect(article.title).toBe('گروهی از پژوهشگران دانشگاه پیروزآباد با بررسی حلقه‌های درختان سرو');
    expect(article.given.title).toBe(false);
    expect(article.paragraphs).toHaveLength(2);
    expect(warnings).toEqual([expect.stringContaining('Write a better one')]);
  });
});

describe('the order of a page', () => {
  const text = 'مترو خط هشت را آزمایش کرد و همه قطارها در زمان درست به ایستگاه رسیدند.';
  const more = 'سخنگوی مترو گفت که مسافران از ماه آینده می‌توانند از این خط تازه استفاده کنند.';

  it('does not affect labelled fields', () => {
    const below = parse(`آزمایش خط هشت مترو\n${text}\n${more}\nمنبع: کاوش\nبرچسب‌ها: مترو\n۱۴۰۴/۰۷/۲۴`).article;
    const above = parse(`تاریخ: ۱۴۰۴/۰۷/۲۴\nبرچسبها: مترو\nمنبع: کاوش\nآزمایش خط هشت مترو\n${text}\n${more}`).article;
    expect({ ...above, line: 0 }).toEqual({ ...below, line: 0 });
    expect(above).toMatchObject({ title: 'آزمایش خط هشت مترو', tags: ['مترو'], paragraphs: [text, more] });
  });

  it('allows a sidebar between the lead and the body', () => {
    const page = `آزمایش خط هشت مترو\n${text}\nآخرین اخبار\nباران در راه است\n${more}\nمنبع: کاوش\n۱۴۰۴/۰۷/۲۴`;
    expect(parse(page).article.paragraphs).toEqual([text, more]);
  });

  it('separates a source from the end of the last paragraph', () => {
    const { article } = parse(`آزمایش خط هشت مترو\n۱۴۰۴/۰۷/۲۴\n${text}\n${more} منبع: کاوش`);
    expect(article).toMatchObject({ source: { name: 'کاوش' }, paragraphs: [text, more] });
  });
});

describe('a page with missing fields', () => {
  it('is rejected with everything that is missing', () => {
    const { result } = parsePageText('فقط یک خط', context);
    expect(result).toMatchObject({ file: 'page.txt', line: 1 });
    expect('faults' in result && result.faults.map(({ field }) => field)).toEqual(['date', 'source']);
  });

  it('is rejected even if it is empty', () => {
    const { result } = parsePageText(' \n\u0000\uFEFF', context);
    expect('faults' in result && result.faults.map(({ field }) => field)).toEqual(['title', 'date', 'source', 'body']);
  });
});

describe('a page that has lost its line breaks', () => {
  it('is rejected, since its lists are indistinguishable from the text', () => {
    const { result } = parsePageText(fixture('page-agency.txt').replace(/\n+/g, ' '), {
      ...context,
      defaults: { source: 'کاوش' },
    });
    expect('faults' in result && result.faults[0]?.fix).toContain('line breaks');
  });
});

describe('isHtml', () => {
  it('distinguishes HTML source from text', () => {
    expect(isHtml('\n<!DOCTYPE html><html>')).toBe(true);
    expect(isHtml('شهردار <b> گفت')).toBe(false);
  });
});
