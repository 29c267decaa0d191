import { fileURLToPath } from 'node:url';
import type { CreatePreviewServer } from 'astro';
import { readOptions } from './base/options.ts';
import { finishSite } from './build.ts';
import { explainToAstro } from './report.ts';
import { previewAddress, previewSite } from './serve/preview-server.ts';

/** Answers `astro preview`. */
const start: CreatePreviewServer = ({ outDir, port, host, open, allowedHosts }) =>
  explainToAstro('en', async () => {
    const options = await readOptions({ out: fileURLToPath(outDir) });
    await finishSite(options);
    const server = await previewSite(options, { port, host, open, allowedHosts });
    console.log(previewAddress(server, options));
    return server;
  });

export default start;
