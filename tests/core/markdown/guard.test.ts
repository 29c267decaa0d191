import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { isDeep, isHostile } from '../../../src/core/markdown/guard.ts';

describe('isHostile', () => {
  it.each<[string, number, (count: number) => string]>([
    ['nested quotations', 100, (count) => `${'>'.repeat(count)}متن`],
    ['nested quotations that end in a dash', 100, (count) => `${'>'.repeat(count)}متن -`],
    ['nested lists', 100, (count) => `${'- '.repeat(count)}متن`],
    ['nested numbered lists', 100, (count) => `${'1. '.repeat(count)}متن`],
    ['nested footnotes', 100, (count) => `${'[^1]:'.repeat(count)}متن`],
    ['columns before an item', 200, (count) => `${' '.repeat(count)}- متن`],
    ['open brackets', 100, (count) => `${'['.repeat(count)}متن`],
    ['open brackets in two lines', 50, (count) => `${'['.repeat(count)}\n${'['.repeat(count)}`],
    ['asterisks after a letter', 99, (count) => `ا${'*'.repeat(count)}`],
    ['tildes before a letter', 99, (count) => `${'~'.repeat(count)}ا`],
    ['runs of delimiters', 2000, (count) => 'a_ '.repeat(count)],
    ['tags', 500, (count) => 'a <b '.repeat(count)],
    ['tags after a table in HTML', 500, (count) => `<table>\n\n${'a <b '.repeat(count)}`],
    ['tags after a tag that begins no block', 500, (count) => `<b>${' <b '.repeat(count - 1)}`],
    ['lines of a paragraph', 5000, (count) => 'متن\n'.repeat(count)],
    ['lines of a paragraph that end in CR', 5000, (count) => 'متن\r'.repeat(count)],
    ['lazy lines of a quotation', 500, (count) => `> متن\n${'متن\n'.repeat(count)}`],
    ['lazy lines of an item', 500, (count) => `- متن\n${'متن\n'.repeat(count)}`],
    ['bars of a table', 999, (count) => '|'.repeat(count)],
    ['short lists in a long document', 1117, (count) => '- متن\n\nمتن\n\n'.repeat(count)],
    ['runs of backticks', 5000, (count) => '`a'.repeat(count)],
  ])('limits %s: accepts %i, rejects one more', (_, limit, build) => {
    expect(isHostile(build(limit))).toBe(false);
    expect(isHostile(build(limit + 1))).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['thematic breaks', `${'- '.repeat(400)}\n\n${'* '.repeat(400)}\n\n${'_'.repeat(400)}`],
    ['brackets that are closed', '[متن](u) '.repeat(1000)],
    ['brackets that are escaped', '\\['.repeat(400)],
    ['closing brackets', 'متن]'.repeat(400)],
    ['many delimiters spread over paragraphs', `${'a_ '.repeat(1500)}\n\n`.repeat(5)],
    ['many delimiters spread over quoted paragraphs', `> ${'a_ '.repeat(1500)}\n>\n`.repeat(5)],
    ['a long quotation', '> متن\n'.repeat(4000)],
    ['a long list', '- متن\n'.repeat(4000)],
    ['dashes within the lines of a long text', 'متن - متن\n\nمتن\n\n'.repeat(1500)],
    ['a dash within the first line of a long paragraph', `متن - متن\n${'متن\n'.repeat(1000)}`],
    ['delimiters that are escaped', '\\* '.repeat(3000)],
    ['a long text', 'متن\n\n'.repeat(50_000)],
    ['a table in HTML', `متن\n<table>\n${'<tr><td>[a_b</td></tr>\n'.repeat(1500)}</table>`],
    ['a long word', 'متن'.repeat(100_000)],
  ])('accepts %s', (_, markdown) => {
    expect(isHostile(markdown)).toBe(false);
  });
});

describe('isDeep', () => {
  const nest = (depth: number): Nodes => {
    let tree: Nodes = { type: 'paragraph', children: [] };
    for (let level = 1; level < depth; level++) tree = { type: 'blockquote', children: [tree] };
    return { type: 'root', children: [tree] };
  };

  it.each([
    [1, false],
    [100, false],
    [101, true],
    [200_000, true],
  ])('for a document of %i levels returns %s', (depth, expected) => {
    expect(isDeep(nest(depth))).toBe(expected);
  });

  it('finds a deep part among shallow ones and ignores breadth', () => {
    const flat = Array.from({ length: 300 }, () => nest(2) as never);
    expect(isDeep({ type: 'root', children: flat })).toBe(false);
    expect(isDeep({ type: 'root', children: [...flat, nest(101) as never, ...flat] })).toBe(true);
  });
});
