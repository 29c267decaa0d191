/** Return whether a file name or address is that of a picture, by its extension. */
export function isPictureName(name: string): boolean {
  return pictures.test(pathOf(name));
}

/** Return whether a file name or address is that of a video, by its extension. */
export function isVideoName(name: string): boolean {
  return videos.test(pathOf(name));
}

/** Return whether a file name or address is that of a file that articles may contain, by its extension. */
export function isMediaName(name: string): boolean {
  return isPictureName(name) || isVideoName(name) || others.test(pathOf(name));
}

const pictures = /\.(?:avif|gif|jfif|jpe?g|png|svg|webp)$/i;
const videos = /\.(?:mp4|m4v|webm|ogv|mov)$/i;
const others = /\.(?:mp3|m4a|ogg|pdf)$/i;

function pathOf(address: string): string {
  return address.replace(/[?#].*$/s, '');
}
