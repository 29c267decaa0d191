import fc from 'fast-check';

const signs =
  '۱. ۲) 1) 1. - # ## + * ** _ __ ` ``` $ $$ ~ ~~ | || [x] [ ] ![ [a](b) &lt; &lt;b&gt; &amp; &amp;lt; &amp;nbsp; \\ \\* {{ }} :: ::: @ @ali_ _a_ *a* > &gt; = === --- *** — « » ( ) ، . : ! ؟ … & < 😀 👨\u200D👩\u200D👧 [^1] [1] [a]: ]( ](b) |- :- ^ == ++ :smile: #هشتگ #tag ![a] // ” “ " \' &#8204; &zwnj; &#x200f; \u200F \u200E \u00A0 &nbsp; &shy; ١٢ ۱۲/۵ 2*3 ۲*۳ C++ a_b x^2 $x$ $5'.split(
    ' ',
  );
const words =
  'کتاب علی خبر می‌رود شهر Tehran news ۱۴۰۴ 12 علی_رضا ها \u200Cها \u200Cهای را. گفت: «سلام» و, کرد؛ است! example.com/a*b*c ٤ ك ي أ مؤمن'.split(
    ' ',
  );

const bare = fc
  .tuple(
    fc.constantFrom(' ', '(', '«', '\n'),
    fc.constantFrom(
      'http://a.ir/x_y',
      'https://khabar.example/خبر/۱?a=1&amp;b=2',
      'www.a.ir',
      'a_b@b-c.ir',
      'https://a.ir/*b*_c_',
    ),
    fc.constantFrom(' ', ') ', '. ', '، ', '» ', '\n'),
  )
  .map((parts) => parts.join(''));
const sign = fc.constantFrom(...signs);
const word = fc.constantFrom(...words);
const glue = fc.constantFrom('', '', ' ', ' ', ' ', ' ', '\n', '&nbsp;', '  ', '\u200C');
const token = fc.oneof({ weight: 5, arbitrary: word }, { weight: 2, arbitrary: sign }, bare);
const piece = fc.tuple(glue, token, glue).map((parts) => parts.join(''));
const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));

const style = fc.constantFrom(
  '',
  '',
  '',
  ' style="font-weight: bold"',
  ' class="a b"',
  ' dir="rtl"',
  ' lang="fa"',
  ' id="a1"',
  ' align="center"',
);
const address = fc.constantFrom(
  'https://khabar.example/a',
  'https://khabar.example/خبر (۱)',
  'https://khabar.example/a_b*c*',
  'http://a.ir/?a=1&amp;b=2#c',
  'https://a.ir/[x]/y)',
  '/tag/شهر/',
  'mailto:a@b.ir',
  'https://a.ir/%D8%A7%20b',
  'https://a.ir/x|y',
);
const picture = fc.constantFrom(
  'https://khabar.example/a.jpg',
  'https://khabar.example/عکس ۱.jpg',
  '/uploads/b_1.png',
  'https://khabar.example/c(1).jpg?w=1|2',
);
const alt = fc.constantFrom('', 'عکس', 'a [b] "c"', 'نام * _ `', 'a|b');
const phraseNames =
  'b strong i em u s del strike sup sub span font small big mark ins code kbd tt cite abbr q a bdi ruby nobr var'.split(
    ' ',
  );
const wrapNames = 'p div p div h1 h2 h3 h4 blockquote center section pre address article figure'.split(' ');

function tag(name: string, attributes: string, inner: string): string {
  return `<${name}${attributes}>${inner}</${name}>`;
}

const image = fc
  .tuple(picture, alt, fc.constantFrom('', ' width="20" height="20"', ' class="aligncenter"'))
  .map(([src, words, more]) => `<img src="${src}" alt="${words.replaceAll('"', '&quot;')}"${more}>`);

