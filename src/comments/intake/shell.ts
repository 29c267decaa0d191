import { join } from 'node:path';
import { html, raw } from 'hono/html';
import { serviceMark } from '../../core/comments/comment.ts';
import { watchFile } from './articles.ts';
import { type Markup, writeDocument } from './document.ts';

/** Puts a text into the frame of the site: its masthead, footer and styles. */
export type Shell = (content: Markup) => Promise<string>;

/** Path of the frame in a built site. */
const shellPage = 'comments/shell/index.html';

/**
 * Create the frame. Without one in the built site, or where the site has another origin than the service, pages are plain.
 *
 * @param site Folder of the built site; `undefined` to make plain pages.
 * @param home URL of the front page.
 * @param clock In milliseconds; it never goes back.
 */
export function createShell(site: string | undefined, home: string, clock: () => number): Shell {
  const frame =
    site === undefined
      ? () => undefined
      : watchFile(join(site, shellPage), clock, (text) => (text.includes(serviceMark) ? text : undefined));
  return async (content) => {
    const inner = String(await content);
    // A function, because `$` has a special meaning in replacement strings.
    return frame()?.replace(serviceMark, () => inner) ?? String(await writePlainPage(inner, home));
  };
}

function writePlainPage(inner: string, home: string): Markup {
  return writeDocument({
    title: 'تبادل نظر',
    body: html`<main>
        <h1>تبادل نظر</h1>
        ${raw(inner)}
      </main>
      <p><a href="${home}">صفحهٔ نخست</a></p>`,
  });
}
