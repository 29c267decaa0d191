import { join } from 'node:path';
import type { HookParameters } from 'astro';
import { projectFolder } from '../base/options.ts';

const routes = [
  ['/_theme', 'Theme.astro'],
  ['/_theme/pictures/[name].svg', 'picture.svg.ts'],
] as const;

/** Add the theme page. Only the live preview has it; builds never publish it. */
export function addTheme(injectRoute: HookParameters<'astro:config:setup'>['injectRoute']): void {
  for (const [pattern, name] of routes) injectRoute({ pattern, entrypoint: join(projectFolder, 'src/theme', name) });
}
