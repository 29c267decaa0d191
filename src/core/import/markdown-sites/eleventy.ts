import { isNo } from '../../front-matter/readings.ts';
import type { Fields } from '../../front-matter/written.ts';
import { readData } from './folder/data-files.ts';
import type { ReadFields } from './folder/fields.ts';
import { folderOf, nameOf, textsOf } from './folder/site.ts';
import { jekyllSlug } from './folder/slugs.ts';
import { filesWhere, ownPath, splitName } from './plain-files.ts';
import type { Placement, SystemRules } from './rules.ts';
import { isMadeByTemplate } from './template-pages.ts';

/** Eleventy: any folder of text, with data in `*.11tydata.json` and `<folder>/<folder>.json`. */
export const eleventyRules: SystemRules = {
  files: (site) => {
    const { records, skipped } = filesWhere(site, (own) =>
      ofTemplate.test(own) ? 'files of the template' : undefined,
    );
    const others = site.files.filter(
      (path) => templateFile.test(path) && !foreign.test(path) && !ofTemplate.test(path),
    );
    return {
      records,
      skipped: [...skipped, ...others.map((path) => ({ path, skipped: 'pages that are not markdown' }))],
    };
  },
  defaults: (site, path) => {
    const folders = folderOf(path).split('/').slice(0, -1);
    const files = folders.flatMap((name, index) => {
      const folder = `${folders.slice(0, index + 1).join('/')}/`;
      return [`${folder}${name}.json`, `${folder}${name}.11tydata.json`];
    });
    const own = [`${path.replace(/\.[^.]+$/, '')}.json`, `${path.replace(/\.[^.]+$/, '')}.11tydata.json`];
    return Object.assign(
      {},
      ...[...files, ...own].filter((file) => site.has(file)).map((file) => readData(file, site.read(file) ?? '')),
    ) as Fields;
  },
  place: (site, path, fields, body) => {
    const own = ownPath(site, path);
    const { moment, plain } = splitName(site, own);
    // A file that is named like its folder is the folder's index.
    const name = plain === 'index' || plain === own.split('/').at(-2) ? '' : `${plain}/`;
    const written = fields.address.permalink;
    const isHidden = isNo(written);
    const isPost = textsOf(fields.written.get('tags')).some((tag) => /^(?:posts?|articles?|blog|news)$/i.test(tag));
    const isArticle =
      isPost || /(?:^|\/)(?:_?posts?|blog|articles?|news)\//i.test(own) || (moment ?? fields.moment) !== undefined;
    const filled =
      written === undefined || isHidden
        ? undefined
        : fillTemplate(written, fields, plain, `${folderOf(own)}${plain}`, moment);
    return {
      kind: isArticle && (name !== '' || fields.moment !== undefined) ? 'article' : 'page',
      addresses: [filled?.replace(/\/index\.html$/, '/') ?? `/${folderOf(own)}${name}`, ...fields.address.aliases],
      slug: fields.address.slug ?? (plain === 'index' ? nameOf(folderOf(own).slice(0, -1)) : plain),
      moment,
      categories: fields.categories,
      ...(isHidden && { draft: 'without an address' }),
      ...(!isArticle && isMadeByTemplate(body) && { skipped: 'pages made by a template' }),
    };
  },
};

const ofTemplate = /(?:^|\/)_(?:includes|layouts|data)\//;
const templateFile = /\.(?:njk|liquid|hbs|ejs|webc|11ty\.[cm]?js)$/i;
const foreign = /(?:^|\/)(?:node_modules|vendor|_site|dist|\.[^/]+)\//;

/** Fill in a permalink of Eleventy; `undefined` if it uses more than texts of the file and parts of the date. */
function fillTemplate(
  written: string,
  fields: ReadFields,
  fileSlug: string,
  stem: string,
  fromName: Placement['moment'],
): string | undefined {
  const clock = (fields.moment ?? fromName)?.clocks[0];
  const two = (value: number): string => String(value).padStart(2, '0');
  let isComplete = true;
  const filled = written.replace(/\{\{-?\s*([^{}]*?)\s*-?\}\}/g, (_, expression: string) => {
    const [term = '', ...filters] = expression.split('|').map((part) => part.trim());
    const own = textsOf(fields.written.get(term.toLowerCase()))[0];
    let value: string | undefined =
      term === 'page.fileSlug'
        ? fileSlug
        : term === 'page.filePathStem'
          ? `/${stem}`
          : term === 'title'
            ? fields.title
            : (/^["'](.*)["']$/.exec(term)?.[1] ?? own);
    const format = filters
      .map((filter) => /^(?:date|format\w*|strftime)\w*\s*[:(]\s*["']([^"']+)["']/.exec(filter)?.[1])
      .find((each) => each !== undefined);
    if (format !== undefined && /date/.test(term) && clock)
      value = format
        .replace(/%Y|yyyy|YYYY/g, String(clock.year))
        .replace(/%m|MM|LL/g, two(clock.month))
        .replace(/%d|dd|DD/g, two(clock.day));
    if (filters.some((filter) => filter.startsWith('slug')) && value !== undefined)
      value = jekyllSlug(value, 'default');
    if (value === undefined) isComplete = false;
    return value ?? '';
  });
  return isComplete ? `/${filled}`.replace(/\/{2,}/g, '/') : undefined;
}
