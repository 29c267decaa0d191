import { describe, expect, it } from 'vitest';
import {
  cutParts,
  dropTrackers,
  firstPicture,
  plainParagraphs,
  plainText,
  restoreTags,
  scanHtml,
} from '../../../../src/core/import/reading/html-scan.ts';
import {
  elementsOf,
  hasMore,
  memberOf,
  membersOf,
  parsePlace,
  parseValue,
  rootOf,
} from '../../../../src/core/import/reading/json-text.ts';
import { hostOf, laterDay, momentOf, nameOf, originOf, utcDate } from '../../../../src/core/import/reading/values.ts';

describe('places in JSON', () => {
  const text = '\uFEFF{\n "a": [1, "]\\"", {"b": [2]},\n[ ], null],\n "c": "x", "a\\u0062": true }\n';
  const root = rootOf(text)!;

  it('are found by brackets, with lines', () => {
    expect(Array.from(membersOf(text, root), ({ key, line }) => [key, line])).toEqual([
      ['a', 2],
      ['c', 4],
      ['ab', 4],
    ]);
    const list = [...elementsOf(text, memberOf(text, root, 'a')!)];
    expect(list.map((place) => [parsePlace(text, place), place.line])).toEqual([
      [1, 2],
      [']"', 2],
      [{ b: [2] }, 2],
      [[], 3],
      [null, 3],
    ]);
    expect(hasMore(text, root)).toBe(false);
    expect(hasMore('{} x', rootOf('{} x')!)).toBe(true);
  });

  it.each(['[1, {"a": "b', '[1, {"a": [', '[1, {"a"', '[1, "a\\'])('find that a text is truncated: %s', (cut) => {
    const found = rootOf(cut)!;
    const places = [...elementsOf(cut, found)];
    expect([found.isWhole, places.map(({ isWhole }) => isWhole)]).toEqual([false, [true, false]]);
    expect(parsePlace(cut, places[1]!)).toBeUndefined();
  });

  it.each(['', ' ', '\uFEFF'])('are absent in %j', (text) => {
    expect(rootOf(text)).toBeUndefined();
  });

  it.each(['[}', '[:]', '[,,]', '{,}', '{"a"}', '{"a":}', '{1:2}', '[1 2]'])('end in nonsense: %s', (text) => {
    const place = rootOf(text)!;
    expect([...elementsOf(text, place), ...membersOf(text, place)].length).toBeLessThan(4);
  });

  it('may contain control characters, as in Telegram', () => {
    expect(parseValue('"a\\x1Fb\\\\x1F\\n"')).toBe('ab\\x1F\n');
    expect(parseValue('"a\\x"')).toBeUndefined();
  });
});

describe('HTML', () => {
  it('becomes plain text as in browsers', () => {
    expect(plainText('<p>یک&nbsp;<b>دو</b></p><script>x</script>سه<br>چهار &lt;')).toBe('یک دو سه چهار <');
    expect(plainParagraphs('یک<br>دو<br><br>سه<p>چهار</p><div>پنج</div>')).toBe('یک\nدو\n\nسه\n\nچهار\n\nپنج');
    expect(plainText('a < b &amp; c > d')).toBe('a < b & c > d');
  });

  it('is scanned with positions', () => {
    const html = 'a<A HREF="x&amp;y" href=z>b</a ><!-- c --><br/>';
    const found: unknown[] = [];
    scanHtml(html, {
      onOpen: ({ name, attributes, start, end }) => found.push([name, attributes.get('href'), html.slice(start, end)]),
      onClose: (name, start, end) => found.push([name, html.slice(start, end)]),
      onComment: (text, start, end) => found.push([text, html.slice(start, end)]),
    });
    expect(found).toEqual([
      ['a', 'x&y', '<A HREF="x&amp;y" href=z>'],
      ['a', '</a >'],
      [' c ', '<!-- c -->'],
      ['br', undefined, '<br/>'],
    ]);
  });

  it('loses tracking pixels', () => {
    const html = 'a<img src="t" width="1" height="1px">b<img src="p" width=10 height=1>';
    expect(dropTrackers(html)).toBe('ab<img src="p" width=10 height=1>');
    expect(firstPicture(html)?.attributes.get('src')).toBe('p');
    expect(firstPicture('<img alt="x">')).toBeUndefined();
  });

  it('is unescaped if it was escaped once too often', () => {
    expect(restoreTags('&lt;p class="a"&gt;x &amp;amp; y&lt;/p&gt;')).toBe('<p class="a">x &amp; y</p>');
    expect(restoreTags('<p>&lt;p&gt;</p>')).toBe('<p>&lt;p&gt;</p>');
    expect(restoreTags('۲ &lt; ۳')).toBe('۲ &lt; ۳');
  });

  it('loses overlapping parts', () => {
    expect(
      cutParts('abcdef', [
        [1, 4],
        [2, 3],
        [3, 5],
      ]),
    ).toBe('af');
  });
});

describe('values', () => {
  it.each([
    ['مینا راد', 'مینا راد'],
    ['mina@khabar.example (مینا راد)', 'مینا راد'],
    ['مینا راد <mina@khabar.example>', 'مینا راد'],
    ['mina@khabar.example', ''],
    ['  مینا \n راد ', 'مینا راد'],
  ])('of names: %j', (name, expected) => {
    expect(nameOf(name)).toBe(expected);
  });

  it.each([
    ['2023-05-01 08:00:00', '2023-05-01T11:30:00+03:30'],
    ['2023-05-01T08:00:00.000Z', '2023-05-01T11:30:00+03:30'],
    ['2023-05-01T12:00:00+04:00', '2023-05-01T11:30:00+03:30'],
    [1_682_928_000, '2023-05-01T11:30:00+03:30'],
    [1_682_928_000_000, '2023-05-01T11:30:00+03:30'],
    ['1682928000', '2023-05-01T11:30:00+03:30'],
    ['0000-00-00 00:00:00', undefined],
    ['', undefined],
    [null, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [1e300, undefined],
    ['دیروز', 'دیروز'],
  ])('of moments in a database: %j', (value, expected) => {
    const date = utcDate(value);
    expect(typeof date === 'object' ? date.iso : date).toBe(expected);
  });

  it('of changes at least a day later', () => {
    const [date, soon, later] = [0, 80_000, 90_000].map((seconds) => momentOf(1_700_000_000 + seconds));
    expect([laterDay(date, soon), laterDay(date, later), laterDay(date, undefined)]).toEqual([
      undefined,
      later,
      undefined,
    ]);
  });

  it('of origins', () => {
    const of = (host: string, key: string): string => originOf({ system: 's', host, key, title: 'a', date: 'b' });
    expect(of('a.example', '7')).toBe('s:a.example/7');
    expect(of('a.example', 'https://www.a.example/x?y=1')).toBe('s:a.example/x?y=1');
    expect(of('a.example', 'https://b.example/x')).toBe('s:a.example/https://b.example/x');
    expect(of('', '7')).toBe('s:7');
    expect(of('', '')).toMatch(/^s:#[\da-f]{8}$/);
    expect(hostOf('nothing')).toBe('');
  });
});
