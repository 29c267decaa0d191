import { readFileSync } from 'node:fs';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { cleanText } from '../../core/comments/clean-text.ts';
import type { CommentMark } from '../../core/comments/judge.ts';
import { createNetworkOf } from '../intake/network.ts';
import type { SiteFacts } from '../intake/settings.ts';
import type { Publisher } from '../publish/publisher.ts';
import type { Store } from '../store/database.ts';
import type { Decision } from '../store/decide.ts';
import { findSession, isEqual, newSession, type Session } from '../store/editors.ts';
import { retention } from '../store/forget.ts';
import { findComment, isClosed, listComments, queuePage, readAudit, readTally } from '../store/queries.ts';
import type { CommentState } from '../store/rows.ts';
import type { Writer } from '../store/writer.ts';
import { readHeadline } from './headline.ts';
import { createLogin } from './login.ts';
import { writeQueue, writeSingle } from './markup.ts';
import { type Places, queryOf, writeAudit, writeLogin, writePage } from './page.ts';
import { doneWords, faultWords, markWords, stateWords } from './words.ts';

/** Dependencies of the desk. */
export interface Desk {
  site: SiteFacts;
  /** Folder of the built site. */
  pages: string;
  /** A connection for reading. */
  store: Store;
  writer: Pick<Writer, 'act'>;
  publisher: Pick<Publisher, 'trouble'>;
  /** Addresses of proxies, besides this machine. */
  behind: readonly string[];
  now: () => number;
  clock: () => number;
}

/** Maximum size of a form in bytes: fifty ids, or a long text. */
const largestForm = 65_536;
const cookieName = 'desk';
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const decisions = ['approved', 'rejected', 'spam', 'removed'] as const satisfies readonly Decision[];
/** Static files of the desk: name, path relative to this module, and media type. */
const files = [
  ['desk.css', './desk.css', 'text/css; charset=utf-8'],
  ['keys.js', './keys.js', 'text/javascript; charset=utf-8'],
  ['vazirmatn.woff2', '../../fonts/vazirmatn-persian.woff2', 'font/woff2'],
] as const;

