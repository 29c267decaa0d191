import { isGroup } from '../../front-matter/readings.ts';
import type { Fields } from '../../front-matter/written.ts';
import type { ReadFields } from './folder/fields.ts';
import { fillPattern } from './folder/permalinks.ts';
import { type FolderSite, folderOf, isYes, joinPath, nameOf, settingOf, valueOf } from './folder/site.ts';
import { hugoPath } from './folder/slugs.ts';
import { contentFile, mainLanguage } from './hugo-files.ts';

/** List the addresses of a page: its own `url`, the pattern of its section, or its path; then its aliases. */
export function addressesOf(site: FolderSite, path: string, fields: ReadFields): string[] {
  const { config } = site;
  const { folder, name, language } = contentFile(site, path);
  const keepsCase = isYes(valueOf(config, 'disablepathtolower'));
  const encode = (text: string): string => hugoPath(text, keepsCase);
  const isIndex = name === 'index' || name === '_index';
  const main = mainLanguage(site);
  const spoken = language ?? main;
  const prefix = spoken !== main || isYes(valueOf(config, 'defaultcontentlanguageinsubdir')) ? `/${spoken}` : '';
  const [section = ''] = folder.split('/');
  const base = name === 'index' ? nameOf(folder.slice(0, -1)) : name;
  const parent = isIndex ? folderOf(folder.slice(0, -1)) : folder;
  const slug = fields.address.slug === undefined ? undefined : encode(fields.address.slug);
  const titled = encode(fields.title);
  const tokens = {
    title: titled,
    slug: slug ?? titled,
    slugorfilename: slug ?? encode(base),
    slugorcontentbasename: slug ?? encode(base),
    filename: encode(base),
    contentbasename: encode(base),
    section: encode(section),
    sections: encode(parent.replace(/\/$/, '')),
    sectionslug: encode(section),
    sectionslugs: encode(parent.replace(/\/$/, '')),
  };
  const patterns = valueOf(config, 'permalinks');
  const pattern =
    name === '_index'
      ? undefined
      : (settingOf(patternsIn(patterns, 'page'), section) ?? settingOf(patternsIn(patterns), section));
  const clocks = fields.moment?.clocks.length ? fields.moment.clocks : [undefined];
  const plain = `/${encode(parent)}${name === '_index' && parent === '' && folder === '' ? '' : (slug ?? encode(isIndex ? nameOf(folder.slice(0, -1)) : base))}`;
  const ugly = valueOf(config, 'uglyurls');
  const isUgly = isYes(ugly) || isYes(valueOf(ugly, section));
  const ending = isUgly && name !== '_index' ? '.html' : '/';
  const { url } = fields.address;
  const own =
    url === undefined
      ? []
      : clocks.map((clock) => (url.includes(':') && !/^https?:/.test(url) ? fillPattern(url, tokens, clock) : url));
  const patterned = pattern === undefined ? [] : clocks.map((clock) => goDates(pattern, tokens, clock));
  const found = [
    ...own.map((address) =>
      address?.startsWith('/') === false && prefix !== '' && !/^https?:/.test(address)
        ? `${prefix}/${address}`
        : address,
    ),
    ...(own.length > 0
      ? []
      : [
          ...patterned.map((address) => address && prefix + finish(address, ending)),
          ...(patterned.length > 0 ? [] : [prefix + finish(plain, ending)]),
        ]),
  ];
  const first = found.find((address) => address !== undefined) ?? plain;
  const aliases = fields.address.aliases.flatMap((alias) => {
    if (/^(?:https?:)?\/\//.test(alias)) return [alias];
    if (alias.startsWith('/')) return [alias];
    const joined = joinPath(folderOf(first.replace(/\/$/, '')).slice(1), alias);
    return joined === undefined ? [] : [`/${joined}${alias.endsWith('/') ? '/' : ''}`];
  });
  return [...found, ...aliases].flatMap((address) => address ?? []);
}

function patternsIn(patterns: unknown, kind?: string): Fields {
  const group = kind === undefined ? patterns : valueOf(patterns, kind);
  return isGroup(group) ? group : {};
}

/** Fill in a pattern, in which dates may also be written in the layout of Go: `:2006`, `:01`. */
function goDates(
  pattern: string,
  tokens: Readonly<Record<string, string>>,
  clock: Parameters<typeof fillPattern>[2],
): string | undefined {
  const layouts = {
    ':2006': ':year',
    ':06': ':short_year',
    ':01': ':month',
    ':02': ':day',
    ':15': ':hour',
    ':04': ':minute',
    ':05': ':second',
  };
  return fillPattern(
    pattern.replace(/:(?:2006|06|01|02|15|04|05)(?!\d)/g, (token) => layouts[token as keyof typeof layouts]),
    tokens,
    clock,
  );
}

function finish(address: string, ending: string): string {
  const plain = address.replace(/\/+$/, '');
  return /\.html?$/.test(plain) ? plain : `${plain}${ending}`;
}
