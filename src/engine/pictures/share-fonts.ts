import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shareFamily } from '../../core/fonts/families.ts';
import { type BuildOptions, projectFolder } from '../base/options.ts';

/** A file of a font for share pictures. */
export interface ShareFont {
  /** Name of the family. */
  name: string;
  bytes: Uint8Array;
}

/** Read the font of headlines for share pictures; none if that is Vazirmatn, or if no pictures are made. */
export function shareFonts({ config, publicFolder }: Pick<BuildOptions, 'config' | 'publicFolder'>): ShareFont[] {
  const family = config.share.days === 0 ? undefined : shareFamily(config);
  if (!family) return [];
  return family.files.map(({ place, file }) => {
    const folder = place === 'public' ? publicFolder : join(projectFolder, 'src/fonts');
    return { name: family.name, bytes: readFileSync(join(folder, file)) };
  });
}
