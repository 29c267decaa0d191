import { decodeReferences } from '../../core/front-matter/foreign-texts.ts';
import {
  childOf,
  childrenOf,
  createXmlReader,
  attributeOf,
  textOf,
  type XmlElement,
} from '../../core/import/xml/read-xml.ts';
import { plainText, type Receive, slugOfAddress } from './source.ts';

/** Reads an export in XML, in chunks. */
export interface XmlExport {
  write(chunk: string): void;
  end(): void;
}

/** Read an export of WordPress (WXR) or Disqus. Addresses, agents and e-mails are not read. */
export function readXmlExport(receive: Receive): XmlExport {
  /** Addresses of Disqus’ threads by their ids: posts come after them. */
  const threads = new Map<string, string | undefined>();
  const reader = createXmlReader({
    names: new Set(['item', 'thread', 'post']),
    onElement(element) {
      if (element.name === 'item') readItem(element, receive);
      else if (element.name === 'thread')
        threads.set(attributeOf(element, 'dsq:id'), slugOfAddress(childText(element, 'link')));
      else readPost(element, threads, receive);
    },
  });
  return { write: (chunk) => reader.write(chunk), end: () => void reader.end() };
}

function readItem(item: XmlElement, receive: Receive): void {
  const slug = slugOfAddress(childText(item, 'wp:post_name')) ?? slugOfAddress(childText(item, 'link')) ?? '';
  const post = childText(item, 'wp:post_id');
  for (const comment of childrenOf(item, 'wp:comment')) {
    const child = (name: string): string => childText(comment, `wp:comment_${name}`);
    const approved = child('approved');
    if (!['', 'comment'].includes(child('type')) || !['0', '1'].includes(approved)) continue;
    const parent = child('parent');
    receive({
      key: `wordpress ${post} ${child('id')}`,
      parent: parent === '' || parent === '0' ? undefined : `wordpress ${post} ${parent}`,
      slug,
      at: Date.parse(`${child('date_gmt').replace(' ', 'T')}Z`),
      name: decodeReferences(child('author')),
      text: plainText(child('content'), decodeReferences),
      state: approved === '1' ? 'approved' : 'held',
      by: Number(child('user_id')) > 0 ? child('author') : undefined,
    });
  }
}

function readPost(post: XmlElement, threads: ReadonlyMap<string, string | undefined>, receive: Receive): void {
  const isTrue = (name: string): boolean => childText(post, name) === 'true';
  if (isTrue('isDeleted') || isTrue('isSpam')) return;
  const idOf = (name: string): string => attributeOf(childOf(post, name), 'dsq:id');
  const parent = idOf('parent');
  receive({
    key: `disqus ${attributeOf(post, 'dsq:id')}`,
    parent: parent === '' ? undefined : `disqus ${parent}`,
    slug: threads.get(idOf('thread')) ?? '',
    at: Date.parse(childText(post, 'createdAt')),
    name: textOf(childOf(childOf(post, 'author'), 'name')).trim(),
    text: plainText(childText(post, 'message'), decodeReferences),
    state: 'approved',
  });
}

function childText(element: XmlElement, name: string): string {
  return textOf(childOf(element, name)).trim();
}
