import { z } from 'zod';
import { settings } from './settings.ts';

/**
 * Other origins that pages may use, beyond what the site itself needs: each list widens one directive of the Content
 * Security Policy. Values are `https://stats.example.org`, `https://*.example.org` for all its subdomains, or an address
 * below such an origin, `https://cdn.example.org/widget.js`; with a final slash, all addresses below it. Whoever is listed
 * learns who reads what and when, and a listed script can change everything on a page.
 */
export interface PolicySettings {
  /** Sources of scripts (`script-src`). */
  script?: readonly string[] | undefined;
  /** Servers that scripts may send requests to (`connect-src`). */
  connect?: readonly string[] | undefined;
  /** Pages that may be framed (`frame-src`), besides the players of `videoHosts`. */
  frame?: readonly string[] | undefined;
  /**
   * Whose pictures may be shown (`img-src`): those of banners and counters. For pictures in articles there is
   * `pictures.hosts`.
   */
  img?: readonly string[] | undefined;
  /** Targets of forms (`form-action`). */
  form?: readonly string[] | undefined;
}

/** Complete the policy settings of a configuration: nothing is added by default. */
export function policyOf({ policy = {} }: { policy?: PolicySettings | undefined }): Required<{
  [Name in keyof PolicySettings]: readonly string[];
}> {
  const { script = [], connect = [], frame = [], img = [], form = [] } = policy;
  return { script, connect, frame, img, form };
}

/**
 * A source of a policy (CSP3, section 2.3.1). The characters mean nothing to HTML, to headers, or to the configurations of
 * nginx, Caddy and `_headers`: no `;` and `,`, no quotes and spaces, no `$`, `{` and `%`, and `:` only before a port, where
 * Cloudflare reads no placeholder. Only subdomains of a whole domain may be a `*`.
 */
const source =
  /^https:\/\/(?:\*\.(?=[a-z0-9-]+\.[a-z0-9-]))?(?!-)[a-z0-9-]+(?<!-)(?:\.(?!-)[a-z0-9-]+(?<!-))*(?::[1-9]\d{0,4})?(?:\/[\w.~@+-]+)*\/?$/;

const sources = z
  .array(
    z
      .string('expected a text')
      .regex(
        source,
        'expected an origin such as https://stats.example.org or https://*.example.org, perhaps with a path, in small Latin letters; no *, no http:, nothing in quotes',
      ),
    'expected a list of origins',
  )
  .refine((list) => new Set(list).size === list.length, 'expected each origin once')
  .optional();

/** Schema of {@link PolicySettings}. */
export const policyShape = settings({
  script: sources,
  connect: sources,
  frame: sources,
  img: sources,
  form: sources,
}).optional();
