import type { AdminSettings } from '../config/admin.ts';
import { pictureOrigins, type PictureSettings } from '../config/picture-hosts.ts';
import { createUrls } from '../urls.ts';
import { type Header, policyHeader, referrerPolicy } from './headers.ts';

/** Path of the editor below the site, with slashes at its ends. */
export const adminPath = '/admin/';

/** Headers whose values below {@link adminPath} are not those of other pages. */
export const differentHeaders: readonly string[] = [policyHeader, 'Cross-Origin-Opener-Policy'];

/** What the editor’s headers depend on. */
export interface AdminHosting {
  url: string;
  admin?: AdminSettings | undefined;
  pictures?: PictureSettings | undefined;
}

/**
 * List the headers below {@link adminPath}, in place of those of pages. The editor draws with inline styles, shows pictures
 * that are not uploaded yet (`blob:`) and of hosts that pages may show them from, and sends texts to the host of the
 * repository. A picture of another host in a text would tell that host who writes. The window in which writers sign in at
 * that host needs its opener, so the opener policy is open; and nothing here belongs into a search engine.
 */
export function adminHeaders(config: AdminHosting): Header[] {
  const own = ["'self'"];
  const policy: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': own,
    'style-src': [...own, "'unsafe-inline'"],
    'font-src': own,
    'img-src': [...own, 'blob:', 'data:', ...pictureOrigins(config), ...portraitOrigins(config)],
    'media-src': [...own, 'blob:'],
    'connect-src': [...own, 'blob:', 'data:', ...backendOrigins(config)],
    'frame-src': ['blob:'],
    'worker-src': [...own, 'blob:'],
    'form-action': own,
    // The preview sets the address of the page as its own.
    'base-uri': own,
    'frame-ancestors': ["'none'"],
  };
  return [
    [
      policyHeader,
      Object.entries(policy)
        .map(([name, sources]) => `${name} ${sources.join(' ')}`)
        .join('; '),
    ],
    ['X-Frame-Options', 'DENY'],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', referrerPolicy],
    ['Cross-Origin-Opener-Policy', 'unsafe-none'],
    ['X-Robots-Tag', 'noindex'],
  ];
}

/** Return whether a path of the site, with its base, is the editor’s. */
export function isAdminPath(path: string, config: AdminHosting): boolean {
  return config.admin !== undefined && path.startsWith(createUrls(config.url).base + adminPath);
}

function backendOrigins({ admin }: AdminHosting): string[] {
  if (!admin) return [];
  const { name, baseUrl, apiRoot } = admin.backend;
  const usual = {
    github: ['https://api.github.com', 'https://github.com', 'https://www.githubstatus.com'],
    gitlab: ['https://gitlab.com'],
    gitea: ['https://gitea.com'],
  }[name];
  const isElsewhere = name !== 'github' && baseUrl !== undefined;
  const own = [baseUrl, apiRoot].flatMap((address) => (address === undefined ? [] : [new URL(address).origin]));
  return [...new Set([...(isElsewhere ? [] : usual), ...own])];
}

/** Where a host keeps the pictures of those who sign in. */
function portraitOrigins(config: AdminHosting): string[] {
  if (!config.admin) return [];
  const elsewhere = {
    github: ['https://avatars.githubusercontent.com'],
    gitlab: ['https://secure.gravatar.com'],
    gitea: [],
  };
  const { name } = config.admin.backend;
  return name === 'github' ? elsewhere.github : [...backendOrigins(config), ...elsewhere[name]];
}
