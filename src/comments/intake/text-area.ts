import { html, raw } from 'hono/html';

/**
 * Write a text area with the line end that browsers drop from its beginning, so that the text stays as it is. Its tags are no part of a
 * template, because formatters move the text in them.
 *
 * @param attributes As markup.
 */
export function writeTextArea(attributes: ReturnType<typeof html>, text: string): ReturnType<typeof html> {
  return html`${raw('<textarea ')}${attributes}${raw('>\n')}${text}${raw('</textarea>')}`;
}
