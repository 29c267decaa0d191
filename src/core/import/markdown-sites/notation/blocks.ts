import { fenceMarkdown, linkMarkdown } from './elements.ts';
import { type Call, type Form, only, pairOf } from './forms.ts';

const notices =
  /^(?:notice|alert|callout|admonition|hint|tip|info|warning|warn|note|caution|danger|important|success|error|question|example|abstract|aside|box|panel|message|gh-alert|lead|alert-?box|notification)$/;
const silent =
  /^(?:rawhtml|raw|html|unsafe|unsafehtml|rtl|ltr|div|span|section|center|columns?|row|grid|steps|tabs?pane|tabs|markdown|md|p|text|raw-html|katex|math|mathjax|latex|cards|expandable-group|fa|persian|dir|align|center-text|nowrap)$/;
const empty =
  /^(?:toc|clear|clearfix|ads?|adsense|icon|fontawesome|line|hr|anchor|script|css|style|load-photoswipe|pagebreak|comments?|share|more)$/;

/** Write blocks of text: notices, quotations, code and collapsible parts. */
export function writeBlock({ name, list, named, hasInner }: Call): Form | undefined {
  const title = named.get('title') ?? named.get('summary') ?? named.get('header') ?? '';
  if (notices.test(name)) {
    // The first argument of a notice is its kind, and a second one its title.
    const heading = title === '' ? (list[1] ?? '') : title;
    const text = named.get('content') ?? named.get('text') ?? (hasInner ? '' : (list.at(-1) ?? ''));
    const open = [heading === '' ? '' : `**${heading}**`, text].filter((part) => part !== '').join('\n\n');
    return hasInner ? pairOf(open === '' ? '' : `${open}\n`, '') : only(open);
  }
  switch (name) {
    case 'highlight':
    case 'code':
    case 'codeblock':
    case 'code-block':
    case 'code-toggle':
    case 'mermaid':
    case 'goat':
    case 'chart': {
      if (!hasInner) return undefined;
      const language =
        named.get('lang') ??
        named.get('language') ??
        (name === 'highlight' ? list[0] : list.find((each) => /^[a-z+#]+$/.test(each))) ??
        (name === 'mermaid' ? 'mermaid' : '');
      return { whole: (inner, indent) => fenceMarkdown(inner, language, indent), isText: false };
    }
    case 'details':
    case 'expand':
    case 'collapse':
    case 'spoiler':
    case 'fold':
    case 'accordion':
    case 'faq':
      if (!hasInner) return undefined;
      return pairOf(
        `<details>\n<summary>${(title || named.get('label') || list[0] || '…').replace(/</g, '&lt;')}</summary>\n\n`,
        '\n\n</details>\n',
      );
    case 'quote':
    case 'blockquote':
    case 'epigraph':
    case 'bquote':
    case 'pullquote':
    case 'cq':
    case 'centerquote': {
      if (!hasInner) return undefined;
      const author = [
        named.get('author') ?? named.get('by') ?? named.get('cite') ?? list.join(' '),
        named.get('source') ?? named.get('title') ?? '',
      ]
        .filter((part) => part !== '')
        .join(', ');
      return { whole: (inner) => quoteLines(inner, author), isText: true };
    }
    case 'tab':
    case 'tabitem':
    case 'step':
    case 'accordion-item': {
      const label =
        named.get('name') ?? named.get('title') ?? named.get('tabname') ?? named.get('header') ?? list[0] ?? '';
      return pairOf(label === '' ? '' : `**${label}**\n\n`, '');
    }
    case 'card': {
      const link = named.get('link') ?? named.get('url') ?? named.get('href') ?? '';
      const subtitle = named.get('subtitle') ?? named.get('description') ?? '';
      if (title === '') return undefined;
      const text = `${link === '' ? `**${title}**` : linkMarkdown(title, link)}${subtitle === '' ? '' : ` ${subtitle}`}\n\n`;
      return hasInner ? pairOf(text, '\n\n') : only(text);
    }
    case 'br':
      return only('<br>');
    case 'kbd':
    case 'sub':
    case 'sup':
    case 'mark':
    case 'u':
    case 'del':
      return hasInner ? pairOf(`<${name}>`, `</${name}>`) : only(`<${name}>${list.join(' ')}</${name}>`);
    case 'hl':
    case 'color':
    case 'underline':
    case 'strong':
      return hasInner ? pairOf('', '') : only(named.get('text') ?? list.at(-1) ?? '');
    case 'comment':
      return hasInner ? { whole: () => '', isText: false } : only('');
    default:
      if (silent.test(name) && hasInner) return pairOf('', '');
      return empty.test(name) && !hasInner ? only('') : undefined;
  }
}

/** Write a text as a quotation, with its author on the last line. */
export function quoteLines(text: string, author = ''): string {
  const lines = text.trim().split('\n');
  return [...lines, ...(author === '' ? [] : ['', `— ${author}`])]
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}
