import type { SiteConfig } from '../config/site-config.ts';
import { hostingOf } from '../config/hosting.ts';
import { embedOrigins } from '../content/video-hosts.ts';

/** A header of HTTP, with its value. */
export type Header = readonly [name: string, value: string];

/** What the headers of a site follow from. */
export type HeadersConfig = Pick<SiteConfig, 'url' | 'videoHosts' | 'hosting'>;

/** What a page reveals of itself to the sites that it links to: its origin. Players of videos ask for that much. */
export const referrerPolicy = 'strict-origin-when-cross-origin';

/**
 * List the headers that every file of the site is sent with, whatever else is: they protect readers from scripts of others,
 * and keep browsers from guessing.
 */
export function securityHeaders(config: HeadersConfig): Header[] {
  const { framedBy, hstsDays, hstsSubdomains } = hostingOf(config);
  const isSecure = config.url.startsWith('https:') && hstsDays > 0;
  return [
    ['Content-Security-Policy', writePolicy({ ...pagePolicy(config), 'frame-ancestors': framedBy })],
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
 * Write the policy that a page carries in a `<meta>` itself, where no header says it: all but what CSP3, section 3.3, leaves
 * out there (`frame-ancestors`, `report-uri`, `sandbox`). `undefined` if pages are not to carry it.
 */
export function metaPolicy(config: HeadersConfig): string | undefined {
  return hostingOf(config).policyInPages ? writePolicy(pagePolicy(config)) : undefined;
}

type Policy = Readonly<Record<string, readonly string[]>>;

/**
 * What a page may do (CSP3): nothing inline, nothing of others but pictures, videos and their players. JSON-LD is data, which no
 * policy need allow.
 */
function pagePolicy({ videoHosts }: HeadersConfig): Policy {
  const own = ["'self'"];
  return {
    'default-src': own,
    'script-src': own,
    'style-src': own,
    'img-src': ["'self'", 'https:', 'data:'],
    'media-src': ["'self'", 'https:'],
    'connect-src': own,
    'frame-src': embedOrigins(videoHosts),
    'object-src': [],
    'base-uri': [],
    'form-action': own,
  };
}

function writePolicy(policy: Policy): string {
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources.length > 0 ? sources.join(' ') : "'none'"}`)
    .join('; ');
}

/** What no page of a newspaper asks its readers for. */
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

/** What players of videos need. */
const forPlayers = ['encrypted-media', 'fullscreen', 'picture-in-picture'];

/** Tell which features pages and players may use (W3C Permissions Policy, section 5). */
function permissionsPolicy({ videoHosts }: HeadersConfig): string {
  const players = embedOrigins(videoHosts).map((origin) => ` "${origin}"`);
  return [...unused.map((name) => `${name}=()`), ...forPlayers.map((name) => `${name}=(self${players.join('')})`)].join(
    ', ',
  );
}
