/**
 * Placeholder colours shown while pictures load: five greys from light to dark, then eight hues, each pale, light,
 * middle and dark. Their classes are in `styles/pictures.css` because pages have no inline styles.
 */
export const tones: readonly string[] =
  '#f3f1ee #cccac7 #94928f #595855 #201f1d #ffe3df #f1b2ac #be706a #62322f #fee6d4 #e9b993 #b57a47 #5d3917 #f2ebd1 #d3c48c #9c883b #4e420d #ddf2dd #a6d2a7 #619963 #294c2a #d1f3f2 #88d4d3 #229c9c #004e4e #d9eeff #9bcaf2 #518fc2 #1e4665 #ece7ff #c7bbf0 #8d7dbf #453a64 #ffe2ee #ebb1cb #b76f92 #5e3248'.split(
    ' ',
  );

/**
 * CSS class of a picture's most frequent tone: `tone-0` and so on, by index in {@link tones}.
 *
 * @param pixels Red, green and blue of each pixel, one byte each.
 */
export function toneOf(pixels: Uint8Array): string {
  const counts = tones.map(() => 0);
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    counts[nearestTone(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!)]! += 1;
  }
  return `tone-${counts.indexOf(Math.max(...counts))}`;
}

const colours = tones.map((tone) => [1, 3, 5].map((at) => Number.parseInt(tone.slice(at, at + 2), 16)));

/**
 * The eye is most sensitive to differences in green and, in bright colours, least to red; these weights approximate
 * that.
 */
function nearestTone(red: number, green: number, blue: number): number {
  let [nearest, least] = [0, Infinity];
  for (const [index, [r, g, b]] of colours.entries()) {
    const distance = 2 * (red - r!) ** 2 + 4 * (green - g!) ** 2 + 3 * (blue - b!) ** 2;
    if (distance < least) [nearest, least] = [index, distance];
  }
  return nearest;
}
