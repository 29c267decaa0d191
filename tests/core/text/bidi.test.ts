import { describe, expect, it } from 'vitest';
import { isolatedRuns } from '../../../src/core/text/bidi.ts';

const isolatedOf = (text: string): string[] =>
  isolatedRuns(text)
    .filter((run) => run.isLeftToRight)
    .map((run) => run.text);

describe('isolatedRuns', () => {
  it.each([
    ['خبر بی‌لاتین، ۱۲ نکته', []],
    ['iPhone 17 از Apple: ۵ نکته', ['iPhone 17', 'Apple']],
    ['iPhone 17 (Pro) گران شد', ['iPhone 17 (Pro)']],
    ['(WHO) درباره COVID-19 هشدار داد', ['WHO', 'COVID-19']],
    ['C++ یا Rust؟', ['C++', 'Rust']],
    ['«Tehran Times» نوشت: ۳-۲', ['Tehran Times']],
    ['با ۰۲۱-۱۲۳۴۵۶۷۸ یا info@example.com بگویید', ['۰۲۱-۱۲۳۴۵۶۷۸', 'info@example.com']],
    ['دمای -۵ درجه در Ardabil', ['-۵', 'Ardabil']],
    ['', []],
  ])('isolates the left-to-right text in «%s»', (text, isolated) => {
    expect(isolatedOf(text)).toEqual(isolated);
  });

  it('keeps every character in its place', () => {
    for (const text of [
      'iPhone 17 (Pro) و C++: ۰۲۱-۱۲۳۴۵۶۷۸',
      'Apple',
      '۱۲ تن',
      '-۵ و +۹۸ ۲۱ ۱۲۳۴۵۶۷۸',
      'زبان C++۴۵ است',
    ])
      expect(
        isolatedRuns(text)
          .map((run) => run.text)
          .join(''),
      ).toBe(text);
  });
});
