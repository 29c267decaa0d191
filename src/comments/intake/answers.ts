/** What the service says to a reader: a status of HTTP, and a sentence in Persian. */
export interface Answer {
  status: 200 | 400 | 403 | 404 | 409 | 411 | 413 | 415 | 422 | 425 | 429 | 503;
  message: string;
}

/** All answers by their code, which scripts read. */
export const answers = {
  thanks: { status: 200, message: 'دیدگاه شما رسید و پس از بررسی منتشر می‌شود.' },
  encoding: { status: 400, message: 'متن فرم خوانا نیست. صفحه را دوباره باز کنید و از نو بفرستید.' },
  form: { status: 400, message: 'فرم کامل نیست. صفحهٔ خبر را دوباره باز کنید و از نو بفرستید.' },
  origin: { status: 403, message: 'این فرم از نشانی دیگری فرستاده شده است. دیدگاه را از صفحهٔ خبر بفرستید.' },
  closed: { status: 403, message: 'مهلت فرستادن دیدگاه برای این خبر گذشته است.' },
  token: { status: 403, message: 'فرم پذیرفته نشد. صفحهٔ خبر را دوباره باز کنید و از نو بفرستید.' },
  expired: { status: 403, message: 'از باز شدن فرم زمان زیادی گذشته است. متن شما همین‌جاست؛ دوباره بفرستید.' },
  twice: {
    status: 409,
    message: 'این فرم پیش‌تر با متن دیگری فرستاده شده است. برای دیدگاه تازه، صفحهٔ خبر را دوباره باز کنید.',
  },
  length: { status: 411, message: 'اندازهٔ فرم نوشته نشده است. دیدگاه را از صفحهٔ خبر بفرستید.' },
  size: { status: 413, message: 'فرم بزرگ‌تر از اندازه است. متن را کوتاه کنید.' },
  type: { status: 415, message: 'این گونهٔ فرم پذیرفته نمی‌شود. دیدگاه را از صفحهٔ خبر بفرستید.' },
  empty: { status: 422, message: 'متن دیدگاه را بنویسید.' },
  long: { status: 422, message: 'متن دیدگاه بیش از ۲٬۰۰۰ نویسه است. آن را کوتاه کنید.' },
  name: {
    status: 422,
    message: 'این نام پذیرفته نیست: بیش از ۶۰ نویسه است یا نام تحریریه است. نام دیگری بنویسید یا خالی بگذارید.',
  },
  mail: { status: 422, message: 'ایمیل را درست بنویسید یا خالی بگذارید.' },
  links: { status: 422, message: 'بیش از دو نشانی در متن است. برخی را بردارید.' },
  soon: { status: 425, message: 'چند ثانیه درنگ کنید و دوباره بفرستید.' },
  rate: { status: 429, message: 'در زمان کوتاهی دیدگاه‌های زیادی رسیده است. کمی بعد دوباره بفرستید.' },
  busy: { status: 503, message: 'اکنون نمی‌توانیم دیدگاه را نگه داریم. کمی بعد دوباره بفرستید.' },
  missing: { status: 404, message: 'چنین صفحه‌ای نیست.' },
} as const satisfies Record<string, Answer>;

/** A key of {@link answers}. */
export type AnswerCode = keyof typeof answers;
