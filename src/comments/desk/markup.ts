import { html } from 'hono/html';
import { commentAnchor } from '../../core/comments/addresses.ts';
import { paragraphsOf } from '../../core/comments/clean-text.ts';
import { namelessReader } from '../../core/comments/comment.ts';
import { formatNumber } from '../../core/text/persian.ts';
import { type Markup, writeParagraph } from '../intake/document.ts';
import { writeTextArea } from '../intake/text-area.ts';
import type { Session } from '../store/editors.ts';
import type { CommentState, StoredComment } from '../store/rows.ts';
import { momentOf, type Places, queryOf, writeProof } from './page.ts';
import { markWords, stateWords } from './words.ts';

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
    slug === undefined
      ? ''
      : html`<p>خبر: <bdi>${places.articleName(slug)}</bdi> <a href="${link({ slug: undefined })}">همهٔ خبرها</a></p>`;
  const all = choices.filter(([to]) => to !== state);
  const list =
    comments.length === 0
      ? html`<p>نظری نیست.</p>`
      : html`<form method="post" action="${places.desk}decide">
          ${writeProof(session)} ${writeHidden({ state, slug, mark })}
          ${comments.map((comment) => writeComment(places, comment, true))}
          <p class="all">
            با برگزیده‌ها: ${all.map(([to, word]) => html`<button name="all" value="${to}">${word}</button> `)}
          </p>
        </form>`;
  return html`${writeNews(queue)}
    <nav class="states" aria-label="وضعیت">${states}</nav>
    <nav class="marks" aria-label="نشان">نشان: ${marks}</nav>
    ${filter} ${list}
    <nav aria-label="صفحه‌ها">
      ${page > 0 ? html`<a href="${link({ page: page - 1 })}">صفحهٔ پیش</a> ` : ''}
      ${hasMore ? html`<a href="${link({ page: page + 1 })}">صفحهٔ بعد</a>` : ''}
    </nav>`;
}

/** What can be decided about many comments at once. */
const choices = [
  ['approved', 'انتشار'],
  ['rejected', 'رد'],
  ['spam', 'هرزنامه'],
] as const;

/** Write the page of one comment, with everything that can be done with it. */
export function writeSingle(places: Places, session: Session, comment: StoredComment, isClosed: boolean): Markup {
  const { id, slug, text, state } = comment;
  const form = (action: string, content: Markup): Markup =>
    html`<form method="post" action="${places.desk}${action}">
      ${writeProof(session)} ${writeHidden({ id, slug })} ${content}
    </form>`;
  const area = (field: string, label: string, value: string, word: string): Markup =>
    html`<p>
        <label for="${field}">${label}</label
        >${writeTextArea(html`id="${field}" name="text" rows="6" dir="auto" required`, value)}
      </p>
      <p><button class="${field === 'reply' ? 'main' : ''}">${word}</button></p>`;
  const remove = html`<details>
    <summary>حذف همیشگی</summary>
    <p>نام و متن این نظر پاک می‌شود و برنمی‌گردد.</p>
    <p><button class="remove" name="one" value="removed:${id}">حذف</button></p>
  </details>`;
  return html`${form('decide', writeComment(places, comment, false))}
  ${text === undefined ? '' : form('reply', area('reply', 'پاسخ تحریریه (نظر هم منتشر می‌شود)', '', 'انتشار پاسخ'))}
  ${text === undefined ? '' : form('edit', area('edit', 'متن نظر', text, 'ذخیرهٔ متن'))}
  ${form('close', html`<button name="close" value="${isClosed ? '' : '1'}">${isClosed ? 'باز کردن فرم این خبر' : 'بستن فرم این خبر'}</button>`)}
  ${state === 'removed' ? '' : form('decide', remove)}`;
}

function writeNews({ done, trouble, isDue }: Queue): Markup {
  return html`${done === undefined ? '' : html`<p class="done" role="status">${done}</p>`}
  ${trouble === undefined ? '' : html`<p class="fault" role="alert">سایت ساخته نشد: <bdi>${trouble}</bdi> دوباره آزموده می‌شود.</p>`}
  ${isDue && trouble === undefined ? html`<p>سایت با تصمیم‌های تازه ساخته می‌شود.</p>` : ''}`;
}

function writeComment({ desk, articleUrl, articleName }: Places, comment: StoredComment, isListed: boolean): Markup {
  const { id, slug, re, name, text, mail, marks, state, by, at } = comment;
  const author = comment.isStaff ? 'پاسخ تحریریه' : (name ?? namelessReader);
  const decide = (to: CommentState, word: string, key: string): Markup | '' =>
    state === to || state === 'removed'
      ? ''
      : html`<button name="one" value="${to}:${id}" data-key="${key}" aria-keyshortcuts="${key}">${word}</button> `;
  return html`<article tabindex="0" aria-label="${author}">
    <p class="facts">
      ${isListed ? html`<input type="checkbox" name="id" value="${id}" aria-label="برگزیدن" /> ` : ''}
      <b><bdi>${author}</bdi></b> ${momentOf(at)}
      <a href="${articleUrl(slug)}"><bdi>${articleName(slug)}</bdi></a>
      ${re === undefined ? '' : html`<a href="${articleUrl(slug)}#${commentAnchor({ id: re })}">پاسخ به نظری دیگر</a>`}
      ${isListed ? html`<a href="${desk}${queryOf({ state, slug })}">فقط این خبر</a>` : ''}
      ${mail === undefined ? '' : html`<bdi dir="ltr">${mail}</bdi>`}
      ${marks.map((mark) => html`<mark>${markWords[mark]}</mark> `)}
      ${state === 'held' ? '' : html`<span>${stateWords[state]}${by === undefined ? '' : html`، <bdi>${by}</bdi>`}</span>`}
    </p>
    ${text === undefined ? html`<p>متن فراموش شده است.</p>` : paragraphsOf(text).map(writeParagraph)}
    <p class="acts">
      ${text === undefined ? '' : decide('approved', 'انتشار', 'a')} ${decide('rejected', 'رد', 'r')}
      ${decide('spam', 'هرزنامه', 's')} ${isListed ? html`<a href="${desk}comment/${id}">پاسخ، ویرایش…</a>` : ''}
    </p>
  </article>`;
}

function writeHidden(values: Readonly<Record<string, string | undefined>>): Markup[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}" />`],
  );
}
