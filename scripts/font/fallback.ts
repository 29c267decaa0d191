import type { Page } from 'playwright-core';

/** A fallback font to be adjusted to Vazirmatn. */
export interface FallbackQuestion {
  /** As in the `src` of `@font-face`: `local("Tahoma")` or `url(data:…)`. */
  source: string;
  /** The weight for the comparison: that of the fallback. */
  weight: number;
  /** Vazirmatn as `url(data:…)`. */
  vazirmatn: string;
  /** Persian text, as long as a few articles. */
  text: string;
}

/** Descriptors of a `@font-face`, in percent (CSS Fonts Level 5, section 4.6, and Level 4, section 11.4). */
export interface FallbackMetrics {
  sizeAdjust: number;
  ascentOverride: number;
  descentOverride: number;
}

/**
 * Compute the adjustments of a fallback font so that its lines break and sit where those of Vazirmatn will. With W the
 * width of the text, and A and D the ascent and descent of Vazirmatn in em:
 *
 *     size-adjust      = W(Vazirmatn) / W(fallback)
 *     ascent-override  = A / size-adjust
 *     descent-override = D / size-adjust
 *
 * A browser shapes the texts, since the width of Arabic letters depends on their neighbours.
 *
 * @throws Error if the browser does not have the font.
 */
export async function measureFallback(page: Page, question: FallbackQuestion): Promise<FallbackMetrics> {
  const { ratio, ascent, descent } = await page.evaluate(compareFonts, question);
  const percent = (value: number): number => Math.round(value * 1000) / 10;
  const [sizeAdjust, share] = [percent(ratio), Math.round(ratio * 1000) / 1000];
  return { sizeAdjust, ascentOverride: percent(ascent / share), descentOverride: percent(descent / share) };
}

/** Compare the two fonts. Runs in the page. */
async function compareFonts({
  source,
  weight,
  vazirmatn,
  text,
}: FallbackQuestion): Promise<{ ratio: number; ascent: number; descent: number }> {
  const wordsALine = 12;
  // Large, because canvases round ascents to whole pixels.
  const em = 1000;
  for (const face of [
    new FontFace('measured', vazirmatn, { weight: '400 700' }),
    new FontFace('fallback', source, { weight: String(weight) }),
  ]) {
    document.fonts.add(await face.load());
  }
  const words = text.split(/\s+/).filter((word) => word !== '');
  const canvas = document.createElement('canvas').getContext('2d')!;
  const measure = (family: string): { width: number; ascent: number; descent: number } => {
    canvas.font = `${weight} ${em}px ${family}`;
    let width = 0;
    for (let start = 0; start < words.length; start += wordsALine)
      width += canvas.measureText(words.slice(start, start + wordsALine).join(' ')).width;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = canvas.measureText(text.slice(0, 1));
    return { width, ascent: fontBoundingBoxAscent / em, descent: fontBoundingBoxDescent / em };
  };
  const [own, other] = [measure('measured'), measure('fallback')];
  return { ratio: own.width / other.width, ascent: own.ascent, descent: own.descent };
}
