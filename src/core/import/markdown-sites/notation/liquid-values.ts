import type { BodyContext } from './body.ts';
import { jekyllSlug } from '../folder/slugs.ts';
import { settingOf, textsOf, valueOf } from '../folder/site.ts';

/** Variables set by the text itself. */
export type Variables = Map<string, string>;

/**
 * Evaluate an expression of Liquid or Nunjucks that consists of strings, values of the configuration or the file, and
 * simple filters.
 *
 * @returns `undefined` for all other expressions.
 * @example evaluate('"/a" | relative_url', context, new Map()) // '/blog/a'
 */
export function evaluate(expression: string, context: BodyContext, variables: Variables): string | undefined {
  const [first = '', ...filters] = splitFilters(expression);
  let value = termOf(first.trim(), context, variables);
  for (const filter of filters) {
    if (value === undefined && !/^\s*default\b/.test(filter)) return undefined;
    const [, name = '', rest = ''] = /^\s*(\w+)\s*[:(]?([^]*?)\)?\s*$/.exec(filter) ?? [];
    const [argument] = splitCommas(rest).map((part) => termOf(part.trim(), context, variables));
    value = applyFilter(name, value ?? '', argument, context);
  }
  return value;
}

// Longer expressions are program code.
const maxLength = 1000;

/** Split an expression at the bars between filters, except within quotation marks. */
function splitFilters(expression: string): string[] {
  return expression.length > maxLength ? [] : (expression.match(/(?:"[^"]*"|'[^']*'|[^|])+/g) ?? []);
}

function splitCommas(text: string): string[] {
  return text.match(/(?:"[^"]*"|'[^']*'|[^,])+/g) ?? [];
}

function termOf(term: string, context: BodyContext, variables: Variables): string | undefined {
  const [, double, single] = /^(?:"([^"]*)"|'([^']*)')$/.exec(term) ?? [];
  if (double !== undefined || single !== undefined) return double ?? single;
  if (/^-?\d+(?:\.\d+)?$/.test(term)) return term;
  const known = variables.get(term);
  if (known !== undefined) return known;
  const { site, fields } = context;
  const [head = '', ...path] = term.replace(/\[["']([^"']+)["']\]/g, '.$1').split('.');
  if (head === 'site' || head === 'config') {
    const name = path.join('.');
    if (name === 'url') return site.url?.replace(/\/$/, '').slice(0, -site.base.length || undefined) ?? '';
    if (name === 'baseurl' || name === 'base_url' || name === 'root') return site.base;
    if (/^github\.url$/.test(name)) return site.base;
    if (name === 'title') return site.title;
    return settingOf(site.config, ...path);
  }
  if (
    head !== 'page' &&
    head !== 'post' &&
    path.length === 0 &&
    !fields.written.has(head.toLowerCase().replace(/[_-]/g, ''))
  )
    return undefined;
  const [name = head, ...rest] = head === 'page' || head === 'post' ? path : [head];
  if (name === 'title') return fields.title;
  if (name === 'url' || name === 'permalink') return context.address;
  if (name === 'date') return typeof fields.moment?.date === 'object' ? fields.moment.date.iso : undefined;
  const written = fields.written.get(name.toLowerCase().replace(/[_-]/g, ''));
  return textsOf(rest.length === 0 ? written : valueOf(written, ...rest))[0];
}

function applyFilter(
  name: string,
  value: string,
  argument: string | undefined,
  context: BodyContext,
): string | undefined {
  const { base, url } = context.site;
  switch (name) {
    case 'relative_url':
    case 'url':
    case 'url_for':
      return /^[a-z]+:|^\/\//i.test(value) || (base !== '' && value.startsWith(`${base}/`))
        ? value
        : `${base}/${value.replace(/^\/+/, '')}`;
    case 'absolute_url':
    case 'full_url_for':
    case 'absoluteUrl':
      if (/^[a-z]+:/i.test(value)) return value;
      return url === undefined ? `${base}/${value.replace(/^\/+/, '')}` : url + value.replace(/^\/+/, '');
    case 'prepend':
      return argument === undefined ? undefined : argument + value;
    case 'append':
      return argument === undefined ? undefined : value + argument;
    case 'default':
      return value === '' ? argument : value;
    case 'upcase':
    case 'upper':
      return value.toUpperCase();
    case 'downcase':
    case 'lower':
      return value.toLowerCase();
    case 'slugify':
    case 'slug':
      return jekyllSlug(value, 'default');
    case 'strip':
    case 'trim':
    case 'lstrip':
    case 'rstrip':
      return value.trim();
    case 'escape':
    case 'xml_escape':
    case 'cgi_escape':
    case 'uri_escape':
    case 'url_encode':
    case 'safe':
    case 'raw':
    case 'markdownify':
    case 'smartify':
    case 'strip_html':
    case 'strip_newlines':
    case 'newline_to_br':
    case 'inspect':
      return value;
    default:
      return undefined;
  }
}
