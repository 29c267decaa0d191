import { html } from 'hono/html';

/** Markup of a part of a page. */
export type Markup = ReturnType<typeof html>;

/** Write a page outside the site's frame. @param head Further elements of `<head>`. */
export function writeDocument({ title, head, body }: { title: string; head?: Markup; body: Markup }): Markup {
  return html`<!doctype html>
    <html lang="fa" dir="rtl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${head ?? ''}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}
