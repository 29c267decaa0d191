import fc from 'fast-check';

/** Addresses of links in the generated texts. */
export const addresses = [
  'https://khabar.example/a',
  'https://khabar.example/a_(b)',
  'https://khabar.example/?p=1&q=2',
  '/2016/05/خبر/',
  'https://b.ir/?x=%D8%A7',
  'https://a.ir/x*y_z',
];
/** Addresses of the pictures in the generated texts. */
export const pictures = ['/uploads/a.jpg', 'https://khabar.example/b(1).png', 'c.webp'];

const words = fc.constantFrom(
  ...'کتاب علی می‌رود **خبر** *شهر* _ها_ ~~نه~~ `کد` `a|b` \\* \\[x\\] &amp; &nbsp; a_b ۱. 1) $x_1$ «سلام» #هشتگ http://a.ir/x_y <https://b.ir/a> <a@b.ir> www.a.ir [x] ! <b>پررنگ</b> H<sub>2</sub>O <br> {{<_x_>}} {{%_y_%}} {%_z_%} ==z== [[w]] :smile: <!--_z_--> <span>س</span>'
    .split(' ')
    .map((word) =>
      word
        .replaceAll('_%', ' %')
        .replace(/^\{\{(.)_(.*)_/, '{{$1 $2 ')
        .replace('<!--_z_-->', '<!-- z -->'),
    ),
);
const address = fc.constantFrom(...addresses);
const label = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const target = fc
  .tuple(address, fc.constantFrom('plain', 'pointed'), fc.constantFrom('', ' "عنوان"', ' \'a "b"\'', ' (c)'))
  .map(([url, form, title]) => (form === 'pointed' || /[\s]/.test(url) ? `<${url}>` : url) + title);
const picture = fc
  .tuple(fc.constantFrom('', 'عکس', 'a \\[b\\]'), fc.constantFrom(...pictures), fc.constantFrom('', ' "شرح"'))
  .map(([alt, src, title]) => `![${alt}](${src}${title})`);
const phrase = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 2, arbitrary: fc.tuple(label, target).map(([text, to]) => `[${text}](${to})`) },
  { weight: 1, arbitrary: picture },
  { weight: 1, arbitrary: fc.tuple(picture, target).map(([img, to]) => `[${img}](${to})`) },
  { weight: 1, arbitrary: fc.constantFrom('[کتاب][r]', '[r]', '[r][]', '![عکس][p]', '[^1]') },
);
const line = fc.array(phrase, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
const block = fc.oneof(
  { weight: 5, arbitrary: line },
  { weight: 1, arbitrary: fc.tuple(line, line).map(([a, b]) => `${a}  \n${b}`) },
  { weight: 1, arbitrary: line.map((text) => `## ${text}`) },
  { weight: 1, arbitrary: line.map((text) => `${text}\n===`) },
  {
    weight: 1,
    arbitrary: fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item) => `* ${item}`).join('\n')),
  },
  { weight: 1, arbitrary: fc.tuple(line, line).map(([a, b]) => `1. ${a}\n   - ${b}`) },
  { weight: 1, arbitrary: fc.tuple(line, line).map(([a, b]) => `> ${a}\n> ${b}\n>\n> > ${a}`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(line, line)
      .map(([a, b]) => `| ${a.replaceAll('|', '\\|')} | x |\n|---|:-:|\n| ${b.replaceAll('|', '\\|')} | y |`),
  },
  { weight: 1, arbitrary: fc.constantFrom('```js\na = "<b>";\n```', '    code', '---', '\t- a', '~~~\n[a](b)\n~~~') },
);

/** Markdown as authors of static sites write it. */
export const someMarkdown: fc.Arbitrary<string> = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map(
    (blocks) =>
      `${blocks.join('\n\n')}\n\n[r]: ${addresses[0]} "t"\n[p]: <${pictures[0]}>\n\n[^1]: یادداشت [ا](${addresses[1]})\n`,
  );