const tree = fc.letrec<{ phrase: string; phrases: string; block: string; blocks: string; item: string; cell: string }>(
  (tie) => ({
    phrase: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      { weight: 6, arbitrary: text },
      { weight: 1, arbitrary: fc.constantFrom('<br>', '<br/>', '<br>\n', '<br><br>') },
      {
        weight: 4,
        arbitrary: fc
          .tuple(fc.constantFrom(...phraseNames), style, tie('phrases'))
          .map(([name, attributes, inner]) => tag(name, attributes, inner)),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(address, fc.constantFrom('', ' title="t &quot;x&quot;"', ' target="_blank"'), tie('phrases'))
          .map(([href, more, inner]) => tag('a', ` href="${href}"${more}`, inner)),
      },
      { weight: 1, arbitrary: image },
      { weight: 1, arbitrary: fc.tuple(picture, image).map(([href, img]) => `<a href="${href}">${img}</a>`) },
    ),
    phrases: fc.array(tie('phrase'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    block: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      { weight: 6, arbitrary: tie('phrases').map((inner) => `<p>${inner}</p>\n`) },
      { weight: 1, arbitrary: tie('phrases') },
      { weight: 1, arbitrary: tie('phrases').map((inner) => `${inner}\n\n`) },
      {
        weight: 3,
        arbitrary: fc
          .tuple(fc.constantFrom(...wrapNames), style, fc.oneof(tie('phrases'), tie('blocks')))
          .map(([name, attributes, inner]) => tag(name, attributes, inner)),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom('ul', 'ol', 'ol start="3"'), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
          .map(([name, items]) => `<${name}>\n${items.join('\n')}</${name.slice(0, 2)}>`),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(
            fc.boolean(),
            fc.array(fc.array(tie('cell'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
          )
          .map(
            ([hasHead, rows]) =>
              `<table>${rows
                .map((row, index) =>
                  tag('tr', '', hasHead && index === 0 ? row.join('').replaceAll(/(<\/?)td/g, '$1th') : row.join('')),
                )
                .join('\n')}</table>`,
          ),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(image, tie('phrases'))
          .map(([img, caption]) => `<figure>${img}<figcaption>${caption}</figcaption></figure>`),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(image, text)
          .map(([img, caption]) => `<div class="wp-caption">${img}<p class="wp-caption-text">${caption}</p></div>`),
      },
      {
        weight: 1,
        arbitrary: fc.array(image, { minLength: 1, maxLength: 3 }).map((images) => `<p>${images.join(' ')}</p>`),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(tie('phrases'), tie('block')).map(([a, b]) => `<dl><dt>${a}</dt><dd>${b}</dd></dl>`),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(text, tie('blocks')).map(([a, b]) => `<details><summary>${a}</summary>${b}</details>`),
      },
      { weight: 1, arbitrary: fc.constantFrom('<hr>', '<!-- more -->', '<p>&nbsp;</p>', '<div></div>') },
    ),
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    item: fc.oneof(tie('phrases'), tie('phrases'), tie('blocks')).map((inner) => `<li>${inner}</li>`),
    cell: fc
      .tuple(
        fc.constantFrom('', '', '', ' colspan="2"', ' rowspan=2', ' align="center"'),
        fc.oneof(
          { weight: 5, arbitrary: tie('phrases') },
          { weight: 1, arbitrary: tie('block') },
          { weight: 1, arbitrary: fc.constant('') },
        ),
      )
      .map(([attributes, inner]) => tag('td', attributes, inner)),
  }),
);

/** Well-formed HTML as people and editors write it. */
export const tidyHtml: fc.Arbitrary<string> = tree.blocks;

/** HTML in which some tags are missing or in the wrong place. */
export const untidyHtml: fc.Arbitrary<string> = fc
  .tuple(tree.blocks, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }))
  .map(([html, moves]) => {
    const parts = html.split(/(<[^>]*>)/);
    for (const [from, to] of moves) {
      const [moved = ''] = parts.splice(from % parts.length, 1);
      if (to % 3 !== 0) parts.splice(to % (parts.length + 1), 0, moved);
    }
    return parts.join('');
  });
