import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromValues, toValues } from '../../../src/core/admin/values.ts';
import { sample } from '../../support/sample.ts';

const context = { sections: sample.config.sections };
const read = (text: string) => toValues(text, context, ({ id, line }) => `${id} ${line}`);
const texts = readdirSync(sample.content, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(sample.content, name), 'utf8'));

const text = `---
title: خبر
date: ۱۴۰۴/۰۷/۲۴ ۱۰:۳۰
section: society
source: کاوش
tags: [شهر]
draft: بله
---
متن.
`;

describe('the values of the editor', () => {
  it('give every file of the sample back as it is', () => {
    expect(texts.length).toBeGreaterThan(60);
    for (const each of texts) expect(fromValues(read(each), context)).toBe(each);
  });

  it('stay equal where the editor completes and trims them', () => {
    const values = read(text);
    const completed = {
      ...values,
      kicker: '',
      image: { src: '', alt: '' },
      video: null,
      body: String(values['body']).trim(),
    };
    expect(fromValues(completed, context)).toBe(text);
  });

  it('have names, truth values and groups where a file may have short forms', () => {
    expect(read(text)).toMatchObject({
      section: context.sections[0]!.name,
      source: { name: 'کاوش', url: '' },
      draft: true,
      picked: false,
      comments: true,
      channels: true,
      moment: '2025-10-16T07:00:00.000Z',
    });
  });

  it('write only what was changed, in the short form where that is enough', () => {
    const write = (change: object): string => fromValues({ ...read(text), ...change }, context);
    expect(write({ draft: false })).toBe(text.replace('draft: بله\n', ''));
    expect(write({ comments: false })).toBe(text.replace('بله\n', 'بله\ncomments: false\n'));
    expect(write({ channels: false })).toBe(text.replace('بله\n', 'بله\nchannels: false\n'));
    expect(write({ source: { name: 'ایسنا', url: '' } })).toBe(text.replace('کاوش', 'ایسنا'));
    expect(write({ source: { name: 'کاوش', url: 'https://k.example/' } })).toBe(
      text.replace('source: کاوش', 'source: {name: کاوش, url: https://k.example/}'),
    );
    expect(write({ section: context.sections[1]!.name })).toBe(text.replace('society', context.sections[1]!.name));
  });

  it('never write what exists in the editor only', () => {
    const made = fromValues(
      {
        title: 'خبر',
        address: 'khabar',
        check: 'x',
        moment: 'y',
        written: '',
        draft: true,
        picked: false,
        comments: true,
        body: 'متن',
      },
      context,
    );
    expect(made).toBe('---\ntitle: خبر\ndraft: true\n---\nمتن\n');
  });

  it('say where a file can’t be read', () => {
    expect(() => read('---\ntitle: "خبر\n---\n')).toThrow('quote-unclosed 2');
  });
});
