import type { SectionConfig, SiteConfig } from '../config/site-config.ts';
import type { AdminPlace, EditorConfig } from './collections.ts';
import type { RecentHeadline } from './near-headlines.ts';

/** The data that the page of the editor contains for its scripts. */
export interface AdminPageData {
  place: AdminPlace;
  editor: EditorConfig;
  /** Path of the site without a final slash. */
  base: string;
  sections: readonly SectionConfig[];
  /** The settings that checking a file depends on. */
  checking: Pick<
    SiteConfig,
    'url' | 'sections' | 'videoHosts' | 'limits' | 'defaults' | 'images' | 'pictures' | 'orthography'
  >;
  /** Values that are offered, by field. */
  known: Readonly<Record<string, readonly string[]>>;
  /** Headlines of the last days, with which a new one is compared. */
  recent: readonly RecentHeadline[];
  /** Addresses of the site's style sheets, for the preview. */
  styles: readonly string[];
  /** Address of the dictionary of the proofreader. */
  dictionary: string;
  /** Of this run of the local server; absent on a site. */
  token?: string | undefined;
}

/** The files of the bundled editor that its page loads. */
export interface AdminAssets {
  script: string;
  styles: readonly string[];
}

/** Write the page of the editor. It has no script or style of its own, so the policy needs no exception. */
export function writeAdminPage(name: string, data: AdminPageData, { script, styles }: AdminAssets): string {
  // Within a script element only `<` could end the data.
  const json = JSON.stringify(data).replaceAll('<', String.raw`\u003C`);
  return [
    '<!doctype html>',
    '<html lang="fa" dir="rtl">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">',
    '<meta name="robots" content="noindex, nofollow">',
    '<meta name="referrer" content="same-origin">',
    `<title>ویرایشگر ${escape(name)}</title>`,
    `<link rel="icon" href="${escape(`${data.base}/favicon.svg`)}">`,
    ...styles.map((style) => `<link rel="stylesheet" href="${escape(style)}">`),
    `<script type="module" src="${escape(script)}"></script>`,
    '</head>',
    '<body>',
    '<noscript>ویرایشگر به جاوااسکریپت نیاز دارد.</noscript>',
    `<script type="application/json" id="rooznegar-admin">${json}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
