import type { Page } from 'playwright-core';

/** A font to stand in until Vazirmatn is there, and how wide it is to be set. */
export interface FallbackQuestion {
  /** As in the `src` of a `@font-face`: `local("Tahoma")` or `url(data:…)`. */
  source: string;
  /** The weight that both are compared at: the fallback's own one. */
  weight: number;
  /** Vazirmatn as a `url(data:…)`. */
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
 * Compute how a fallback has to be set so that lines break and stand where those of Vazirmatn will. With W the width of the
 * text and A and D the ascent and descent of Vazirmatn in em:
 *
 *     size-adjust      = W(Vazirmatn) / W(fallback)
 *     ascent-override  = A / size-adjust
 *     descent-override = D / size-adjust
 *
 * Texts are shaped by a browser, since letters of Arabic script are as wide as their neighbours make them.
 *
 * @throws Error if the browser has no such font.
 */
export async function measureFallback(page: Page, question: FallbackQuestion): Promise<FallbackMetrics> {
  const { ratio, ascent, descent } = await page.evaluate(compareFonts, question);
  const percent = (value: number): number => Math.round(value * 1000) / 10;
  const [sizeAdjust, share] = [percent(ratio), Math.round(ratio * 1000) / 1000];
  return { sizeAdjust, ascentOverride: percent(ascent / share), descentOverride: percent(descent / share) };
}

/** Runs in the page. */
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
