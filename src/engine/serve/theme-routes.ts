import { join } from 'node:path';
import type { HookParameters } from 'astro';
import { projectFolder } from '../base/options.ts';

const routes = [
  ['/_theme', 'Theme.astro'],
  ['/_theme/pictures/[name].svg', 'picture.svg.ts'],
] as const;

/** Add the page that shows everything pages are made of. Only the live preview may: no build publishes it. */
export function addTheme(injectRoute: HookParameters<'astro:config:setup'>['injectRoute']): void {
  for (const [pattern, name] of routes) injectRoute({ pattern, entrypoint: join(projectFolder, 'src/theme', name) });
}
