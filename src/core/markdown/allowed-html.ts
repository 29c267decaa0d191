import type { Options } from 'rehype-sanitize';
import { mathAttributes, mathClass, mathElements } from './syntax/mathml.ts';
import { languageClass, languageTag } from '../text/html-elements.ts';

const dir: [string, string] = ['dir', 'ltr'];
const lang: [string, RegExp] = ['lang', languageTag];

const spans: [string, RegExp][] = [
  ['colSpan', /^\d{1,3}$/],
  ['rowSpan', /^\d{1,3}$/],
];
const mathParts = mathElements.filter((name) => name !== 'math');

/** Every element and attribute that the pipeline produces; anything else is removed. */
export const schema: Options = {
  allowComments: false,
  allowDoctypes: false,
  ancestors: {
    caption: ['table'],
    thead: ['table'],
    tbody: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    td: ['table'],
    th: ['table'],
    figcaption: ['figure'],
    dt: ['dl'],
    dd: ['dl'],
    summary: ['details'],
    li: ['ol', 'ul'],
    source: ['picture'],
    ...Object.fromEntries(mathParts.map((name) => [name, ['math']])),
  },
  attributes: {
    a: [
      'href',
      'title',
      'id',
      'ariaLabel',
      dir,
      ['rel', 'external', 'noopener', 'noreferrer'],
      ['className', 'anchor', 'fn-ref', 'fn-back'],
    ],
    abbr: ['title'],
    bdi: [dir],
    blockquote: [dir, lang],
    caption: [dir, lang],
    code: [dir, ['className', languageClass]],
    dd: [dir, lang],
    details: [['open', true]],
    dt: [dir, lang],
    div: [dir, lang, 'ariaLabel', 'tabIndex', ['role', 'region', 'group'], ['className', 'table', 'verse', 'formula']],
    figcaption: [dir, lang],
    figure: ['ariaLabel', ['className', 'broad', 'gallery', 'quote']],
    h2: ['id', dir, lang],
    h3: ['id', dir, lang],
    h4: ['id', dir, lang],
    h5: ['id', dir, lang],
    h6: ['id', dir, lang],
    img: [
      'src',
      'alt',
      'title',
      'width',
      'height',
      ['loading', 'lazy'],
      ['decoding', 'async'],
      ['referrerPolicy', 'no-referrer'],
      ['className', /^tone-\d+$/],
    ],
    input: ['checked', 'ariaLabel', ['disabled', true], ['type', 'checkbox']],
    li: ['id', ['value', /^-?\d{1,9}$/], ['className', 'task-list-item']],
    ol: [
      ['start', /^-?\d{1,9}$/],
      ['reversed', true],
      ['type', 'a', 'A', 'i', 'I'],
      dir,
      lang,
      ['className', 'contains-task-list'],
    ],
    p: [dir, lang, ['className', 'couplet']],
    pre: [dir, 'tabIndex'],
    section: [['className', 'footnotes'], 'ariaLabelledBy'],
    source: ['type', 'srcSet', 'sizes'],
    span: [dir, lang, ['className', 'credit']],
    summary: [dir, lang],
    td: [dir, lang, ...spans, ['className', 'align-start', 'align-center', 'align-end']],
    th: [dir, lang, ...spans, ['scope', 'col', 'row'], ['className', 'align-start', 'align-center', 'align-end']],
    ul: [dir, lang, ['className', 'contains-task-list']],
    math: [dir, 'alttext', ['display', 'block']],
    ...Object.fromEntries(mathParts.map((name) => [name, [...mathAttributes, ['className', mathClass]]])),
  },
  // Ids come only from our own transforms, which avoid collisions with the page's ids.
  clobber: [],
  clobberPrefix: '',
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['https'] },
  required: { input: { disabled: true, type: 'checkbox' } },
  strip: ['script', 'style'],
  tagNames: [
    ...'a abbr bdi blockquote br caption code dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr img input ins li mark ol p picture pre s section small source span strong sub summary sup table tbody td tfoot th thead tr u ul'.split(
      ' ',
    ),
    ...mathElements,
  ],
};
