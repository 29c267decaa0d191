import { createEditorConfig } from '../../core/admin/collections.ts';
import { type AdminPageData, writeAdminPage } from '../../core/admin/page.ts';
import { parsingConfig, type SiteConfig } from '../../core/config/site-config.ts';
import { adminPath } from '../../core/hosting/admin-headers.ts';
import { createUrls } from '../../core/urls.ts';
import type { AdminBundle } from './bundle.ts';

/** What the page of the editor contains besides the configuration. */
export interface AdminPageInput extends Pick<AdminPageData, 'place' | 'known' | 'recent' | 'token'> {
  config: SiteConfig;
  bundle: AdminBundle;
  /** Path of the folder of articles from the repository’s root. */
  articles: string;
}

/** Write the page of the editor for its place. */
export function makeAdminPage({ config, bundle, articles, place, known, recent, token }: AdminPageInput): string {
  const { base } = createUrls(config.url);
  const at = (path: string): string => `${base}${adminPath}${path}`;
  const data: AdminPageData = {
    place,
    editor: createEditorConfig(config, place, { articles }),
    base,
    sections: config.sections,
    checking: { ...parsingConfig(config), orthography: config.orthography },
    known,
    recent,
    styles: [at(bundle.preview)],
    dictionary: at(bundle.dictionary),
    token,
  };
  return writeAdminPage(config.name, data, { script: at(bundle.script), styles: bundle.styles.map(at) });
}
