import { blogger } from '../feeds/blogger.ts';
import { feed } from '../feeds/feed.ts';
import { ghost } from '../ghost/ghost.ts';
import { json } from '../json/json.ts';
import { type ExportFormat, headLength } from '../reading/format.ts';
import { telegram } from '../telegram/telegram.ts';

/** All formats of exports that are one text file, in the order in which they are tried: `json` takes what is left. */
export const exportFormats: readonly ExportFormat[] = [blogger, feed, ghost, telegram, json];

/**
 * Find the format of a file by the beginning of its text and by its name.
 *
 * @returns `undefined` if it is none of them. WordPress's own exports are not.
 */
export function findFormat(text: string, name: string): ExportFormat | undefined {
  const head = text.slice(0, headLength);
  return exportFormats.find((format) => format.matches(head, name));
}
