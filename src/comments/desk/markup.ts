import { html } from 'hono/html';
import { paragraphsOf } from '../../core/comments/clean-text.ts';
import { namelessReader } from '../../core/comments/comment.ts';
import { dateAt, formatDate, formatTime } from '../../core/dates/news-date.ts';
import { formatNumber } from '../../core/text/persian.ts';
import { type Markup, writeDocument } from '../intake/document.ts';
import { writeTextArea } from '../intake/text-area.ts';
import type { Session } from '../store/editors.ts';
import type { CommentState, StoredComment } from '../store/rows.ts';
import { markWords, stateWords } from './words.ts';

/** Where the desk and the articles are. */
export interface Places {
  /** Path of the desk, with a final slash. */
  desk: string;
  /** URL of an article. */
  articleUrl: (slug: string) => string;
}

/** What the queue shows. */
export interface Queue {
  comments: readonly StoredComment[];
  counts: Readonly<Record<CommentState, number>>;
  state: CommentState;
  slug: string | undefined;
  mark: string | undefined;
  /** From 0. */
  page: number;
  /** Whether more pages follow. */
  hasMore: boolean;
  /** What was done last. */
  done: string | undefined;
  /** Why decisions can't be published at the moment. */
  trouble: string | undefined;
  /** Whether there are unpublished decisions. */
  isDue: boolean;
}

/** Write a whole page. */
export async function writePage({ desk }: Places, title: string, content: Markup, session?: Session): Promise<string> {
  const leave = session
    ? html`<form method="post" action="${desk}logout">
        ${writeProof(session)}<a href="${desk}">صف</a> <a href="${desk}audit">کارنامه</a> <span>${session.editor}</span>
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
    <p><button>ورود</button></p>
  </form>`;
}

/** Write the queue, or another list of comments: one form with all of them. */
export function writeQueue(places: Places, session: Session, queue: Queue): Markup {
  const { comments, counts, state, slug, mark, page, hasMore } = queue;
  const link = (values: Partial<Pick<Queue, 'state' | 'slug' | 'mark' | 'page'>>): string =>
    places.desk + queryOf({ state, slug, mark, ...values });
  const states = (Object.keys(stateWords) as CommentState[]).map(
    (name) =>
      html`<a href="${link({ state: name })}" ${name === state ? html`aria-current="page"` : ''}
        >${stateWords[name]} (${formatNumber(counts[name])})</a
      > `,
  );
  const marks = Object.entries(markWords).map(
    ([name, word]) =>
      html`<a
        href="${link({ mark: name === mark ? undefined : name })}"
        ${name === mark ? html`aria-current="true"` : ''}
        >${word}</a
      > `,
  );
  const filter =
    slug === undefined ? '' : html`<p>خبر: <bdi>${slug}</bdi> <a href="${link({ slug: undefined })}">همهٔ خبرها</a></p>`;
  const list =
    comments.length === 0
      ? html`<p>نظری نیست.</p>`
      : html`<form method="post" action="${places.desk}decide">
          ${writeProof(session)} ${writeHidden({ state, slug, mark })}
          ${comments.map((comment) => writeComment(places, comment, true))}
          <p class="all">
            با برگزیده‌ها: <button name="all" value="approved">انتشار</button>
            <button name="all" value="rejected">رد</button> <button name="all" value="spam">هرزنامه</button>
          </p>
        </form>`;
  return html`${writeNews(queue)}
    <nav aria-label="وضعیت">${states}</nav>
    <nav aria-label="نشان">${marks}</nav>
    ${filter} ${list}
    <nav aria-label="صفحه‌ها">
      ${page > 0 ? html`<a href="${link({ page: page - 1 })}">صفحهٔ پیش</a> ` : ''}
      ${hasMore ? html`<a href="${link({ page: page + 1 })}">صفحهٔ بعد</a>` : ''}
    </nav>`;
}

