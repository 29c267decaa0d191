import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ownFontsOf } from '../../core/config/fonts.ts';
import type { SiteConfig } from '../../core/config/site-config.ts';

/** A fault of the `fonts` setting, in both languages. */
export interface FontFault {
  en: string;
  fa: string;
}

/** The first bytes of a font in the format WOFF2 (WOFF File Format 2.0, section 4.1). */
const signature = 'wOF2';

/** Return whether bytes are those of a font in the format WOFF2. */
export function isWoff2(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, signature.length)) === signature;
}

/** Find custom font files that are missing or have another format. */
export function findFontFaults(config: Pick<SiteConfig, 'fonts'>, publicFolder: string): FontFault[] {
  return ownFontsOf(config)
    .flatMap(({ files }) => files)
    .flatMap(({ file }): FontFault[] => {
      const path = join(publicFolder, file);
      if (!existsSync(path) || !statSync(path).isFile())
        return [
          {
            en: `fonts: there is no file ${path}. Put the font there, or correct its path «${file}»`,
            fa: `fonts: پروندهٔ ${path} نیست. قلم را آن‌جا بگذارید یا مسیر «${file}» را درست کنید`,
          },
        ];
      if (isWoff2(firstBytes(path))) return [];
      return [
        {
          en: `fonts: ${path} is not a font in the format WOFF2. Convert it, for example with woff2_compress`,
          fa: `fonts: ${path} قلمی با قالب WOFF2 نیست. آن را به این قالب درآورید، برای نمونه با woff2_compress`,
        },
      ];
    });
}

function firstBytes(path: string): Uint8Array {
  const bytes = new Uint8Array(signature.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes);
    return bytes;
  } finally {
    closeSync(file);
  }
}
