import type { Element, ElementContent, Root } from 'hast';
import { videoEmbed, videoPages } from '../../content/video-hosts.ts';
import { decodePath } from '../../urls.ts';
import { type ImportNote, note } from '../notes.ts';
import { attribute, classesOf, element, findElement, isElement, lineOf, rewrite, text, visitElements } from './tree.ts';

/** The video taken out of a text. */
export interface Embeds {
  /** Page on a video host, or video file. */
  video?: string | undefined;
  notes: ImportNote[];
}

/**
 * Replace players and frames by links to their content. Videos of known hosts are bare addresses on separate lines, or
 * frames; the first that the article can have is removed from the text.
 *
 * @param takesVideo Returns whether a page or file can be the article's video.
 * @param resolve Makes an address absolute; `undefined` for invalid ones.
 */
export function replaceEmbeds(
  tree: Root,
  takesVideo: (page: string) => boolean,
  resolve: (address: string) => string | undefined,
): Embeds {
  let video: string | undefined;
  const notes: ImportNote[] = [];
  // A block around such a link is not an address on a line of the source.
  const links = new Set<Element>();
  const linkTo = (address: string, label: string): ElementContent[] => {
    const made = link(address, label);
    links.add(made);
    return [element('p', [made])];
  };
  const take = (page: string, label: string): ElementContent[] => {
    if (page === video) return [];
    if (video === undefined && takesVideo(page)) {
      video = page;
      // An empty paragraph keeps the texts before and after it apart.
      return [element('p', [])];
    }
    notes.push(note('changed', 'A video became a link.', page));
    return linkTo(page, label);
  };
  rewrite(tree, (node) => {
    if (node.type !== 'element') return [node];
    if (isElement(node, 'iframe frame embed')) {
      const address = attribute(node, 'src') || attribute(node, 'dataSrc') || attribute(node, 'dataLazySrc');
      const resolved = resolve(address);
      if (resolved === undefined) return [];
      const [page] = videoPages(resolved);
      if (page !== undefined) return take(page, attribute(node, 'title'));
      notes.push(note('changed', 'A frame of another site became a link.', resolved));
      return linkTo(resolved, attribute(node, 'title'));
    }
    if (isElement(node, 'video audio')) {
      const source = findElement(node, (child) => child.tagName === 'source');
      const resolved = resolve(attribute(node, 'src') || (source ? attribute(source, 'src') : ''));
      if (resolved === undefined) return node.children.filter((child) => !isElement(child, 'source track'));
      if (node.tagName === 'video') return take(resolved, attribute(node, 'title'));
      notes.push(note('changed', 'A recording became a link.', resolved));
      return linkTo(resolved, attribute(node, 'title'));
    }
    const address = isElement(node, 'p div') ? bareAddress(node) : undefined;
    if (address === undefined || findElement(node as Element, (child) => links.has(child))) return [node];
    const page = videoEmbed(address) === undefined ? videoPages(address)[0] : address;
    if (page !== undefined) return take(page, '');
    // WordPress embeds an address that is alone on a line.
    return findElement(node, (child) => child.tagName === 'a') ? [node] : linkTo(address, '');
  });
  noteSocialPosts(tree, notes);
  return { video, notes };
}

/** The address that is a block's only content. */
function bareAddress(node: ElementContent): string | undefined {
  const line = lineOf(node);
  if (!/^https?:\/\/\S+$/.test(line)) return undefined;
  return findElement({ type: 'root', children: [node] } as Root, (child) => isElement(child, 'img')) ? undefined : line;
}

function noteSocialPosts(tree: Root, notes: ImportNote[]): void {
  visitElements(tree, (node) => {
    const kind = classesOf(node).find((name) =>
      /^(?:twitter-tweet|instagram-media|telegram-post|tiktok-embed)$/.test(name),
    );
    if (kind !== undefined) notes.push(note('changed', 'A post of a social network became a quotation.', kind));
  });
}

function link(address: string, label: string): Element {
  return element('a', [text(label === '' ? (decodePath(address) ?? address) : label)], { href: address });
}
