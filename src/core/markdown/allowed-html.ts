import type { Options } from 'rehype-sanitize';
import { mathAttributes, mathClass, mathElements } from './syntax/mathml.ts';
import { languageClass, languageTag } from '../text/html-elements.ts';

const dir: [string, string] = ['dir', 'ltr'];
const lang: [string, RegExp] = ['lang', languageTag];

const mathParts = mathElements.filter((name) => name !== 'math');

/** Every element and attribute that the pipeline produces; anything else is removed. */
export const schema: Options = {
  allowComments: false,
  allowDoctypes: false,
  ancestors: {
    thead: ['table'],
    tbody: ['table'],
    tr: ['table'],
    td: ['table'],
    th: ['table'],
    figcaption: ['figure'],
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
    bdi: [dir],
    blockquote: [dir, lang],
    code: [dir, ['className', languageClass]],
    div: [dir, lang, 'ariaLabel', 'tabIndex', ['role', 'region', 'group'], ['className', 'table', 'verse', 'formula']],
    figcaption: [dir],
    figure: ['ariaLabel', ['className', 'gallery', 'quote']],
    h2: ['id', dir],
    h3: ['id', dir],
    h4: ['id', dir],
    h5: ['id', dir],
    h6: ['id', dir],
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
    li: ['id', ['className', 'task-list-item']],
    ol: ['start', dir, ['className', 'contains-task-list']],
    p: [dir, ['className', 'couplet']],
    pre: [dir, 'tabIndex'],
    section: [['className', 'footnotes'], 'ariaLabelledBy'],
    source: ['type', 'srcSet', 'sizes'],
    span: [lang, ['className', 'credit']],
    td: [dir, ['className', 'align-start', 'align-center', 'align-end']],
    th: [dir, ['scope', 'col'], ['className', 'align-start', 'align-center', 'align-end']],
    ul: [dir, ['className', 'contains-task-list']],
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
    ...'a bdi blockquote br code del div em figcaption figure h2 h3 h4 h5 h6 hr img input li ol p picture pre section source span strong sup table tbody td th thead tr ul'.split(
      ' ',
    ),
    ...mathElements,
  ],
};
