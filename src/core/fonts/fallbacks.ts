import type { FontMetrics } from '../config/fonts.ts';

/** A widely installed font that is shown until the web font has loaded. */
export interface FallbackFont {
  /** Short name, for that of the adjusted family. */
  name: string;
  /** Full names of the regular and the bold font on devices (`src: local()`). */
  local: readonly [regular: readonly string[], bold: readonly string[]];
  /** Scale in percent at which each is as wide as Vazirmatn of that weight. */
  scale: readonly [regular: number, bold: number];
}

/**
 * Naskh (Android) and DejaVu (Linux) were measured by `npm run font -- --fallback`, which documents the method; Tahoma
 * (Windows, macOS), Geeza and Arial (iOS) are estimates: measuring needs a machine that has them.
 */
export const fallbackFonts: readonly FallbackFont[] = [
  { name: 'Tahoma', local: [['Tahoma'], ['Tahoma']], scale: [105, 105] },
  {
    name: 'Naskh',
    local: [
      ['Noto Naskh Arabic UI', 'Noto Naskh Arabic'],
      ['Noto Naskh Arabic UI Bold', 'Noto Naskh Arabic Bold'],
    ],
    scale: [109.2, 107.5],
  },
  {
    name: 'Geeza',
    local: [
      ['Geeza Pro', 'Arial'],
      ['Geeza Pro', 'Arial'],
    ],
    scale: [110, 110],
  },
  { name: 'DejaVu', local: [['DejaVu Sans'], ['DejaVu Sans Bold']], scale: [92.2, 79.2] },
];

/** Metrics of Vazirmatn, the reference for all others. */
export const vazirmatnMetrics: FontMetrics = { width: [100, 100], ascent: 102.5, descent: 53.7 };

/** Sizes of Noto Naskh Arabic. Headlines have the bold one only. */
export const naskhMetrics: FontMetrics = { width: [91.6, 93], ascent: 106.9, descent: 63.4 };
