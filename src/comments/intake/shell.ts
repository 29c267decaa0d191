import { join } from 'node:path';
import { html, raw } from 'hono/html';
import { paragraphsOf } from '../../core/comments/clean-text.ts';
import { commentLimits, namelessReader } from '../../core/comments/comment.ts';
import type { CommentForm } from '../../core/comments/form.ts';
import { answers, type AnswerCode } from './answers.ts';
import { watchFile } from './articles.ts';
import { writeTextArea } from './text-area.ts';

/** What the service fills into the frame of the site. */
export type Markup = ReturnType<typeof html>;

/** Puts a text into the frame of the site: its masthead, footer and styles. */
export type Shell = (title: string, content: Markup) => Promise<string>;

/** Path of the frame in a built site: a page with an empty element `id="comments-shell"`. */
export const shellPage = 'comments/shell/index.html';

/** Matches the place in the frame. */
const place = /(<(\w+)(?= )[^>]*\sid="?comments-shell"?[^>]*>)\s*(<\/\2>)/;

/**
 * Create the frame. Without one in the built site, or where the site has another origin than the service, pages are plain.
 *
 * @param site Folder of the built site; `undefined` to make plain pages.
 * @param home URL of the front page.
 * @param clock In milliseconds; it never goes back.
 */
export function createShell(site: string | undefined, home: string, clock: () => number): Shell {
  const frame =
    site === undefined
      ? () => undefined
      : watchFile(join(site, shellPage), clock, (text) => (place.test(text) ? text : undefined));
  return async (title, content) => {
    const inner = String(await content);
    const page = frame();
    // A function, because `$` in a comment is no sign to String.replace.
    if (page !== undefined) return page.replace(place, (_, open: string, _name, end: string) => open + inner + end);
    return String(
      await html`<!doctype html>
        <html lang="fa" dir="rtl">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width" />
            <meta name="robots" content="noindex" />
            <title>${title}</title>
          </head>
          <body>
            <main>${raw(inner)}</main>
            <p><a href="${home}">صفحهٔ نخست</a></p>
          </body>
        </html>`,
    );
  };
}

/** A page that answers a form. */
export interface FormPage {
  /** Address to which the form is sent. */
  action: string;
  /** Whether it asks for an e-mail address. */
  asksMail: boolean;
  form: CommentForm;
  /** What keeps the form from being taken. */
  code?: AnswerCode | undefined;
  /** The comment as readers would see it, if it can be sent. */
  preview?: { name: string; text: string } | undefined;
  /** URL of the article. */
  article: string;
}

/** Write the preview of a comment, or what is wrong with it, with the form to send or mend it. */
export function writeFormPage({ action, asksMail, form, code, preview, article }: FormPage): Markup {
  const faulty =
    code === 'name' || code === 'mail' ? code : code === 'empty' || code === 'long' || code === 'links' ? 'text' : '';
  const describe = (field: string): Markup =>
    field === faulty ? html` aria-invalid="true" aria-describedby="comment-fault"` : html``;
  return html`<h1>${code === undefined ? 'پیش‌نمایش دیدگاه' : 'دیدگاه فرستاده نشد'}</h1>
    ${code === undefined ? '' : html`<p class="comment-fault" id="comment-fault" role="alert">${answers[code].message}</p>`}
    ${preview ? writePreview(preview) : ''}
    <form class="comment-form" method="post" action="${action}" accept-charset="utf-8">
      <input type="hidden" name="slug" value="${form.slug}" />
      ${form.re === '' ? '' : html`<input type="hidden" name="re" value="${form.re}" />`}
      ${form.token === '' ? '' : html`<input type="hidden" name="token" value="${form.token}" />`}
      <p>
        <label for="comment-name">نام (اختیاری)</label>
        <input
          id="comment-name"
          name="name"
          dir="auto"
          autocomplete="name"
          maxlength="${commentLimits.name}"
          value="${form.name}"
          ${describe('name')}
        />
      </p>
      ${
        asksMail
          ? html`<p>
              <label for="comment-mail">ایمیل (اختیاری، منتشر نمی‌شود)</label>
              <input
                id="comment-mail"
                name="mail"
                type="email"
                dir="ltr"
                autocomplete="email"
                maxlength="254"
                value="${form.mail}"
                ${describe('mail')}
              />
            </p>`
          : ''
      }
      <p>
        <label for="comment-text">دیدگاه</label>
        ${writeTextArea(html`id="comment-text" name="text" dir="auto" rows="8" required${describe('text')}`, form.text)}
      </p>
      <p class="comment-trap" hidden>
        <label for="comment-website">این را خالی بگذارید</label>
        <input id="comment-website" name="website" tabindex="-1" autocomplete="off" value="" />
      </p>
      <p><button type="submit">${preview ? 'فرستادن' : 'پیش‌نمایش'}</button> <a href="${article}">بازگشت به خبر</a></p>
    </form>`;
}

/** Write a page that says one thing. */
export function writeNotice(title: string, message: string, link: { href: string; label: string }): Markup {
  return html`<h1>${title}</h1>
    <p class="comment-fault" role="alert">${message}</p>
    <p><a href="${link.href}">${link.label}</a></p>`;
}

function writePreview({ name, text }: { name: string; text: string }): Markup {
  const paragraphs = paragraphsOf(text).map(
    (lines) => html`<p dir="auto">${lines.map((line, index) => html`${index === 0 ? '' : raw('<br />')}${line}`)}</p>`,
  );
  return html`<article class="comment comment-preview" aria-label="پیش‌نمایش">
    <p><bdi>${name === '' ? namelessReader : name}</bdi></p>
    ${paragraphs}
  </article>`;
}
