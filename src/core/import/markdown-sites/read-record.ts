import { applyEdits } from '../../text/edits.ts';
import { note } from '../notes.ts';
import type { ImportRecord, ReadRecord } from '../record.ts';
import { readComments } from './comments.ts';
import { readFields, type ReadFields } from './folder/fields.ts';
import { markdownFile } from './folder/find-files.ts';
import { readMatter } from './folder/matter.ts';
import { type FolderSite, folderOf, isYes, valueOf } from './folder/site.ts';
import { convertDefinitions, dropAttributes } from './notation/attributes.ts';
import type { BodyContext } from './notation/body.ts';
import { codeRanges } from './notation/code.ts';
import { replaceEmoji } from './notation/emoji.ts';
import { convertLinks, linkBareAddresses } from './notation/links.ts';
import { convertLiquid } from './notation/liquid.ts';
import { convertMdx } from './notation/mdx.ts';
import { convertShortcodes } from './notation/shortcodes.ts';
import { convertCallouts, convertObsidian } from './notation/wiki.ts';
import { chosenLanguage } from './hugo-files.ts';
import { completeAddresses, recordsOf, rulesOf } from './records.ts';
import type { Placement } from './rules.ts';

/**
 * Read a file of the folder that is a record. Never throws, and takes time in proportion to the file's length.
 *
 * @param path Path in the folder, one of `recordsOf(site).records`.
 * @param text The file's text.
 */
export function readRecord(site: FolderSite, path: string, text: string): ReadRecord {
  const file = readMatter(path, text, site.system === 'Hexo');
  if (!('body' in file)) return file;
  if (/(?:^|\/)404\.[a-z]+$/i.test(path)) return { skipped: 'pages for addresses that do not exist' };
  const isBare = site.system === 'Jekyll' && !file.hasMatter && !/(?:^|\/)_(?:posts|drafts)\//.test(path);
  if (isBare && !isPublished(path)) return { skipped: 'files without front matter' };
  const rules = rulesOf(site);
  const given = rules.defaults(site, path);
  const codeless =
    site.system === 'Obsidian'
      ? applyEdits(
          file.body,
          codeRanges(file.body).map((range) => ({ ...range, text: '' })),
        )
      : '';
  const fields = readFields(
    site,
    Object.keys(given).length === 0 ? file.fields : { ...given, ...file.fields },
    codeless,
  );
  const placement = rules.place(site, path, fields, file.body);
  if (placement.skipped !== undefined) return { skipped: placement.skipped };
  if (placement.kind === 'page' && file.body.trim() === '') return { skipped: 'pages without text' };
  const notes = [...file.notes, ...fields.notes];
  if (isBare)
    notes.push(note('look', 'The file has no front matter; GitHub publishes such files, other servers may not.'));
  const addresses = completeAddresses(site, placement.addresses);
  const titled = withTitle(site, fields, placement, file.body, notes);
  const context: BodyContext = {
    site,
    path,
    fields: { ...fields, title: titled.title },
    address: addresses[0],
    recordOf: (other) => {
      const { set } = recordsOf(site);
      const chosen = chosenLanguage(site, other);
      return set.has(chosen) ? chosen : undefined;
    },
    notes,
  };
  const isHtml = /\.html$/i.test(path);
  const body = isHtml
    ? convertLinks(convertLiquidOf(titled.body, context), context)
    : convertBody(titled.body, context);
  const draft = fields.draft ?? placement.draft;
  const { date, updated } = { date: (fields.moment ?? placement.moment)?.date, updated: fields.updated?.date };
  if (draft !== undefined && date === undefined) notes.push(note('look', 'A draft has no date.'));
  return {
    origin: originOf(site, path),
    file: path,
    line: 1,
    kind: placement.kind,
    title: titled.title,
    date,
    updated,
    draft,
    slug: placement.slug,
    addresses,
    tags: fields.tags,
    categories: placement.categories,
    authors: fields.authors,
    source: fields.source,
    kicker: fields.kicker,
    lead: fields.lead,
    dateline: fields.dateline,
    image: fields.image,
    video: fields.video,
    picked: fields.picked,
    related: fields.related,
    comments: readComments(site, path, placement.slug),
    body: { form: isHtml ? 'html' : 'markdown', text: body },
    base: folderOf(path),
    notes,
  };
}