/** Create the routes of the desk. */
export function createDesk({ site, pages, store, writer, publisher, behind, now, clock }: Desk): Hono {
  const networkOf = createNetworkOf(behind);
  const checkLogin = createLogin(store, clock);
  const desk = `${site.path}desk/`;
  const places: Places = {
    desk,
    articleUrl: (slug) => site.urls.absolute(site.urls.page('news', slug)),
    articleName: (slug) => readHeadline(pages, slug) ?? slug,
  };
  const sessionOf = (c: Context): Session | undefined => {
    const cookie = getCookie(c, cookieName, 'host');
    return cookie === undefined ? undefined : findSession(store, cookie, now());
  };
  const askLogin = async (c: Context, status: 200 | 401 | 403 | 429 | 503, fault?: string): Promise<Response> =>
    c.html(await writePage(places, 'ورود به میز نظرها', writeLogin(places, fault)), status);
  const app = new Hono();

  app.use(`${desk}*`, async (c, next) => {
    c.header('Content-Security-Policy', policy);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'same-origin');
    c.header('Cache-Control', 'no-store');
    c.header('X-Robots-Tag', 'noindex');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    if (c.req.method === 'POST') {
      const length = Number(c.req.header('content-length') ?? Number.NaN);
      if (!isOwnOrigin(c, site.origins) || !(length <= largestForm)) return askLogin(c, 403, faultWords.proof);
    }
    await next();
    return undefined;
  });
  for (const [name, path, type] of files) {
    const bytes = new Uint8Array(readFileSync(new URL(path, import.meta.url)));
    app.get(desk + name, (c) => c.body(bytes, 200, { 'Content-Type': type }));
  }

  app.get(desk, async (c) => {
    const session = sessionOf(c);
    if (!session) return askLogin(c, 200);
    const state = readState(c.req.query('state'));
    const [slug, mark] = [c.req.query('slug') || undefined, readMark(c.req.query('mark'))];
    const page = Math.max(0, Math.trunc(Number(c.req.query('page') ?? 0)) || 0);
    const comments = listComments(store, { state, slug, mark, page });
    const done = doneWords[c.req.query('done') ?? ''];
    const counts = readTally(store);
    const queue = {
      comments,
      counts,
      state,
      slug,
      mark,
      page,
      done,
      hasMore: comments.length === queuePage,
      trouble: publisher.trouble(),
      isDue: counts.unbuilt > 0,
    };
    return c.html(await writePage(places, 'میز نظرها', writeQueue(places, session, queue), session));
  });
  app.get(`${desk}audit`, async (c) => {
    const session = sessionOf(c);
    if (!session) return askLogin(c, 200);
    return c.html(await writePage(places, 'کارنامه', writeAudit(places, readAudit(store)), session));
  });
  app.get(`${desk}comment/:id`, async (c) => {
    const session = sessionOf(c);
    if (!session) return askLogin(c, 200);
    const comment = findComment(store, c.req.param('id'));
    if (!comment) return c.text(faultWords.missing, 404);
    const content = writeSingle(places, session, comment, isClosed(store, comment.slug));
    return c.html(await writePage(places, 'نظر', content, session));
  });

  app.post(`${desk}login`, async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const name = (form.get('name') ?? '').trim();
    const network = networkOf({ remote: getConnInfo(c).remote.address, forwarded: c.req.header('x-real-ip') });
    const result = await checkLogin(network, name, form.get('password') ?? '');
    if (result !== 'right')
      return askLogin(c, ({ login: 401, rate: 429, busy: 503 } as const)[result], faultWords[result]);
    const { cookie, session } = newSession(name, now());
    if (!(await writer.act('addSession', session))) return askLogin(c, 503, faultWords.busy);
    setCookie(c, cookieName, cookie, {
      prefix: 'host',
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'Strict',
      maxAge: retention.session / 1000,
    });
    return c.redirect(desk, 303);
  });

  /** Process a form of a session. `act` returns what was done, or the fault. */
  const onPost = (
    name: string,
    act: (
      form: URLSearchParams,
      editor: { by: string; now: number },
    ) => Promise<keyof typeof faultWords | { done: string }>,
  ): void => {
    app.post(desk + name, async (c) => {
      const session = sessionOf(c);
      const form = new URLSearchParams(await c.req.text());
      if (!session || !isEqual(form.get('proof') ?? '', session.proof)) return askLogin(c, 403, faultWords.proof);
      const result = await act(form, { by: session.editor, now: now() });
      if (typeof result === 'string') return c.text(faultWords[result], result === 'busy' ? 503 : 422);
      const filter = {
        state: form.get('state') ?? '',
        slug: form.get('state') ? (form.get('slug') ?? '') : '',
        mark: form.get('mark') ?? '',
      };
      return c.redirect(desk + queryOf({ ...filter, done: result.done }), 303);
    });
  };

  onPost('decide', async (form, editor) => {
    const [one, id = ''] = (form.get('one') ?? '').split(':');
    const state = decisions.find((name) => name === (form.get('all') ?? one));
    if (!state) return 'missing';
    for (const each of form.has('all') ? form.getAll('id') : [id]) {
      const result = await writer.act('decide', each, state, editor);
      if (result === undefined) return 'busy';
      if (!result && !form.has('all')) return 'missing';
    }
    return { done: state };
  });
  for (const name of ['reply', 'edit'] as const) {
    onPost(name, async (form, editor) => {
      const text = cleanText(form.get('text') ?? '');
      if (text === '') return 'text';
      const result = await writer.act(name, form.get('id') ?? '', text, editor);
      return result === undefined ? 'busy' : result ? { done: name } : 'missing';
    });
  }
  onPost('close', async (form, editor) => {
    const closes = form.get('close') === '1';
    const result = await writer.act('closeArticle', form.get('slug') ?? '', closes, editor);
    return result === undefined ? 'busy' : { done: closes ? 'close' : 'open' };
  });
  app.post(`${desk}logout`, async (c) => {
    const cookie = getCookie(c, cookieName, 'host');
    const proof = new URLSearchParams(await c.req.text()).get('proof') ?? '';
    const session = sessionOf(c);
    if (!session || cookie === undefined || !isEqual(proof, session.proof)) return askLogin(c, 403, faultWords.proof);
    await writer.act('endSession', cookie);
    deleteCookie(c, cookieName, { prefix: 'host', path: '/', secure: true });
    return c.redirect(desk, 303);
  });
  return app;
}

/** Return whether a form comes from this host, by its `Origin` header, which pages can't forge. */
function isOwnOrigin(c: Context, origins: readonly string[]): boolean {
  const origin = c.req.header('origin') ?? '';
  return origins.includes(origin) || URL.parse(origin)?.host === c.req.header('host');
}

function readState(text: string | undefined): CommentState {
  return text !== undefined && Object.hasOwn(stateWords, text) ? (text as CommentState) : 'held';
}

function readMark(text: string | undefined): CommentMark | undefined {
  return text !== undefined && Object.hasOwn(markWords, text) ? (text as CommentMark) : undefined;
}
