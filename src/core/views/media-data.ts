import type { AudioObject, ImageObject, VideoObject } from 'schema-dts';
import type { Picture, Video } from '../article.ts';
import type { Audio } from '../audio/audio.ts';
import { isoDuration } from '../audio/duration.ts';
import type { Frame, SiteArticle } from '../site/site.ts';

/** Describe a picture: https://schema.org/ImageObject. */
export function imageObject({ urls }: Frame, { src, alt, caption, credit, width, height }: Picture): ImageObject {
  return {
    '@type': 'ImageObject',
    url: urls.absolute(src),
    caption: caption ?? alt,
    ...(width && { width: `${width}` }),
    ...(height && { height: `${height}` }),
    ...(credit && { creditText: credit }),
  };
}

/** Describe a video: https://schema.org/VideoObject. */
export function videoObject({ urls }: Frame, { title, src, url, poster }: Video, { date }: SiteArticle): VideoObject {
  return {
    '@type': 'VideoObject',
    name: title,
    uploadDate: date.iso,
    ...(src && { contentUrl: urls.absolute(src) }),
    ...(url && { url }),
    ...(poster && { thumbnailUrl: urls.absolute(poster) }),
  };
}

/** Describe a recording: https://schema.org/AudioObject. */
export function audioObject({ urls }: Frame, { title, src, type, seconds }: Audio, { date }: SiteArticle): AudioObject {
  return {
    '@type': 'AudioObject',
    name: title,
    uploadDate: date.iso,
    contentUrl: urls.absolute(src),
    encodingFormat: type,
    ...(seconds !== undefined && { duration: isoDuration(seconds) }),
  };
}
