import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { projectFolder, readOptions } from './base/options.ts';
import { createProgress } from './base/progress.ts';
import { build } from './build.ts';
import { loadContent } from './content/load-content.ts';
import { draftModel } from './model/build-model.ts';
import { openDraft } from './render/bundle.ts';
import { type Bundled, bundleIntegration } from './render/bundle-integration.ts';
import { explainToAstro, formatResult } from './report.ts';
import { liveIntegration } from './serve/dev-server.ts';

/**
 * The integrations that make `astro build` build the site: problems of the content come first, then Astro bundles the pages,
 * and the engine renders and publishes what changed. Astro itself never writes to the output folder.
 */
export async function buildIntegrations(out: string): Promise<AstroIntegration[]> {
  const options = await explainToAstro('en', () => readOptions({ out }));
  const { config } = options;
  const draft = openDraft(options);
  // Where bundling fails, Astro calls no hook.
  process.once('exit', () => draft.discard());
  let bundled: Bundled | undefined;
  const publish: AstroIntegration = {
    name: 'rooznegar:publish',
    hooks: {
      'astro:build:start': () =>
        explainToAstro(config.messages, async () => void draftModel(await loadContent(options), options)),
      'astro:build:done': () =>
        explainToAstro(config.messages, async () => {
          draft.finish(bundled!);
          const progress = createProgress();
          const result = await build(options, progress);
          const { summary, warnings, heldBack } = formatResult(result, options.out, progress.phases, config.messages);
          console.log(summary);
          for (const warning of warnings) console.warn(warning);
          if (heldBack !== '') console.log(`\n${heldBack}`);
        }),
    },
  };
  return [bundleIntegration(options, draft.folder, (kept) => (bundled = kept)), publish];
}

/** The integrations that make `astro dev` show the content live. */
export async function devIntegrations(): Promise<AstroIntegration[]> {
  const options = await explainToAstro('en', () => readOptions({}));
  return [await liveIntegration(options, options.config.messages)];
}

/** The integrations that make `astro preview` serve the site as hosts do. Only an adapter may replace the server. */
export function previewIntegrations(): AstroIntegration[] {
  const name = 'rooznegar:astro-preview';
  const adapter = {
    name,
    previewEntrypoint: join(projectFolder, 'src/engine/astro-preview.ts'),
    adapterFeatures: { buildOutput: 'static' },
    supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
  } as const;
  return [{ name, hooks: { 'astro:config:done': ({ setAdapter }) => setAdapter(adapter) } }];
}
