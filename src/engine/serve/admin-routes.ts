import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, relative } from 'node:path';
import { recentHeadlines } from '../../core/admin/near-headlines.ts';
import { adminHeaders, adminPath } from '../../core/hosting/admin-headers.ts';
import { mediaTypeOf } from '../../core/text/media-type.ts';
import { createUrls } from '../../core/urls.ts';
import type { Site } from '../../core/site/site.ts';
import { makeAdminPage } from '../admin/admin-page.ts';
import { type AdminBundle, makeAdminBundle } from '../admin/bundle.ts';
import { knownValues } from '../admin/known-values.ts';
import { isFromHere } from '../admin/local/guard.ts';
import { createLocalEditor } from '../admin/local/local-editor.ts';
import { articlesFolder, type BuildOptions } from '../base/options.ts';
import { withSlashes } from '../base/paths.ts';

/**
 * Create the function that serves the editor on the files of this machine, without an account. It returns whether the
 * request was for the editor. The bundle is made at the first request.
 *
 * @param shown Returns the site as it is now, for the values that the editor offers.
 */
export function createAdminRoutes(
  { config, content, publicFolder, plain }: BuildOptions,
  shown: () => Site | undefined,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { base } = createUrls(config.url);
  const [root, filesPath] = [base + adminPath, `${base}/@rooznegar/admin/files`];
  const token = randomBytes(32).toString('base64url');
  const files = createLocalEditor({ content, public: publicFolder }, token);
  const articles = withSlashes(join('content', relative(content, articlesFolder(content))));
  let making: Promise<AdminBundle> | undefined;
  const bundle = (): Promise<AdminBundle> => {
    making ??= makeAdminBundle({ config, plain });
    making.catch(() => (making = undefined));
    return making;
  };
  return (request, response) => {
    const [path = ''] = ((request as { originalUrl?: string }).originalUrl ?? request.url ?? '').split('?', 1);
    if (path === filesPath || path.startsWith(`${filesPath}/`)) {
      void files.answer(request, response, path.slice(filesPath.length + 1));
      return true;
    }
    if (path !== root && path !== root.slice(0, -1) && !path.startsWith(`${root}assets/`)) return false;
    void serve(path).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(String(error));
    });
    return true;

    async function serve(asked: string): Promise<void> {
      // The page contains the token: a name that was bound to this machine’s address must not read it.
      if (!isFromHere(request)) return void response.writeHead(403).end();
      if (asked === root.slice(0, -1)) return void response.writeHead(302, { Location: root }).end();
      const made = await bundle();
      for (const [name, value] of adminHeaders({ url: config.url, pictures: config.pictures }))
        response.setHeader(name, value);
      if (asked === root) {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.setHeader('Cache-Control', 'no-store');
        files.prepare();
        const site = shown();
        const page = makeAdminPage({
          config,
          bundle: made,
          articles,
          place: 'local',
          known: site ? knownValues(site) : {},
          recent: recentHeadlines(site?.articles ?? []),
          token,
        });
        return void response.end(page);
      }
      const name = asked.slice(root.length);
      if (!/^assets\/[\w.-]+$/.test(name)) return void response.writeHead(404).end();
      const bytes = await readFile(join(made.folder, name)).catch(() => undefined);
      if (!bytes) return void response.writeHead(404).end();
      response.setHeader('Content-Type', mediaTypeOf(name) ?? 'application/octet-stream');
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      response.end(bytes);
    }
  };
}
