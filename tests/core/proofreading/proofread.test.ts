import { describe, expect, it } from 'vitest';
import { loadOrthography } from '../../../src/engine/proofread/dictionary.ts';
import { formatProblem } from '../../../src/core/problems/problem.ts';
import { mendFile } from '../../../src/core/proofreading/mend.ts';
import { proofread } from '../../../src/core/proofreading/proofread.ts';

const context = loadOrthography({ off: [], words: [] });

function file(body: string, title = 'خبر'): { path: string; text: string } {
  return { path: 'a.md', text: `---\ntitle: ${title}\ndate: 1404/07/24\n---\n${body}` };
}

function report(body: string, title?: string): string[] {
  return proofread(file(body, title), context).map((finding) => formatProblem(finding, 'en').replace('\n  ', ' → '));
}

describe('proofread', () => {
  it('reports position, field, rule, what was found, and the proposal', () => {
    expect(report('متن.\n\n> در 12 شهر , و حملونقل\n', 'شهر تازه.')).toEqual([
      'a.md:2:12  title: the headline ends in a full stop: «تازه.». [title-full-stop] → Write:  تازه',
      'a.md:7:6  expected Persian digits, found «12». [digits] → Write:  ۱۲',
      'a.md:7:9  Latin punctuation follows Persian letters in «شهر ,». [latin-punctuation] → Write:  شهر،',
      'a.md:7:17  a half-space is missing in «حملونقل». [half-space-missing] → Write:  حمل\u200Cونقل',
    ]);
  });

  it('accepts unpaired marks in quotations of several paragraphs only', () => {
    expect(report('او گفت: «متن.\n\n«متن.\n\n«متن».')).toEqual([]);
    expect(report('او گفت: «متن.\n\nمتن.')).toHaveLength(1);
    expect(report('او گفت: «متن.\n\n«متن».', '«خبر')).toHaveLength(1);
  });

  it('recognises punctuation after a bare address', () => {
    expect(report('نشانی «https://example.org/a»، «www.example.org»؛ (نک. https://example.org/b)؟')).toEqual([]);
    expect(report('نشانی «https://example.org/a و متن')).toHaveLength(1);
  });

  it('asks what a dot before three digits means', () => {
    expect(report('بهای 12.500 تومان')).toEqual([
      'a.md:5:6  expected Persian digits, found «12.500». [digits] → Write:  ۱۲.۵۰۰',
      'a.md:5:6  «12.500» may mean ۱۲٬۵۰۰ or ۱۲٫۵۰۰. [ambiguous-number] → Write ۱۲٬۵۰۰ for thousands, or ۱۲٫۵۰۰ for a decimal.',
    ]);
    expect([report('بهای ۱۲٬۵۰۰ تومان'), report('بهای ۱۲٫۵۰۰ تومان')]).toEqual([[], []]);
    expect(report('بهای ۱۲،۵۰۰ است')).toEqual([
      'a.md:5:6  «۱۲،۵۰۰» may mean ۱۲٬۵۰۰ or ۱۲، ۵۰۰. [ambiguous-number] → Write ۱۲٬۵۰۰ for thousands, or ۱۲، ۵۰۰ for several numbers.',
    ]);
    expect(report('بهای ۱۲،۵۰۰ تومان')).toEqual([
      'a.md:5:6  the number «۱۲،۵۰۰» is not in Persian notation. [separators] → Write:  ۱۲٬۵۰۰',
    ]);
  });

  it('shows invisible marks', () => {
    expect(report('کتاب\u200F و می\u200C\u200Cشود')).toEqual([
      'a.md:5:1  there are invisible marks in «کتاب[U+200F]». [invisible-marks] → Write it without them:  کتاب',
      'a.md:5:9  there are invisible marks in «می[U+200C][U+200C]شود». [invisible-marks] → Write it without them:  می\u200Cشود',
    ]);
  });

  it('gives no edits where characters are not literal in the file, or across markup', () => {
    const findings = proofread(file('کتاب&zwnj; و **حمل**ونقل و\n\n**1**,234'), context);
    expect(findings.map(({ id, edits }) => [id, edits.length])).toEqual([
      ['invisible-marks', 0],
      ['half-space-missing', 0],
      ['separators', 0],
    ]);
  });

  it('ignores lines and rules that are switched off', () => {
    expect(
      report('در 12 شهر , و <!-- check-disable-line -->\nدر 12 شهر , و <!-- check-disable-line digits -->'),
    ).toEqual([expect.stringMatching(/^a\.md:6:.*\[latin-punctuation\]/)]);
    expect(report('متن', 'شهر 12 # check-disable-line digits')).toEqual([]);
    expect(proofread(file('در 12 شهر'), { off: ['digits'] })).toEqual([]);
  });

  it('warns about unknown rules', () => {
    expect(report('در 12 شهر <!-- check-disable-line digits, digit -->')).toEqual([
      expect.stringMatching(
        /^a\.md:5:11 {2}the comment switches off «digit», which is not a rule\. → Write one of: {2}letters, /,
      ),
    ]);
  });

  it('does not look for half-spaces if both rules are off', async () => {
    const off = ['half-space-missing', 'half-space-as-space'] as const;
    const context = loadOrthography({ off, words: [] });
    expect(context).toEqual({ off });
    expect(proofread(file('حملونقل'), context)).toEqual([]);
  });
});

