import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { createJudge } from '../../core/comments/judge.ts';
import { securityHeaders } from '../../core/hosting/headers.ts';
import type { Store } from '../store/database.ts';
import { isClosed, readTally, secretOf } from '../store/queries.ts';
import type { Writer } from '../store/writer.ts';
import { answers } from './answers.ts';
import type { OpenArticles } from './articles.ts';
import { createBuckets } from './buckets.ts';
import type { Counts } from './counts.ts';
import { checkHead, checkOrigin } from './head.ts';
import { createNetworkOf, createSenderKey, isLoopback } from './network.ts';
import type { SiteFacts } from './settings.ts';
import { writeFormPage, writeNotice } from './form-page.ts';
import type { Markup } from './document.ts';
import type { Shell } from './shell.ts';
import { articleBuckets, type Taken, takeComment, type TakeTools } from './take-comment.ts';
import { createTokens } from './token.ts';

/** Dependencies of the readers' routes. */
export interface Intake {
  site: SiteFacts;
  open: OpenArticles;
  shell: Shell;
  /** A connection for reading. */
  store: Store;
  writer: Writer;
  counts: Counts;
  /** Addresses of proxies, besides this machine. */
  behind: readonly string[];
  /** The time of day, in milliseconds since 1970-01-01T00:00Z. */
  now: () => number;
  /** In milliseconds; it never goes back. */
  clock: () => number;
}

/** Maximum number of comments waiting for a commit. */
const longestQueue = 2000;

/** Create the routes that readers use: the form, its token, and the service’s health for this machine. */
export function createIntake(intake: Intake): Hono {
  const { site, open, store, writer, counts, now, clock } = intake;
  const networkOf = createNetworkOf(intake.behind);
  const posts = createBuckets({ holds: 5, perSecond: 1 / 60, most: 100_000 });
  const asks = createBuckets({ holds: 30, perSecond: 0.5, most: 100_000 });
  const tools: TakeTools = {
    writer,
    tokens: createTokens(secretOf(store, 'token')),
    judge: createJudge({ words: site.words, names: [site.config.name], mail: site.mail }),
    isOpen: (slug) => open.has(slug) && !isClosed(store, slug),
    senderKey: createSenderKey(),
    articles: articleBuckets(),
    now,
    clock,
  };
  const answer = createAnswer(intake, tools);
  const network = (c: Context): string =>
    networkOf({ remote: getConnInfo(c).remote.address, forwarded: c.req.header('x-real-ip') });

  const app = new Hono();
  app.post(site.path, async (c) => {
    const refusal = checkHead((name) => c.req.header(name), site.origins);
    if (refusal) return answer(c, { code: refusal });
    if (writer.depth() >= longestQueue) return answer(c, { code: 'busy' });
    const from = network(c);
    const wait = posts.take(from, clock());
    if (wait > 0) return answer(c, { code: 'rate', wait });
    const body = new Uint8Array(await c.req.arrayBuffer());
    return answer(c, await takeComment(tools, body, from, !wantsJson(c)));
  });
  app.get(`${site.path}token`, (c) => {
    const slug = c.req.query('slug') ?? '';
    const wait = asks.take(network(c), clock());
    const code = checkOrigin((name) => c.req.header(name), site.origins) ?? (wait > 0 ? 'rate' : undefined);
    const refusal = code ?? (tools.isOpen(slug) ? undefined : 'closed');
    allowSite(c, site.foreign);
    c.header('Cache-Control', 'no-store');
    if (refusal === undefined) return c.text(tools.tokens.issue(slug, now()));
    counts.add(`token ${refusal}`);
    if (wait > 0) c.header('Retry-After', String(wait));
    return c.text(answers[refusal].message, answers[refusal].status);
  });
  app.get(`${site.path}health`, (c) => {
    // Requests with this header were forwarded by a proxy.
    const headers = [...c.req.raw.headers.keys()];
    const isOwn =
      isLoopback(getConnInfo(c).remote.address ?? '') &&
      !headers.some((name) => /^(?:x-real-ip|x-forwarded-for|forwarded)$/.test(name));
    if (!isOwn) return c.text(answers.missing.message, 404);
    const { held, unbuilt } = readTally(store);
    return c.json({
      held,
      unbuilt,
      waiting: writer.depth(),
      lastCommit: writer.lastCommit(),
      open: open.count() ?? null,
    });
  });
  return app;
}

type Say = (c: Context, taken: Taken) => Promise<Response>;

function createAnswer({ site, shell, counts, now }: Intake, { tokens }: TakeTools): Say {
  // `form-action` also applies to redirects, and the thank-you page is on the site.
  const form = [...(site.config.policy?.form ?? []), ...(site.foreign === undefined ? [] : [site.foreign])];
  const headers = securityHeaders({ ...site.config, policy: { ...site.config.policy, form } });
  const thanks = site.urls.absolute(site.urls.page('comments', 'thanks'));
  const home = site.urls.absolute(site.urls.page());
  const page = async (c: Context, content: Markup, status: number): Promise<Response> => {
    for (const [name, value] of headers) c.header(name, value);
    c.header('X-Robots-Tag', 'noindex');
    return c.html(await shell(content), status as 200);
  };
  return async (c, { code, form, judged, wait }) => {
    counts.add(code);
    // Bots must not learn of the trap, and a repeated submission has already succeeded.
    const shown = code === 'trap' || code === 'same' ? 'thanks' : code;
    const isStep = shown === 'preview' || shown === 'reply';
    const { status, message } = answers[isStep ? 'thanks' : shown];
    c.header('Cache-Control', 'no-store');
    if (wait !== undefined || shown === 'busy') c.header('Retry-After', String(wait ?? 5));
    // Don't wait for the rest of the body.
    if (shown === 'size' || shown === 'length') c.header('Connection', 'close');
    if (wantsJson(c)) {
      allowSite(c, site.foreign);
      return c.json({ ok: shown === 'thanks', code: shown, message }, status);
    }
    if (shown === 'thanks') return c.redirect(thanks, 303);
    if (!form || shown === 'closed') {
      const hint = status === 429 || status === 503 ? ' دکمهٔ بازگشت مرورگر نوشته‌تان را برمی‌گرداند.' : '';
      return page(c, writeNotice(message + hint, home), status);
    }
    // A token that is used, forged or too old is replaced; one that is too young becomes good.
    const isFresh = shown === 'preview' || shown === 'token' || shown === 'expired' || shown === 'twice';
    const content = writeFormPage({
      action: site.action,
      asksMail: site.mail,
      form: { ...form, token: isFresh ? tokens.issue(form.slug, now()) : form.token },
      code: isStep ? undefined : shown,
      preview: judged,
      article: site.urls.absolute(site.urls.page('news', form.slug)),
    });
    return page(c, content, status);
  };
}

function wantsJson(c: Context): boolean {
  return c.req.header('accept')?.includes('application/json') ?? false;
}

/** Let pages of the site read an answer, where the service has another origin. */
function allowSite(c: Context, foreign: string | undefined): void {
  if (foreign !== undefined) c.header('Access-Control-Allow-Origin', foreign);
}
