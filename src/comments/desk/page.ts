import { html } from 'hono/html';
import { commentId } from '../../core/comments/comment.ts';
import { dateAt, formatDate, formatTime } from '../../core/dates/news-date.ts';
import { type Markup, writeDocument } from '../intake/document.ts';
import type { Session } from '../store/editors.ts';
import { actWords } from './words.ts';

/** Where the desk and the articles are. */
export interface Places {
  /** Path of the desk, with a final slash. */
  desk: string;
  /** URL of an article. */
  articleUrl: (slug: string) => string;
  /** What editors know an article by: its headline, or its slug where the site is built elsewhere. */
  articleName: (slug: string) => string;
}

/** Write a whole page. */
export async function writePage({ desk }: Places, title: string, content: Markup, session?: Session): Promise<string> {
  const leave = session
    ? html`<form method="post" action="${desk}logout">
        ${writeProof(session)}<a href="${desk}">صف</a> <a href="${desk}audit">کارنامه</a> <bdi>${session.editor}</bdi>
        <button>خروج</button>
      </form>`
    : '';
  return String(
    await writeDocument({
      title,
      head: html`<link rel="stylesheet" href="${desk}desk.css" />
        <script type="module" src="${desk}keys.js"></script>`,
      body: html`<header>
          <h1>${title}</h1>
          ${leave}
        </header>
        <main>${content}</main>`,
    }),
  );
}

/** Write the form to log in. */
export function writeLogin({ desk }: Places, fault?: string): Markup {
  return html`<form class="login" method="post" action="${desk}login">
    ${fault === undefined ? '' : html`<p class="fault" role="alert">${fault}</p>`}
    <p><label for="name">نام</label><input id="name" name="name" required autocomplete="username" /></p>
    <p>
      <label for="password">گذرواژه</label
      ><input id="password" name="password" type="password" required dir="ltr" autocomplete="current-password" />
    </p>
    <p><button class="main">ورود</button></p>
  </form>`;
}

/** Write the audit: the newest acts. */
export function writeAudit(
  { desk }: Places,
  acts: readonly { at: number; by: string; action: string; subject: string }[],
): Markup {
  return html`<table>
    <thead>
      <tr>
        <th>زمان</th>
        <th>چه کسی</th>
        <th>چه کاری</th>
        <th>درباره</th>
      </tr>
    </thead>
    <tbody>
      ${acts.map(
        ({ at, by, action, subject }) =>
          html`<tr>
            <td>${momentOf(at)}</td>
            <td><bdi>${by}</bdi></td>
            <td>${actWords[action] ?? action}</td>
            <td>
              ${commentId.test(subject) ? html`<a href="${desk}comment/${subject}"><bdi>${subject}</bdi></a>` : html`<bdi>${subject}</bdi>`}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Write the field that proves that a form is of this session. */
export function writeProof({ proof }: Session): Markup {
  return html`<input type="hidden" name="proof" value="${proof}" />`;
}

/** Write the query string of a link, without unset parameters. */
export function queryOf(values: Readonly<Record<string, string | number | undefined>>): string {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== '' && value !== 0);
  return `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString()}`;
}

/** Write a moment in full. */
export function momentOf(at: number): string {
  const date = dateAt(at);
  return `${formatDate(date)}، ${formatTime(date)}`;
}