/** Return whether GitHub publishes a file without front matter: markdown that is not about the project. */
function isPublished(path: string): boolean {
  return (
    markdownFile.test(path) &&
    !/(?:^|\/)(?:readme|licen[cs]e|contributing|code[-_]of[-_]conduct|changelog|history|security|support|authors|pull_request_template|issue_template|todo)\b[^/]*$/i.test(
      path,
    )
  );
}

/** Identify a file in every copy of the folder. */
function originOf(site: FolderSite, path: string): string {
  const host = site.url === undefined ? '' : (URL.parse(site.url)?.host ?? '');
  return `${site.system.toLowerCase()}:${host}/${path}`;
}

/** Find the title: in the fields, in a heading at the top of the text, or in the file's name. */
function withTitle(
  site: FolderSite,
  fields: ReadFields,
  placement: Placement,
  body: string,
  notes: ImportRecord['notes'][number][],
): { title: string; body: string } {
  if (fields.title.trim() !== '') return { title: fields.title, body };
  const [whole, heading = ''] = /^\s*#[ \t]+(.*?)[ \t]*#*[ \t]*(?:\{[^{}\n]*\}[ \t]*)?(?:\n|$)/.exec(body) ?? [];
  if (whole !== undefined && heading !== '' && (site.system !== 'Jekyll' || placement.kind === 'page')) {
    notes.push(note('changed', 'The heading at the top of the text became the title.'));
    return { title: heading, body: body.slice(whole.length) };
  }
  if (placement.title === undefined || placement.title === '') return { title: '', body };
  if (site.system !== 'Obsidian') notes.push(note('look', 'The title was made of the name of the file.'));
  return { title: placement.title, body };
}

function convertLiquidOf(text: string, context: BodyContext): string {
  return context.site.system === 'Jekyll' || context.site.system === 'Hexo' || context.site.system === 'Eleventy'
    ? convertLiquid(text, context)
    : text;
}

/** Convert a text from the notation of its system, step by step. */
function convertBody(text: string, context: BodyContext): string {
  const { system, config } = context.site;
  let body = text;
  if (system === 'Hugo') {
    body = convertCallouts(convertDefinitions(dropAttributes(convertShortcodes(body, context), context)), context);
    if (isYes(valueOf(config, 'enableemoji'))) body = replaceEmoji(body);
  } else if (system === 'Jekyll') {
    body = convertCallouts(convertDefinitions(dropAttributes(convertLiquid(body, context), context)), context);
    if (JSON.stringify(valueOf(config, 'plugins') ?? valueOf(config, 'gems') ?? '').includes('jemoji'))
      body = replaceEmoji(body);
  } else if (system === 'Obsidian') body = convertObsidian(body, context);
  else if (system === 'Astro') body = context.path.endsWith('.mdx') ? convertMdx(body, context) : body;
  else body = system === 'Markdown' ? convertCallouts(body, context) : convertLiquid(body, context);
  // Titles of the tabs of Hexo's themes.
  if (system === 'Hexo')
    body = body.replace(/^<!--[ \t]*(?:tab[ \t]+([^\n]*?)|endtab)[ \t]*-->$/gm, (_, title?: string) =>
      title === undefined ? '' : `**${title.replace(/@.*$/, '').trim()}**\n`,
    );
  body = body.replace(/^[^\S\n]*<!--\s*more\s*-->[^\S\n]*(?:\n|$)/gim, '').replace(/<!--\s*more\s*-->/gi, '');
  return linkBareAddresses(convertLinks(body, context), context);
}
