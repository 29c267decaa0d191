/**
 * The colours that stand in for pictures while they load: five greys from light to dark, then eight hues, each light,
 * middle and dark. Their classes are in `styles/pictures.css`: pages have no styles of their own.
 */
export const tones: readonly string[] =
  '#f3f1ee #cccac7 #94928f #595855 #201f1d #f9bdb7 #c2736d #6a3633 #f1c4a0 #b97d4a #653d19 #dcce9a #9f8b3e #54470d #b2dab2 #649c66 #2c522d #97dddc #289f9f #005454 #a8d3f9 #5492c5 #204b6d #d0c5f8 #9080c3 #4b3f6c #f2bcd4 #ba7295 #65364d'.split(
    ' ',
  );

/**
 * Name the tone that most of a picture has: `tone-0` and so on by the place in {@link tones}.
 *
 * @param pixels Red, green and blue of each pixel.
 */
export function toneOf(pixels: Uint8Array): string {
  const counts = tones.map(() => 0);
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    counts[nearestTone(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!)]! += 1;
  }
  return `tone-${counts.indexOf(Math.max(...counts))}`;
}

const colours = tones.map((tone) => [1, 3, 5].map((at) => Number.parseInt(tone.slice(at, at + 2), 16)));

/** Eyes see differences in green best and in red least well of bright colours; these weights come near to that. */
function nearestTone(red: number, green: number, blue: number): number {
  let [nearest, least] = [0, Infinity];
  for (const [index, [r, g, b]] of colours.entries()) {
    const distance = 2 * (red - r!) ** 2 + 4 * (green - g!) ** 2 + 3 * (blue - b!) ** 2;
    if (distance < least) [nearest, least] = [index, distance];
  }
  return nearest;
}
