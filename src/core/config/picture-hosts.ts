import { z } from 'zod';
import { settings } from './settings.ts';

/** Where the pictures of a site may come from, as a newsroom writes it. */
export interface PictureSettings {
  /**
   * Hosts whose pictures pages may load: `img.example.org`, with a port if it has one, or `*.example.org` for all below
   * it. Each learns who reads what and when; so none is listed at first.
   */
  hosts: readonly string[];
}

/** The part of the configuration that says which pictures pages may load. */
export interface PictureRules {
  url: string;
  pictures?: PictureSettings | undefined;
}

/**
 * Create the function that says whether pages may load a picture: from the site's own host, or from a listed one. The
 * answer is the same as that of a browser that is sent {@link pictureOrigins}.
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

/** List the origins of pictures for `img-src` of a Content Security Policy (CSP3, section 6.7.2.8). */
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
