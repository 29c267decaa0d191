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

  it.each([
    ['---\ntitle: خبر\nimage: null\nlead: ~\n---\n', { title: 'خبر', image: '', lead: '' }],
    ['{"title":"خبر","feature_image":null,"lead":"null"}\n', { title: 'خبر', image: '', lead: 'null' }],
    ['---\ntitle: "null"\nlead: null یک\ntags: [null]\n---\n', { title: 'null', lead: 'null یک', tags: [''] }],
  ])('reads null as an empty value: %j', (text, data) => {
    const result = parseFrontMatter(text);
    expect('frontMatter' in result && result.frontMatter.data).toEqual(data);
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

  it.each(['js', 'javascript', 'coffee', 'cson', ' js'])('never runs or reads front matter in «%s»', (language) => {
    const text = `---${language}\n{ "title": (globalThis.wasRun = true) }\n---\n\nمتن\n`;
    expect(parseFrontMatter(text)).toHaveProperty('problem.id', 'front-matter-language');
    expect(globalThis).not.toHaveProperty('wasRun');
  });

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
    ['tags: [a', 'yamlUnclosed', 'tags: [a]'],
    ['a: {b: c', 'yamlUnclosed', 'a: {b: c}'],
    ['a: [x]]', 'yamlBracket', 'a: [x]'],
    ['a: [,]', 'yamlBracket', 'a: []'],
    ['a:\n\tb: c', 'yamlTab', '  b: c'],
    ['a: *x', 'yamlAlias', 'a: "*x"'],
    ['a: &', 'yamlAlias', 'a: "&"'],
    ['a: &x', 'yamlAlias', 'a: "&x"'],
    ['a: @x', 'yamlSign', 'a: "@x"'],
    ['a: "\\q"', 'yamlEscape', "a: '\\q'"],
    ['a: - b', 'yamlOther', 'a: "- b"'],
  ])('explains in its own words why «%.20s» is not YAML', (yaml, reasonKind, line) => {
    expect(faultOf(yaml)).toMatchObject({ id: 'yaml-line', values: { reasonKind, line } });
  });

  it.each([
    ['a: |\n  x\nb:\n  c: d\n e: f', 'field-indented', 'e: f'],
    ['a: b\nc', 'line-unindented', '  c'],
    ['a: "x" y', 'quotes-inside', `a: '"x" y'`],
    ['a: "x', 'quote-unclosed', 'a: "x"'],
    ['a:b\nc: d', 'colon-space', 'a: b'],
    ['a: b: c', 'colon-unquoted', 'a: "b: c"'],
    ['a: {b: c، d: e}', 'comma-persian', 'a: {b: c, d: e}'],
    ['a: [#b]', 'hash-cut', 'a: ["#b"]'],
    ['a: b #c', 'hash-cut', 'a: "b #c"'],
  ])('names the mistake in «%.20s»', (yaml, id, line) => {
    expect(faultOf(yaml)).toMatchObject({ id, values: { line } });
  });

  it.each([
    'a: b # c',
    'a: "b #c"',
    'a: b#c',
    "a: '#b'",
    'a: |\n  b #c',
    '#a: b',
    'a: b # check-disable-line',
    '#b\na: c',
  ])('accepts comments, and hashes in strings: %j', (yaml) => {
    expect(read(`---\n${yaml}\n---\n`).faults).toEqual([]);
  });

  it('joins quoted strings that continue without indentation', () => {
    const { data, placeOf } = read('---\ntitle: "خبر\nشهر"\nlead: \'یک\nدو\'\ndate: x\n---\n');
    expect(data).toEqual({ title: 'خبر شهر', lead: 'یک دو', date: 'x' });
    expect(placeOf(['date'])).toEqual({ line: 6, column: 1 });
  });

  it('ends YAML at a line of three dots', () => {
    const { body, bodyLine } = read('---\ntitle: خبر\n...\nمتن\n---\nدو\n');
    expect([body, bodyLine]).toEqual(['متن\n---\nدو\n', 4]);
  });

  it.each([
    ['TOML', '+++\ntitle = "خبر"\nversion = 1.10\ntags = ["شهر", \'کتاب\']\n[image]\nsrc = "a.jpg"\n+++\nمتن'],
    ['JSON', '{\n\t"title": "خبر",\n"version": 1.10,\n"tags": ["شهر", "کتاب"],\n\n"image": {"src":"a.jpg"}\n}\nمتن'],
    [
      'TOML between dashes',
      '---toml\ntitle = "خبر"\nversion = 1.10\ntags = ["شهر", "کتاب"]\n\nimage.src = "a.jpg"\n---\nمتن',
    ],
    [
      'JSON between dashes',
      '---json\n{"title": "خبر",\n"version": 1.10,\n\n"tags": ["شهر", "کتاب"],\n"image": {"src": "a.jpg"}}\n---\nمتن',
    ],
  ])('reads %s, every value as text, with positions', (_, text) => {
    const { data, body, placeOf, writtenAt } = read(text.replaceAll('\n', '\r\n'));
    expect(data).toEqual({ title: 'خبر', version: '1.10', tags: ['شهر', 'کتاب'], image: { src: 'a.jpg' } });
    expect(body.trim()).toBe('متن');
    const lines = text.split('\n');
    for (const [path, word] of [
      [['tags', 1], 'کتاب'],
      [['title'], 'خبر'],
      [['image', 'src'], 'a.jpg'],
    ] as const) {
      const { line, column } = placeOf(path);
      expect(lines[line - 1]!.slice(column - 1)).toContain(word);
      const { text: literal, start } = writtenAt(path)!;
      expect([literal, text.slice(start, start + literal.length)]).toEqual([word, word]);
    }
  });

  it('never runs code in a JSON object', () => {
    const text = '{ "title": (globalThis.wasRun = true) }\n\nمتن\n';
    for (const file of [text, `---json\n${text}---\n`]) expect(parseFrontMatter(file)).toHaveProperty('problem');
    expect(globalThis).not.toHaveProperty('wasRun');
  });
});

function faultOf(yaml: string) {
  const result = parseFrontMatter(`---\n${yaml}\n---\n`);
  return 'problem' in result ? result.problem : result.frontMatter.faults[0];
}
