import { describe, expect, it } from 'vitest';
import { fileWording } from '../../../src/core/problems/files.ts';
import { frontMatterWording } from '../../../src/core/problems/front-matter.ts';
import { findWordingFaults, sayProblem } from '../../support/wording-rules.ts';

it.each(Object.entries({ ...fileWording, ...frontMatterWording }))(
  'the wording of %s is complete in both languages',
  (_, wording) => {
    expect(findWordingFaults(wording)).toEqual([]);
  },
);

describe('problems with files, as writers read them', () => {
  it('invalid YAML, with its reason and literal braces', () => {
    const values = { reasonKind: 'yamlTab', open: '{', close: '}' };
    const [message, fix] = sayProblem('yaml-invalid', values, 'en');
    expect(message).toMatch(/^the front matter is not valid YAML: \p{L}/u);
    expect(fix).toBe(
      'Put texts that contain : # [ ] { } or quotes between quotation marks, as in  title: "تهران: شهر ما"',
    );
    const [persianMessage, persianFix] = sayProblem('yaml-invalid', values, 'fa');
    expect(persianMessage).toMatch(/^YAML مشخصات خبر درست نیست: \p{L}/u);
    expect(persianFix).toBe(
      'متنی را که : یا # یا [ ] یا { } یا گیومه دارد میان دو نشان " بگذارید، مانند  title: "تهران: شهر ما"',
    );
  });

  it('lost raw HTML', () => {
    const values = { element: 'iframe', example: '[…](https://a.example)' };
    expect(sayProblem('html-dropped', values, 'en')).toEqual([
      '<iframe> does not reach the page, and what it shows is lost.',
      'Write a link in its place:  […](https://a.example)  or remove it.',
    ]);
    expect(sayProblem('html-dropped', values, 'fa')).toEqual([
      '«iframe» در صفحه نمی‌آید و آنچه نشان می‌دهد از دست می‌رود.',
      'به جای آن پیوند بگذارید:  […](https://a.example)  یا آن را حذف کنید.',
    ]);
  });

  it('a missing text', () => {
    expect(sayProblem('body-empty', {}, 'en')).toEqual([
      'the article has no text.',
      'Write the text below the front matter, or set  draft: true',
    ]);
    expect(sayProblem('body-empty', {}, 'fa')).toEqual([
      'خبر متن ندارد.',
      'متن را زیر مشخصات خبر بنویسید یا  draft: true  بگذارید.',
    ]);
  });
});
