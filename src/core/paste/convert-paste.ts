import { convertTree } from '../import/html/convert.ts';
import { attribute, parseHtml, type Parent, visitElements } from '../import/html/tree.ts';
import { joinListItems } from './word-lists.ts';
import { anchorNotes } from './word-notes.ts';

/** A picture that a pasted text contains. */
export interface PastedPicture {
  /** Its placeholder in the markdown. */
  name: string;
  /** A `data:` URL (RFC 2397). */
  data: string;
}

/** A pasted text as markdown. */
export interface PastedText {
  markdown: string;
  pictures: readonly PastedPicture[];
  /** Number of pictures that could not be taken over: only their descriptions were. */
  lost: number;
}

/**
 * Convert what Word, Google Docs, Telegram or a web page puts on the clipboard to markdown. Headings, lists, tables, links,
 * emphasis and footnotes stay; fonts, colours and sizes do not.
 *
 * @param html As the clipboard has it (`text/html`).
 * @param restore Restores letters and half-spaces of a piece of text.
 */
export function convertPaste(html: string, restore: (text: string) => string): PastedText {
  const tree = parseHtml(html);
  joinListItems(tree);
  anchorNotes(tree);
  const pictures = takePictures(tree);
  const names = new Set(pictures.map(({ name }) => name));
  let lost = 0;
  const { markdown } = convertTree(tree, {
    takesVideo: () => false,
    findPicture: (written) => {
      if (names.has(written)) return written;
      // Those of the web keep their addresses; others are on the writer's machine.
      if (!/^(?:https?:)?\/\//i.test(written)) lost += 1;
      return undefined;
    },
    findLink: () => undefined,
    restore,
  });
  return { markdown, pictures, lost };
}

/** Give the pictures that a text contains names. A `data:` URL beside another address only stands in for that. */
function takePictures(tree: Parent): PastedPicture[] {
  const pictures: PastedPicture[] = [];
  visitElements(tree, (node) => {
    const data = attribute(node, 'src');
    const [, format] = /^data:image\/(png|jpeg|gif|webp|avif)[;,]/i.exec(data) ?? [];
    if (node.tagName !== 'img' || format === undefined || attribute(node, 'dataSrc') !== '') return;
    const name = `pasted-${pictures.length + 1}.${format.toLowerCase().replace('jpeg', 'jpg')}`;
    node.properties['src'] = name;
    pictures.push({ name, data });
  });
  return pictures;
}
