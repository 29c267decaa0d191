import type { SiteConfig } from '../../core/config/site-config.ts';
import { commentsOf, serviceAddress } from '../../core/config/comments.ts';
import { createUrls, type Urls } from '../../core/urls.ts';
import { CommentsError } from '../store/errors.ts';

/** The part of the site's configuration that the service uses. */
export interface SiteFacts {
  config: SiteConfig;
  urls: Urls;
  /** Whether readers may leave an e-mail address. */
  mail: boolean;
  /** Words that mark a comment. */
  words: readonly string[];
  /** Path below which the service answers, with a final slash. */
  path: string;
  /** Address of the service, as forms have it. */
  action: string;
  /** Origins that forms come from. */
  origins: readonly string[];
  /** The site’s origin, where it is not the service’s. */
  foreign: string | undefined;
}

/**
 * Read the facts from the configuration.
 *
 * @throws CommentsError if the site has no comments.
 */
export function readSiteFacts(config: SiteConfig): SiteFacts {
  const comments = commentsOf(config);
  if (!comments)
    throw new CommentsError('The site takes no comments. Write «comments: {}» into src/config.ts, and build.');
  const urls = createUrls(config.url);
  const action = serviceAddress(comments, urls);
  const [site, service] = [new URL(config.url), new URL(action, config.url)];
  return {
    config,
    urls,
    mail: comments.mail,
    words: comments.words,
    path: service.pathname,
    action,
    origins: [...new Set([site.origin, service.origin])],
    foreign: site.origin === service.origin ? undefined : site.origin,
  };
}
