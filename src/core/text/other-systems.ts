/** A kind of notation that other systems understand, but neither Markdown nor this site does. */
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

// WordPress shortcodes without arguments; all others are recognised by their arguments or a closing tag.
const bare =
  'caption|wp_caption|gallery|embed|playlist|youtube|vimeo|aparat|toc|TOC|nextpage|contact-form-7|(?:su|vc)_\\w+';

/**
 * Sources of regular expressions, by kind, for the flags `g` and `m`. Repetitions stop where the notation could start
 * again, which keeps matching linear.
 */
export const otherSystems: Readonly<Record<NotationKind, string>> = {
  hugo: '\\{\\{[<%](?:(?!\\{\\{|[>%]\\}\\})[^])*[>%]\\}\\}',
  liquid: '\\{%(?:(?!\\{%|%\\})[^])*%\\}',
  template: '\\{\\{(?:[^{}]|\\{[^{}]*\\})*\\}\\}',
  attributes:
    '^[ \\t>]*\\{[#.:][^}\\n]*\\}[ \\t]*$|\\{:?[ \\t]*[#.][\\p{L}_][\\p{L}\\p{N}_-]*(?:[ \\t][^{}\\n]*)?\\}|\\{:[ \\t]*[\\w-][^{}\\n]*\\}',
  // Links, embedded pages and hidden comments.
  wiki: '!?\\[\\[[^\\[\\]\\n]+\\]\\]|(?<![\\p{N}%])%%[^%\\n]+%%',
  directive:
    '^[ \\t>]*(?::{3,}|::[a-z][\\w-]*[[{]).*$|^(?:!!!|\\?\\?\\?)\\+?[ \\t]+[a-z]+.*$|^\\.\\.[ \\t]+[a-z][a-z-]*::.*$',
  // Including the embedded address or code.
  shortcode: `\\[(?<embedding>embed|code|youtube|aparat)\\][^\\[\\]]*\\[/\\k<embedding>\\]|\\[(?:${bare})(?:[ \\t][^[\\]\\n]*)?\\](?!\\()|\\[[A-Za-z][\\w-]*[ \\t]+(?:[\\w-]+=|https?://|\uFFFC)[^[\\]\\n]*\\](?!\\()`,
  bracketTag: '\\[/[A-Za-z][\\w-]*\\](?!\\()|\\[(?:url|img|color|size)=[^[\\]\\n]*\\]',
  mdx: '^(?:import[ \\t]+(?:[\\w$*{][^\'"\\n]*[ \\t]from[ \\t]+)?[\'"][^\'"\\n]+[\'"]|export[ \\t]+(?:const|let|default|function|async)[ \\t].*)[ \\t]*;?[ \\t]*$|</?[A-Z][\\w.]*(?:\\s(?:[^<>{}]|\\{[^{}]*\\})*)?/?>|<[a-z][\\w-]*\\s[^<>{}]*=\\{[^{}]*\\}[^<>]*>',
  media: '@\\[[^\\[\\]\\n]*\\]\\([^()\\n]*\\)',
};

/** Return whether a text may contain notation of other systems: a cheap pre-check. */
export function mayHoldNotation(text: string): boolean {
  return signs.some((sign) => text.includes(sign)) && beginning.test(text);
}

// Most texts contain none of these strings, which are checked much faster than the expression below.
const signs = ['{', '[', '<', '%%', '::', '!!!', '???', '..', 'import', 'export'];
const beginning =
  /\{[{%#.:]|\[\[|\[\/?[A-Za-z]|:::|^[ \t>]*::[a-z]|^(?:!!!|\?\?\?|\.\.|import|export)[+ \t]|<\/?[A-Z]|=\{|@\[|%%/m;

/** Source of one regular expression for all kinds, with a named group for each; for the flags `g`, `m` and `u`. */
export const otherNotation: string = Object.entries(otherSystems)
  .map(([kind, source]) => `(?<${kind}>${source})`)
  .join('|');
