import type { Page } from 'playwright-core';
import type { FontMetrics } from '../../src/core/config/fonts.ts';

/** The reference font, and the text that fonts are measured on. */
export interface TextFont {
  /** Vazirmatn as `url(data:…)`. */
  vazirmatn: string;
  /** Persian text, as long as a few articles. */
  text: string;
}

/** A fallback font to be adjusted to Vazirmatn. */
export interface FallbackQuestion extends TextFont {
  /** As in the `src` of `@font-face`: `local("Tahoma")` or `url(data:…)`. */
  source: string;
  /** The weight for the comparison: that of the fallback. */
  weight: number;
}

/** A custom font to measure, as `url(data:…)` of its regular and bold files; both are the same for a variable font. */
export interface OwnQuestion {
  regular: string;
  bold: string;
  text: TextFont;
}

/**
 * Measure by how many percent a fallback font has to be scaled to be as wide as Vazirmatn of a weight. A browser shapes
 * the text, since the width of Arabic letters depends on their neighbours. Only letters, their marks, digits and spaces
 * count: other signs may come from other fonts, in the browser that measures and on the device.
 *
 * @throws Error if the browser does not have the font.
 */
export async function measureFallback(page: Page, question: FallbackQuestion): Promise<number> {
  const { own, other } = await page.evaluate(compareFonts, { ...question, text: measured(question.text) });
  return percent(own.width / other.width);
}

/** Measure a custom font for the `metrics` of the `fonts` setting. */
export async function measureOwn(page: Page, { regular, bold, text }: OwnQuestion): Promise<FontMetrics> {
  const measure = async (source: string, weight: number): ReturnType<typeof compareFonts> =>
    page.evaluate(compareFonts, { ...text, text: measured(text.text), source, weight });
  const [light, heavy] = [await measure(regular, 400), await measure(bold, 700)];
  return {
    width: [percent(light.other.width / light.own.width), percent(heavy.other.width / heavy.own.width)],
    ascent: percent(light.other.ascent),
    descent: percent(light.other.descent),
  };
}

function measured(text: string): string {
  return text.replace(/[^\p{Script=Arabic}\p{M}\s\u200C]+/gu, '');
}

function percent(value: number): number {
  return Math.round(value * 1000) / 10;
}

interface Measured {
  width: number;
  ascent: number;
  descent: number;
}

/** Compare a font with Vazirmatn. Runs in the page. */
async function compareFonts({
  source,
  weight,
  vazirmatn,
  text,
}: FallbackQuestion): Promise<{ own: Measured; other: Measured }> {
  const wordsALine = 12;
  // Large, because canvases round ascents to whole pixels.
  const em = 1000;
  for (const face of [
    new FontFace('measured', vazirmatn, { weight: '400 700' }),
    new FontFace('fallback', source, { weight: '400 700' }),
  ]) {
    document.fonts.add(await face.load());
  }
  const words = text.split(/\s+/).filter((word) => word !== '');
  const canvas = document.createElement('canvas').getContext('2d')!;
  const measure = (family: string): Measured => {
    canvas.font = `${weight} ${em}px ${family}`;
    let width = 0;
    for (let start = 0; start < words.length; start += wordsALine)
      width += canvas.measureText(words.slice(start, start + wordsALine).join(' ')).width;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = canvas.measureText(text.slice(0, 1));
    return { width, ascent: fontBoundingBoxAscent / em, descent: fontBoundingBoxDescent / em };
  };
  const [own, other] = [measure('measured'), measure('fallback')];
  for (const face of document.fonts) if (/measured|fallback/.test(face.family)) document.fonts.delete(face);
  return { own, other };
}
