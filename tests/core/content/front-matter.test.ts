import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from '../../../src/core/content/front-matter.ts';

function read(text: string) {
  const result = parseFrontMatter(text);
  if ('problem' in result) throw new Error(JSON.stringify(result.problem));
  return result.frontMatter;
}

describe('parseFrontMatter', () => {
  it('reads every scalar as text', () => {
    const { data } = read('---\ndate: 1404-02-31\nversion: 1.10\npicked: true\nnumber: 0x10\nnothing:\n---\n');
    expect(data).toEqual({ date: '1404-02-31', version: '1.10', picked: 'true', number: '0x10', nothing: '' });
  });

  it('accepts a byte order mark, CRLF, and white space after the delimiters', () => {
    const { data, body, bodyLine } = read('\uFEFF---  \r\ntitle: خبر\r\n---\t\r\n\r\nمتن\r\n');
    expect(data).toEqual({ title: 'خبر' });
    expect(body.trim()).toBe('متن');
    expect(bodyLine + body.split('\n').indexOf('متن')).toBe(5);
  });

  it('knows the positions of values', () => {
    const { placeOf } = read('---\ntitle: خبر\ntags:\n  - شهر\n  - کتاب\nimage: {src: a.jpg, alt: شهر}\n---\n');
    expect(placeOf(['title'])).toEqual({ line: 2, column: 1 });
    expect(placeOf(['tags', 1])).toEqual({ line: 5, column: 5 });
    expect(placeOf(['image', 'alt'])).toEqual({ line: 6, column: 26 });
    expect(placeOf(['image', 'caption'])).toEqual({ line: 6, column: 1 });
    expect(placeOf(['source'])).toEqual({ line: 1, column: 1 });
  });

  it('returns the same result when called again', () => {
    const bad = '---\ntitle: "خبر\n---\n\nمتن\n';
    expect(parseFrontMatter(bad)).toEqual(parseFrontMatter(bad));
    expect(parseFrontMatter(bad)).toHaveProperty('problem.id', 'quote-unclosed');
  });

  it.each(['js', 'javascript', 'coffee', 'cson', ' js'])(
    'never runs or reads front matter in «%s»',
    (language) => {
      const text = `---${language}\n{ "title": (globalThis.wasRun = true) }\n---\n\nمتن\n`;
      expect(parseFrontMatter(text)).toHaveProperty('problem.id', 'front-matter-language');
      expect(globalThis).not.toHaveProperty('wasRun');
    },
  );

  it('does not take a thematic break in the body for the end of the front matter', () => {
    expect(read('---\ntitle: خبر\n---\n\nمتن\n\n---\n\nمتن\n').body.trim()).toBe('متن\n\n---\n\nمتن');
  });

  it('keeps fields away from the prototype of objects', () => {
    read('---\n__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\n---\n');
    expect({}).not.toHaveProperty('polluted');
  });

  it('survives unbounded nesting', () => {
    expect(parseFrontMatter(`---\na: ${'['.repeat(15_000)}\n---\n\nمتن\n`)).toHaveProperty(
      'problem.id',
      'yaml-invalid',
    );
  });

  it.each([
    ['tags: [a', 'yamlUnclosed'],
    ['a: {b: c', 'yamlUnclosed'],
    ['a: [x]]', 'yamlBracket'],
    ['a: [,]', 'yamlBracket'],
    ['a: |\n  x\nb:\n  c: d\n e: f', 'yamlIndent'],
    ['a:\n\tb: c', 'yamlTab'],
    ['a: *x', 'yamlAlias'],
    ['a: &', 'yamlAlias'],
    ['a: @x', 'yamlSign'],
    ['a: "\\q"', 'yamlEscape'],
    ['a: b\nc', 'yamlLine'],
    ['a: "x" y', 'yamlAfter'],
    [`a: ${'['.repeat(15_000)}`, 'yamlDeep'],
    ['a: - b', 'yamlOther'],
  ])('explains in its own words why «%.20s» is not YAML', (yaml, reasonKind) => {
    expect(parseFrontMatter(`---\n${yaml}\n---\n`)).toMatchObject({
      problem: { id, values: id.startsWith('yaml-') ? { reasonKind } : { line: expect.any(String) as string } },
    });
  });
});
