import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { artworkSide, podcastFile } from '../../core/config/podcast.ts';
import type { SiteConfig } from '../../core/config/site-config.ts';
import { pictureTypeOf } from '../../core/pictures/file-type.ts';
import { measurePicture } from './measure-picture.ts';

/** Find what is wrong with the artwork of the podcast, and a file in the place of its feed: English sentences. */
export function findPodcastFaults({ podcast }: Pick<SiteConfig, 'podcast'>, publicFolder: string): string[] {
  if (!podcast) return [];
  const fault = faultOf(podcast.image, publicFolder);
  return [
    ...(fault === undefined ? [] : [`podcast.image: ${fault}`]),
    ...(existsSync(join(publicFolder, podcastFile))
      ? [`podcast: public/${podcastFile} would take the place of its feed; remove this file`]
      : []),
  ];
}

function faultOf(path: string, publicFolder: string): string | undefined {
  const file = join(publicFolder, path);
  if (!existsSync(file) || !statSync(file).isFile()) return `there is no file public${path}`;
  const bytes = readFileSync(file);
  const type = pictureTypeOf(bytes);
  const isNamed = type === 'png' ? /\.png$/i.test(path) : type === 'jpeg' && /\.jpe?g$/i.test(path);
  const size = isNamed ? measurePicture(bytes) : undefined;
  if (!size) return `public${path} is no JPEG or PNG with the ending of its type`;
  const { width, height } = size;
  const { least, most } = artworkSide;
  if (width === height && width >= least && width <= most) return undefined;
  return `public${path} has ${width}×${height} pixels; expected a square of ${least} to ${most} pixels`;
}