/** Write the page of one comment, with everything that can be done with it. */
export function writeSingle(places: Places, session: Session, comment: StoredComment, isClosed: boolean): Markup {
  const { id, slug, text } = comment;
  const form = (action: string, content: Markup): Markup =>
    html`<form method="post" action="${places.desk}${action}">
      ${writeProof(session)} ${writeHidden({ id, slug })} ${content}
    </form>`;
  const area = (field: string, label: string, value: string, word: string): Markup =>
    html`<p>
        <label for="${field}">${label}</label
        >${writeTextArea(html`id="${field}" name="text" rows="6" dir="auto" required`, value)}
      </p>
      <p><button>${word}</button></p>`;
  return html`${form('decide', writeComment(places, comment, false))}
  ${text === undefined ? '' : form('reply', area('reply', 'پاسخ تحریریه (نظر هم منتشر می‌شود)', '', 'انتشار پاسخ'))}
  ${text === undefined ? '' : form('edit', area('edit', 'متن نظر', text, 'نگه‌داشتن متن'))}
  ${form('close', html`<button name="close" value="${isClosed ? '' : '1'}">${isClosed ? 'باز کردن فرم این خبر' : 'بستن فرم این خبر'}</button>`)}`;
}

/** Write the audit: the newest acts. */
export function writeAudit(acts: readonly { at: number; by: string; action: string; subject: string }[]): Markup {
  return html`<table>
    <thead>
      <tr>
        <th>زمان</th>
        <th>چه کسی</th>
        <th>چه کاری</th>
        <th>با چه</th>
      </tr>
    </thead>
    <tbody>
      ${acts.map(
        ({ at, by, action, subject }) =>
          html`<tr>
            <td>${momentOf(at)}</td>
            <td><bdi>${by}</bdi></td>
            <td>${action in stateWords ? stateWords[action as CommentState] : action}</td>
            <td><bdi>${subject}</bdi></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function writeNews({ done, trouble, isDue }: Queue): Markup {
  return html`${done === undefined ? '' : html`<p class="done" role="status">${done}</p>`}
  ${trouble === undefined ? '' : html`<p class="fault" role="alert">سایت ساخته نشد: <bdi>${trouble}</bdi> دوباره آزموده می‌شود.</p>`}
  ${isDue && trouble === undefined ? html`<p>سایت با تصمیم‌های تازه ساخته می‌شود.</p>` : ''}`;
}

function writeComment({ desk, articleUrl }: Places, comment: StoredComment, isListed: boolean): Markup {
  const { id, slug, name, text, mail, marks, state, by, at } = comment;
  const decide = (to: CommentState, word: string, key: string): Markup | '' =>
    state === to || state === 'removed'
      ? ''
      : html`<button
          name="one"
          value="${to}:${id}"
          ${key === '' ? '' : html`data-key="${key}" aria-keyshortcuts="${key}"`}
        >
          ${word}
        </button> `;
  return html`<article tabindex="0" aria-label="${name ?? namelessReader}">
    <p class="facts">
      ${isListed ? html`<input type="checkbox" name="id" value="${id}" aria-label="برگزیدن" /> ` : ''}
      <b><bdi>${name ?? namelessReader}</bdi></b> ${momentOf(at)}
      ${isListed ? html`<a href="${desk}${queryOf({ state, slug })}">فقط این خبر</a>` : ''}
      <a href="${articleUrl(slug)}"><bdi>${slug}</bdi></a>
      ${mail === undefined ? '' : html`<bdi dir="ltr">${mail}</bdi>`}
      ${marks.map((mark) => html`<mark>${markWords[mark]}</mark> `)}
      ${state === 'held' ? '' : html`<span>${stateWords[state]}${by === undefined ? '' : html`، <bdi>${by}</bdi>`}</span>`}
    </p>
    ${text === undefined ? html`<p>متن فراموش شده است.</p>` : paragraphsOf(text).map((lines) => html`<p class="text" dir="auto">${lines.join('\n')}</p>`)}
    <p class="acts">
      ${text === undefined ? '' : decide('approved', 'انتشار', 'a')} ${decide('rejected', 'رد', 'r')}
      ${decide('spam', 'هرزنامه', 's')}
      ${isListed ? html`<a href="${desk}comment/${id}">پاسخ، ویرایش …</a>` : decide('removed', 'حذف همیشگی', '')}
    </p>
  </article>`;
}

function writeProof({ proof }: Session): Markup {
  return html`<input type="hidden" name="proof" value="${proof}" />`;
}

function writeHidden(values: Readonly<Record<string, string | undefined>>): Markup[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}" />`],
  );
}

/** Write the query string of a link, without unset parameters. */
export function queryOf(values: Readonly<Record<string, string | number | undefined>>): string {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== '' && value !== 0);
  return `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString()}`;
}

function momentOf(at: number): string {
  const date = dateAt(at);
  return `${formatDate(date)}، ${formatTime(date)}`;
}
