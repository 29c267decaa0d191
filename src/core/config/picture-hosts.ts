import { z } from 'zod';
import { settings } from './settings.ts';

/** The `pictures` setting: where pages may load pictures from. */
export interface PictureSettings {
  /**
   * Hosts from which pages may load pictures: `img.example.org`, with its port if any, or `*.example.org` for all of
   * its subdomains. Each host learns who reads what and when, so there are none by default.
   */
  hosts: readonly string[];
}

/** The part of the configuration that determines which pictures pages may load. */
export interface PictureRules {
  url: string;
  pictures?: PictureSettings | undefined;
}

/**
 * Create a function that returns whether pages may load a picture: from the site's own host or a listed one. It agrees
 * with browsers that are sent {@link pictureOrigins}.
 *
 * @example createHostCheck({ url, pictures: { hosts: ['*.example.org'] } })('https://img.example.org/a.jpg') // true
 */
export function createHostCheck({ url, pictures }: PictureRules): (address: string) => boolean {
  const own = new URL(url).host;
  const hosts = new Set(pictures?.hosts);
  const below = [...hosts].filter((host) => host.startsWith('*.')).map((host) => host.slice(1));
  return (address) => {
    const host = URL.parse(address)?.host;
    if (host === undefined) return false;
    return host === own || hosts.has(host) || below.some((end) => host.endsWith(end) && host.length > end.length);
  };
}

/** List the picture origins for `img-src` of a Content Security Policy (CSP3, section 6.7.2.8). */
export function pictureOrigins({ pictures }: Pick<PictureRules, 'pictures'>): string[] {
  return (pictures?.hosts ?? []).map((host) => `https://${host}`);
}

/** Schema of {@link PictureSettings}. */
export const pictureShape = settings({
  hosts: z
    .array(
      z
        .string('expected a text')
        .regex(
          /^(?:\*\.)?(?!-)[a-z0-9-]+(?<!-)(?:\.(?!-)[a-z0-9-]+(?<!-))*(?::[1-9]\d{0,4})?$/,
          'expected a host in small Latin letters, such as img.example.org, or *.example.org for all below it; no https:// and no path',
        ),
      'expected a list of hosts',
    )
    .refine((hosts) => new Set(hosts).size === hosts.length, 'expected each host once'),
}).optional();
