import { cutParts, dropTrackers, firstPicture, plainParagraphs, plainText, scanHtml } from '../reading/html-scan.ts';
import type { ImportedBody, ImportedPicture, ImportRecord } from '../record.ts';
import { childOf, textOf, type XmlElement } from '../xml/read-xml.ts';
import { contentOf } from './atom.ts';

/**
 * Read the text of a post. Blogger's footer with its tracking pixel is dropped; a short text before «more» becomes the
 * lead.
 */
export function readBloggerText(entry: XmlElement): Pick<ImportRecord, 'body' | 'lead' | 'image' | 'notes'> {
  const content = contentOf(childOf(entry, 'content'));
  const described = textOf(childOf(entry, 'blogger:metaDescription')).trim();
  if (content?.form !== 'html') {
    const body: ImportedBody = content ?? { form: 'html', text: '' };
    return { body, lead: described || undefined, notes: [] };
  }
  const { intro, text } = splitAtMore(dropTrackers(dropFooter(content.text)));
  return { body: { form: 'html', text }, lead: intro ?? (described || undefined), image: pictureOf(text), notes: [] };
}

/** Blogger adds the footer as the last element of every post in feeds. */
function dropFooter(html: string): string {
  const mark = html.lastIndexOf('blogger-post-footer');
  const start = mark === -1 ? -1 : html.lastIndexOf('<div', mark);
  return start === -1 || mark - start > 40 ? html : html.slice(0, start);
}

/** Split a text at the mark where the front page cuts it. */
function splitAtMore(html: string): { intro: string | undefined; text: string } {
  const marks: [number, number][] = [];
  let openAt: number | undefined;
  let hasMedia = false;
  scanHtml(html, {
    onOpen({ name, attributes, start, end }) {
      if (name === 'a' && (attributes.get('name') === 'more' || attributes.get('id') === 'more')) {
        openAt = marks.length;
        marks.push([start, end]);
      } else if (marks.length === 0 && mediaNames.has(name)) hasMedia = true;
    },
    onClose(name, start, end) {
      if (name !== 'a' || openAt === undefined) return;
      if (html.slice(marks[openAt]![1], start).trim() === '') marks[openAt] = [marks[openAt]![0], end];
      openAt = undefined;
    },
  });
  const text = cutParts(html, marks);
  const [mark] = marks;
  const intro = mark && !hasMedia ? plainParagraphs(html.slice(0, mark[0])) : '';
  const rest = mark ? html.slice(mark[1]) : '';
  // Several paragraphs are part of the text.
  if (intro === '' || intro.includes('\n\n') || intro.length > longestIntro || plainText(rest) === '')
    return { intro: undefined, text };
  return { intro: intro.replaceAll('\n', ' '), text: cutParts(html, [[0, marks[0]![1]], ...marks.slice(1)]) };
}

/** First picture in its original size, with the caption of the table in which Blogger puts both. */
function pictureOf(html: string): ImportedPicture | undefined {
  const first = firstPicture(html);
  if (!first) return undefined;
  let caption = '';
  let isCaption = false;
  let isOver = false;
  scanHtml(html.slice(first.end, first.end + longestTable), {
    onOpen({ name, attributes }) {
      isOver ||= name === 'img';
      if (name === 'td') isCaption = (attributes.get('class') ?? '').split(/\s+/).includes('tr-caption');
    },
    onClose(name) {
      if (name === 'td') isCaption = false;
      isOver ||= name === 'table';
    },
    onText(text) {
      if (isCaption && !isOver) caption += text;
    },
  });
  const src = (first.attributes.get('src') ?? '').trim();
  const size = /\/(?:s\d+|w\d+-h\d+)(?:-[a-z\d-]{1,40})?(?=\/[^/]*$)/;
  return {
    src: src.replace(size, '/s0').replace(/=(?:s\d+|w\d+-h\d+)(?:-[a-z\d-]{1,40})?$/, '=s0'),
    alt: first.attributes.get('alt')?.trim() || undefined,
    caption: caption.replace(/\s+/g, ' ').trim() || undefined,
  };
}

const mediaNames = new Set(['a', 'img', 'iframe', 'object', 'embed', 'video', 'table', 'ul', 'ol', 'blockquote']);
const longestIntro = 500;
const longestTable = 5000;