describe('mendFile', () => {
  const mend = (body: string, all = false, frontMatter = false, title?: string): string =>
    mendFile(file(body, title), context, { all, frontMatter }).text.slice(4);

  it('applies safe fixes, and proposals on request', () => {
    expect(mend('در 12 "شهر" , و')).toBe(file('در ۱۲ "شهر" , و').text.slice(4));
    expect(mend('در 12 "شهر" , و', true)).toBe(file('در ۱۲ «شهر»، و').text.slice(4));
  });

  it('returns what it fixed and what remains', () => {
    const { mended, findings } = mendFile(file('در 12 "شهر"', 'شهر 12'), context, { all: false, frontMatter: false });
    expect(mended.map(({ id }) => id)).toEqual(['digits']);
    expect(findings.map(({ id, field }) => [id, field])).toEqual([
      ['digits', 'title'],
      ['straight-quotes', undefined],
    ]);
  });

  it.each([
    ['a plain text', 'شهر 12', 'شهر ۱۲'],
    ['a text between quotation marks', '"شهر 12"', '"شهر ۱۲"'],
    ['a text that would be another one', 'شهر :خبر', 'شهر :خبر'],
    ['a text with escapes', '"شهر 12 \\u0020"', '"شهر 12 \\u0020"'],
    ['a text with doubled marks', "'شهر ''12'", "'شهر ''12'"],
  ])('in front matter fixes %s only if the YAML stays equivalent', (_, title, expected) => {
    expect(mend('متن', true, true, title)).toBe(file('متن', expected).text.slice(4));
    expect(mend('متن', true, false, title)).toBe(file('متن', title).text.slice(4));
  });

  it('skips edits that would change the document', () => {
    const body = '[كتاب] و [كتاب][]\n\n[كتاب]: /x';
    expect(mend(body)).toBe(file(body).text.slice(4));
  });
});

describe('hostile documents', () => {
  it.each([
    ['a line of a megabyte', 'متن '.repeat(150_000)],
    ['thousands of faults in a paragraph', 'كتاب , 12 "و" '.repeat(5000)],
    ['thousands of faults that can’t be mended', '[كتاب] '.repeat(400) + '\n\n[كتاب]: /x'],
    ['quotation marks', '«" '.repeat(20_000)],
    ['references', '&zwnj;&#1603;'.repeat(5000)],
    ['tags', '<span lang="ar">'.repeat(400)],
    ['attributes', `<a ${'x '.repeat(50_000)}`],
    ['NUL and lone surrogates', '\u0000ك \uD800ك &#0;ك'],
  ])('are fixed quickly and without failure: %s', (_, body) => {
    const { text } = mendFile(file(body), context, { all: true, frontMatter: true });
    expect(text.startsWith(file('').text)).toBe(true);
  });
});
