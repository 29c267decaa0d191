import { html, raw } from 'hono/html';
import { isolatedRuns } from '../../core/text/bidi.ts';

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

/**
 * Write a paragraph of a comment as articles show it: in the direction of its text, with Latin words isolated from their surroundings. Its
 * tags are no part of a template, because formatters add spaces to those.
 */
export function writeParagraph(lines: readonly string[]): Markup {
  const content = lines.flatMap((line, index) => [
    index === 0 ? '' : raw('<br />'),
    ...isolatedRuns(line).map(({ isLeftToRight, text }) =>
      isLeftToRight ? html`${raw('<bdi dir="ltr">')}${text}${raw('</bdi>')}` : text,
    ),
  ]);
  return html`${raw('<p dir="auto">')}${content}${raw('</p>')}`;
}
