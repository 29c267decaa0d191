import type { Edit } from '../../text/edits.ts';
import { lostLink, lostPicture, settleLink, settlePicture, type TextContext } from '../html/convert.ts';
import { type ImportNote, note } from '../notes.ts';

/** Return whether all elements opened in a piece of HTML are closed in it. */
export function isWhole(html: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = '', rest = ''] of html.matchAll(
    /<(\/?)([a-z][a-z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi,
  )) {
    const tag = name.toLowerCase();
    if (/^(?:img|br|hr|input|source|meta|link|embed|wbr|col|param|track)$/.test(tag) || rest.endsWith('/')) continue;
    if (slash === '') open.push(tag);
    else if (open.pop() !== tag) return false;
  }
  return open.length === 0;
}

/** Rewrite the addresses in incomplete HTML, such as `<a href="…">`; lost pictures are replaced by their description. */
export function changeTags(
  html: string,
  start: number,
  end: number,
  context: TextContext,
  notes: ImportNote[],
): Edit | undefined {
  const withLinks = html.replace(
    /(<a\b[^>]*?\bhref\s*=\s*)(["'])(.*?)\2/gis,
    (_, head: string, quote: string, href: string) => {
      const target = linkTarget(href, context);
      if (target === undefined) notes.push(note('lost', lostLink, href));
      return target === undefined ? head.replace(/\s*href\s*=\s*$/i, '') : `${head}${quote}${target}${quote}`;
    },
  );
  const text = withLinks.replace(/<img\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi, (tag) => {
    const src = /\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag);
    const written = src?.slice(1).find((value) => value !== undefined);
    if (src === null || written === undefined) return tag;
    const target = settlePicture(written.replaceAll('&amp;', '&'), context);
    if (target !== undefined) return target === written ? tag : tag.replace(src[0], () => `src="${target}"`);
    notes.push(note('lost', lostPicture, written));
    return /\balt\s*=\s*(["'])(.*?)\1/is.exec(tag)?.[2] ?? '';
  });
  return text === html ? undefined : { start, end, text };
}

/** New address of a link; `undefined` if it must become plain text. */
export function linkTarget(url: string, context: TextContext): string | undefined {
  return url.startsWith('#') ? url : settleLink(url, context);
}
