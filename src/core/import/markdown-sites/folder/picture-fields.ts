import { isNo } from '../../../front-matter/readings.ts';
import type { ImportedPicture } from '../../record.ts';
import { isYes, textsOf, valueOf } from './site.ts';

/** Plain names of the main picture that are not in the general table, the best first. */
const names =
  'featuredimage featureimage coverimage heroimage summaryimage featuredimagepreview featuredimg coverimg cover image images header bigimg background resources thumbnailimg shareimg socialimage ogimages'.split(
    ' ',
  );

/**
 * Find the main picture in the fields of themes, which may be texts, lists or groups.
 *
 * @param written Fields by plain name.
 * @returns The name of the field that was read, and the picture.
 */
export function findPicture(written: ReadonlyMap<string, unknown>): { name?: string; picture?: ImportedPicture } {
  for (const name of names) {
    const value = written.get(name);
    if (value === undefined) continue;
    const picture = name === 'resources' ? ofResources(value) : pictureOf(value);
    if (!picture) continue;
    const part = (suffix: string): string | undefined =>
      [`${name}${suffix}`, `image${suffix}`, `featuredimage${suffix}`].flatMap((each) => textsOf(written.get(each)))[0];
    return {
      name,
      picture: {
        src: picture.src,
        alt: picture.alt ?? part('alt'),
        caption: picture.caption ?? part('caption'),
        credit: picture.credit ?? part('credit'),
      },
    };
  }
  return {};
}

function pictureOf(value: unknown): ImportedPicture | undefined {
  if (typeof value === 'string')
    return value.trim() === '' || isNo(value) || isYes(value) ? undefined : { src: unlinked(value) };
  if (Array.isArray(value)) return value.length === 0 ? undefined : pictureOf((value as unknown[])[0]);
  if (typeof value !== 'object' || value === null) return undefined;
  const text = (...keys: string[]): string | undefined => keys.flatMap((key) => textsOf(valueOf(value, key)))[0];
  const src = text(
    'src',
    'path',
    'url',
    'image',
    'image_fullwidth',
    'overlay_image',
    'feature',
    'teaser',
    'thumbnail',
    'filename',
    'file',
    'href',
  );
  if (src === undefined || isNo(src) || isYes(src)) return undefined;
  const caption = text('caption', 'title');
  return {
    src: unlinked(src),
    alt: text('alt', 'image_alt', 'image_description', 'alternative'),
    caption: caption === undefined ? undefined : unlinked(caption),
    credit: text('credit', 'credits', 'attribution', 'photographer'),
  };
}

/** Find the resource of a Hugo bundle that is named cover or featured. */
function ofResources(value: unknown): ImportedPicture | undefined {
  if (!Array.isArray(value)) return undefined;
  const main = (value as unknown[]).find((item) =>
    /cover|feature|header|banner/i.test(`${textsOf(valueOf(item, 'name'))[0] ?? ''}`),
  );
  const src = textsOf(valueOf(main, 'src'))[0];
  if (src === undefined || src.includes('*')) return undefined;
  return { src, caption: textsOf(valueOf(main, 'title'))[0] };
}

/** Return the target of Obsidian's links and of markdown's pictures; other texts unchanged. */
function unlinked(text: string): string {
  return text
    .trim()
    .replace(/^!?\[\[([^\]|]+)(?:\|[^\]]*)?\]\]$/, '$1')
    .replace(/^!\[[^\]]*\]\(([^)\s]+)[^)]*\)$/, '$1');
}
