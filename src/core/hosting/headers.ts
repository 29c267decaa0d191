import type { SiteConfig } from '../config/site-config.ts';
import { serviceOrigins } from '../config/comments.ts';
import { hostingOf } from '../config/hosting.ts';
import { pictureOrigins } from '../config/picture-hosts.ts';
import { policyOf } from '../config/policy.ts';
import { embedOrigins } from '../content/video-hosts.ts';

/** An HTTP header with its value. */
export type Header = readonly [name: string, value: string];

/** The part of the configuration that headers depend on. */
export type HeadersConfig = Pick<
  SiteConfig,
  'url' | 'videoHosts' | 'hosting' | 'pictures' | 'policy' | 'offline' | 'comments' | 'admin' | 'podcast'
>;

/** `Referrer-Policy`: other sites learn the origin only. Video players require that much. */
export const referrerPolicy = 'strict-origin-when-cross-origin';

/** Name of the header of the Content Security Policy. */
export const policyHeader = 'Content-Security-Policy';

/** The policy of the search page, where it differs from that of all other pages. */
export interface SearchPolicy {
  /** Whether the site's search runs WebAssembly: Pagefind does. */
  webAssembly: boolean;
}

/** The site's path of the search page: the only one whose policy may allow WebAssembly. */
export const searchPath = '/search/';

/**
 * List the headers of every response, regardless of the hosting settings: they protect readers from foreign scripts,
 * and keep browsers from guessing content types.
 *
 * @param options `webAssembly` for the search page of a site with a Pagefind index.
 */
export function securityHeaders(config: HeadersConfig, options?: SearchPolicy): Header[] {
  const { framedBy, hstsDays, hstsSubdomains } = hostingOf(config);
  const isSecure = config.url.startsWith('https:') && hstsDays > 0;
  return [
    [policyHeader, writePolicy({ ...pagePolicy(config, options), 'frame-ancestors': framedBy })],
    ...(framedBy.length === 0 ? [['X-Frame-Options', 'DENY'] as const] : []),
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', referrerPolicy],
    ['Permissions-Policy', permissionsPolicy(config)],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ...(isSecure
      ? [
          [
            'Strict-Transport-Security',
            `max-age=${hstsDays * 86_400}${hstsSubdomains ? '; includeSubDomains' : ''}`,
          ] as const,
        ]
      : []),
  ];
}

/**
 * Write the policy for the `<meta>` of pages, for hosts that send no headers: without what CSP3, section 3.3, does not
 * allow there (`frame-ancestors`, `report-uri`, `sandbox`). `undefined` if pages are not to contain it.
 */
export function metaPolicy(config: HeadersConfig, options?: SearchPolicy): string | undefined {
  return hostingOf(config).policyInPages ? writePolicy(pagePolicy(config, options)) : undefined;
}

type Policy = Readonly<Record<string, readonly string[]>>;

/**
 * Content Security Policy of pages (CSP3): nothing inline, and nothing from other origins, except pictures from listed
 * hosts, videos and their players, and what the newsroom allows knowingly. JSON-LD is data, which needs no permission.
 */
function pagePolicy(config: HeadersConfig, options?: SearchPolicy): Policy {
  const { videoHosts, pictures, policy, offline } = config;
  const comments = serviceOrigins(config);
  const { script, connect, frame, img, form } = policyOf({ policy });
  const own = ["'self'"];
  return {
    'default-src': own,
    // Compiling WebAssembly needs a separate permission, which does not allow eval (CSP3, section 6.1.10.1).
    'script-src': [...own, ...(options?.webAssembly ? ["'wasm-unsafe-eval'"] : []), ...script],
    // Without this directive, workers fall back to `script-src`.
    ...(offline ? { 'worker-src': own } : {}),
    'style-src': own,
    'img-src': distinct(["'self'", 'data:', ...pictureOrigins({ pictures }), ...img]),
    'media-src': ["'self'", 'https:'],
    'connect-src': distinct([...own, ...comments, ...connect]),
    'frame-src': distinct([...embedOrigins(videoHosts), ...frame]),
    'object-src': [],
    'base-uri': [],
    'form-action': distinct([...own, ...comments, ...form]),
  };
}

function distinct(sources: readonly string[]): string[] {
  return [...new Set(sources)];
}

function writePolicy(policy: Policy): string {
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources.length > 0 ? sources.join(' ') : "'none'"}`)
    .join('; ');
}

/** Features that no page of a newspaper uses. */
const unused = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** Features that video players need. */
const forPlayers = ['encrypted-media', 'fullscreen', 'picture-in-picture'];

/** List which features pages and players may use (W3C Permissions Policy, section 5). */
function permissionsPolicy({ videoHosts }: HeadersConfig): string {
  const players = embedOrigins(videoHosts).map((origin) => ` "${origin}"`);
  return [...unused.map((name) => `${name}=()`), ...forPlayers.map((name) => `${name}=(self${players.join('')})`)].join(
    ', ',
  );
}
