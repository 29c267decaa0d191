import { blogger } from '../feeds/blogger.ts';
import { feed } from '../feeds/feed.ts';
import { ghost } from '../ghost/ghost.ts';
import { json } from '../json/json.ts';
import { type ExportFormat, headLength } from '../reading/format.ts';
import { telegram } from '../telegram/telegram.ts';

/** Formats of exports in a single text file, in the order in which they are tried: `json` accepts any other JSON. */
export const exportFormats: readonly ExportFormat[] = [blogger, feed, ghost, telegram, json];

/**
 * Find the format of a file by the beginning of its text and by its name.
 *
 * @returns `undefined` if none matches, as for WordPress's own exports.
 */
export function findFormat(text: string, name: string): ExportFormat | undefined {
  const head = text.slice(0, headLength);
  return exportFormats.find((format) => format.matches(head, name));
}
