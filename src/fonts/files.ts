import naskhBold from './naskh-bold.woff2?url';
import vazirmatnLatin from './vazirmatn-latin.woff2?url';
import vazirmatnPersian from './vazirmatn-persian.woff2?url';
import vazirmatnRare from './vazirmatn-rare.woff2?url';

/**
 * Addresses of the bundled font files, by name. `engine/render/site-fonts.ts` replaces this list by that of the fonts
 * that the site has chosen, so that no other is published.
 */
export const fontFiles: Readonly<Record<string, string>> = {
  'naskh-bold.woff2': naskhBold,
  'vazirmatn-latin.woff2': vazirmatnLatin,
  'vazirmatn-persian.woff2': vazirmatnPersian,
  'vazirmatn-rare.woff2': vazirmatnRare,
};
