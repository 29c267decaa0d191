import { html } from 'hono/html';
import { paragraphsOf } from '../../core/comments/clean-text.ts';
import { commentLimits, namelessReader } from '../../core/comments/comment.ts';
import type { CommentForm } from '../../core/comments/form.ts';
import { answers, type AnswerCode } from './answers.ts';
import { type Markup, writeParagraph } from './document.ts';
import { writeTextArea } from './text-area.ts';

/** A page that answers a form. */
export interface FormPage {
  /** Address to which the form is sent. */
  action: string;
  /** Whether it asks for an e-mail address. */
  asksMail: boolean;
  form: CommentForm;
  /** Why the form was not accepted. */
  code?: AnswerCode | undefined;
  /** The comment as readers would see it, if it can be sent. */
  preview?: { name: string; text: string } | undefined;
  /** URL of the article. */
  article: string;
}

/** Write the preview of a comment or its fault, with the form. It uses the classes of article pages. */
export function writeFormPage({ action, asksMail, form, code, preview, article }: FormPage): Markup {
  const describe = (field: string): Markup =>
    code !== undefined && faultyFields[code] === field
      ? html` aria-invalid="true" aria-describedby="comment-fault"`
      : html``;
  const title =
    code === undefined
      ? preview
        ? 'پیش از فرستادن، یک بار بخوانید'
        : 'پاسخ خود را بنویسید'
      : 'نظر هنوز فرستاده نشده است';
  return html`<h2>${title}</h2>
    ${code === undefined ? '' : writeFault(answers[code].message)} ${preview ? writePreview(preview) : ''}
    <form class="comment-form" method="post" action="${action}" accept-charset="utf-8">
      ${writeHidden('slug', form.slug)} ${writeHidden('re', form.re)} ${writeHidden('token', form.token)}
      <p class="comment-field comment-field-text">
        <label for="comment-text">نظر شما</label>
        ${writeTextArea(html`id="comment-text" name="text" dir="auto" rows="6" required${describe('text')}`, form.text)}
      </p>
      <p class="comment-field">
        <label for="comment-name">نام <span class="comment-optional">(اختیاری)</span></label>
        <input
          id="comment-name"
          type="text"
          name="name"
          dir="auto"
          autocomplete="nickname"
          maxlength="${commentLimits.name}"
          value="${form.name}"
          ${describe('name')}
        />
      </p>
      ${asksMail ? writeMail(form.mail, describe('mail')) : ''}
      <p class="comment-trap" hidden>
        <label for="comment-website">این را خالی بگذارید</label>
        <input id="comment-website" type="text" name="website" tabindex="-1" autocomplete="off" />
      </p>
      <button class="comment-send" type="submit">${preview ? 'فرستادن نظر' : 'پیش‌نمایش'}</button>
      <p><a href="${article}">بازگشت به خبر</a></p>
    </form>`;
}

/** Write a page that says one thing. */
export function writeNotice(message: string, home: string): Markup {
  return html`<h2>نظر فرستاده نشد</h2>
    ${writeFault(message)}
    <p><a href="${home}">صفحهٔ نخست</a></p>`;
}

/** The field that a fault refers to, by answer code. */
const faultyFields: Partial<Record<AnswerCode, string>> = {
  name: 'name',
  mail: 'mail',
  empty: 'text',
  long: 'text',
  links: 'text',
};

function writeFault(message: string): Markup {
  return html`<p class="comment-status is-bad" id="comment-fault" role="alert">${message}</p>`;
}

function writeHidden(name: string, value: string): Markup | '' {
  return value === '' ? '' : html`<input type="hidden" name="${name}" value="${value}" />`;
}

function writeMail(mail: string, attributes: Markup): Markup {
  return html`<p class="comment-field">
    <label for="comment-mail">ایمیل <span class="comment-optional">(اختیاری؛ منتشر نمی‌شود)</span></label>
    <input
      id="comment-mail"
      name="mail"
      type="email"
      dir="ltr"
      autocomplete="email"
      maxlength="254"
      value="${mail}"
      ${attributes}
    />
  </p>`;
}

function writePreview({ name, text }: { name: string; text: string }): Markup {
  const paragraphs = paragraphsOf(text).map(writeParagraph);
  return html`<article class="comment" aria-label="پیش‌نمایش">
    <p class="comment-head">
      <span class="comment-author"><bdi>${name === '' ? namelessReader : name}</bdi></span>
    </p>
    <div class="comment-text">${paragraphs}</div>
  </article>`;
}
