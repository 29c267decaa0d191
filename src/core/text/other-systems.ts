/** A kind of notation that other systems understand, and Markdown and this site do not. */
export type NotationKind =
  | 'hugo'
  | 'liquid'
  | 'template'
  | 'attributes'
  | 'wiki'
  | 'directive'
  | 'shortcode'
  | 'bracketTag'
  | 'mdx'
  | 'media';

// Shortcodes of WordPress that stand without arguments; others are recognised by theirs, or by a closing tag.
const bare =
  'caption|wp_caption|gallery|embed|playlist|youtube|vimeo|aparat|toc|TOC|nextpage|contact-form-7|(?:su|vc)_\\w+';

/**
 * Sources of regular expressions, by kind, for the flags `g` and `m`. A repetition stops where the notation could begin
 * anew, so that the time grows with the text's length.
 */
export const otherSystems: Readonly<Record<NotationKind, string>> = {
  hugo: '\\{\\{[<%](?:(?!\\{\\{|[>%]\\}\\})[^])*[>%]\\}\\}',
  liquid: '\\{%(?:(?!\\{%|%\\})[^])*%\\}',
  template: '\\{\\{(?:[^{}]|\\{[^{}]*\\})*\\}\\}',
  attributes:
    '^[ \\t>]*\\{[#.:][^}\\n]*\\}[ \\t]*$|\\{:?[ \\t]*[#.][\\p{L}_][\\p{L}\\p{N}_-]*(?:[ \\t][^{}\\n]*)?\\}|\\{:[ \\t]*[\\w-][^{}\\n]*\\}',
  // Links and embedded pages; hidden remarks.
  wiki: '!?\\[\\[[^\\[\\]\\n]+\\]\\]|(?<![\\p{N}%])%%[^%\\n]+%%',
  directive:
    '^[ \\t>]*(?::{3,}|::[a-z][\\w-]*[[{]).*$|^(?:!!!|\\?\\?\\?)\\+?[ \\t]+[a-z]+.*$|^\\.\\.[ \\t]+[a-z][a-z-]*::.*$',
  // With what they embed, which is an address or code.
  shortcode: `\\[(?<embedding>embed|code|youtube|aparat)\\][^\\[\\]]*\\[/\\k<embedding>\\]|\\[(?:${bare})(?:[ \\t][^[\\]\\n]*)?\\](?!\\()|\\[[A-Za-z][\\w-]*[ \\t]+(?:[\\w-]+=|https?://|\uFFFC)[^[\\]\\n]*\\](?!\\()`,
  bracketTag: '\\[/[A-Za-z][\\w-]*\\](?!\\()|\\[(?:url|img|color|size)=[^[\\]\\n]*\\]',
  mdx: '^(?:import[ \\t]+(?:[\\w$*{][^\'"\\n]*[ \\t]from[ \\t]+)?[\'"][^\'"\\n]+[\'"]|export[ \\t]+(?:const|let|default|function|async)[ \\t].*)[ \\t]*;?[ \\t]*$|</?[A-Z][\\w.]*(?:\\s(?:[^<>{}]|\\{[^{}]*\\})*)?/?>|<[a-z][\\w-]*\\s[^<>{}]*=\\{[^{}]*\\}[^<>]*>',
  media: '@\\[[^\\[\\]\\n]*\\]\\([^()\\n]*\\)',
};

/** Return whether a text may have any of it, by its signs. */
export function mayHoldNotation(text: string): boolean {
  return signs.some((sign) => text.includes(sign)) && beginning.test(text);
}

// Most texts have none of these, which is found out much faster than that nothing begins.
const signs = ['{', '[', '<', '%%', '::', '!!!', '???', '..', 'import', 'export'];
const beginning =
  /\{[{%#.:]|\[\[|\[\/?[A-Za-z]|:::|^[ \t>]*::[a-z]|^(?:!!!|\?\?\?|\.\.|import|export)[+ \t]|<\/?[A-Z]|=\{|@\[|%%/m;

/** All kinds as one source of a regular expression with a group for each, for the flags `g`, `m` and `u`. */
export const otherNotation: string = Object.entries(otherSystems)
  .map(([kind, source]) => `(?<${kind}>${source})`)
  .join('|');
