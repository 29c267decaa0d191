import { addressOf, type BodyContext } from './body.ts';
import { linkMarkdown } from './elements.ts';
import { writeBlock } from './blocks.ts';
import { writeEmbed } from './embeds.ts';
import { fillTemplate } from './go-template.ts';
import { type FolderSite, settingOf, textsOf } from '../folder/site.ts';
import { type Call, type Form, only, pairOf } from './forms.ts';

/** Choose the replacement of a shortcode of Hugo. */
export function writeShortcode(call: Call, context: BodyContext): Form {
  const name = call.name
    .replace(/\.html$/, '')
    .replace(/^.*\//, (folder) => (/^(?:media|utils|_internal)\/$/.test(folder) ? '' : folder));
  return (
    writeEmbed({ ...call, name }) ??
    writeReference({ ...call, name }, context) ??
    writeBlock({ ...call, name }) ??
    fillTemplate(call, context) ??
    writeTexts(call) ?? {
      ...pairOf('', ''),
      note: call.hasInner
        ? 'A shortcode has no counterpart; its inner text was kept.'
        : 'A shortcode has no counterpart and was left out.',
    }
  );
}

/** Keep the texts in the arguments of an unknown shortcode, such as title and description, with their link. */
function writeTexts({ list, named, hasInner }: Call): Form | undefined {
  const texts = [
    'title',
    'header',
    'heading',
    'label',
    'text',
    'subtitle',
    'caption',
    'description',
    'desc',
    'content',
    'quote',
    'message',
  ]
    .flatMap((name) => named.get(name) ?? [])
    .filter((text) => /\p{L}/u.test(text));
  const [first, ...others] = texts.length > 0 ? texts : list.filter((text) => /\p{L}\S*\s+\S/u.test(text));
  if (first === undefined) return undefined;
  const link = ['link', 'href', 'url'].flatMap((name) => named.get(name) ?? [])[0];
  const text = [link === undefined ? first : linkMarkdown(first, link), ...others].join('\n\n');
  return pairOf(hasInner ? `${text}\n\n` : text, '', 'A shortcode has no counterpart; its texts were kept.');
}

/** Write links to other files and values of the site. */
function writeReference({ name, list, named, hasInner }: Call, context: BodyContext): Form | undefined {
  switch (name) {
    case 'ref':
    case 'relref': {
      const target = named.get('path') ?? list[0] ?? '';
      return only(addressOf(context, target) ?? target);
    }
    case 'param':
    case 'site-param': {
      const value = paramOf(context, list[0] ?? '');
      return value === undefined ? undefined : only(value);
    }
    case 'button':
    case 'btn':
    case 'link':
    case 'a': {
      const target =
        ['href', 'url', 'link', 'relref', 'ref'].map((key) => named.get(key)).find((value) => value !== undefined) ??
        (hasInner ? list[0] : list[1]);
      if (target === undefined) return undefined;
      const address = named.has('relref') || named.has('ref') ? (addressOf(context, target) ?? target) : target;
      if (!hasInner)
        return only(
          linkMarkdown(named.get('text') ?? named.get('title') ?? named.get('content') ?? list[0] ?? target, address),
        );
      return { whole: (inner) => `[${inner.trim()}](${address.replace(/[\s()]/g, encodeURIComponent)})`, isText: true };
    }
    default:
      return undefined;
  }
}

/** Return a parameter of the file, or else of the site. */
function paramOf(
  { fields, site }: { fields: BodyContext['fields']; site: FolderSite },
  name: string,
): string | undefined {
  const own = fields.written.get(name.toLowerCase().replace(/[_-]/g, ''));
  if (name.toLowerCase() === 'title') return fields.title;
  return textsOf(own)[0] ?? settingOf(site.config, 'params', ...name.split('.'));
}
