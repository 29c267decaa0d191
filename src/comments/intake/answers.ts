/** An answer to a reader: an HTTP status and a Persian sentence. */
export interface Answer {
  status: 200 | 400 | 403 | 404 | 409 | 411 | 413 | 415 | 422 | 425 | 429 | 503;
  message: string;
}

/** All answers by their code, which scripts read. */
export const answers = {
  thanks: { status: 200, message: 'نظر شما رسید و پس از خواندن سردبیر منتشر می‌شود.' },
  encoding: { status: 400, message: 'نوشتهٔ فرم خوانا نیست. صفحهٔ خبر را دوباره باز کنید و از نو بفرستید.' },
  form: { status: 400, message: 'فرم کامل نیست. صفحهٔ خبر را دوباره باز کنید و از نو بفرستید.' },
  origin: { status: 403, message: 'این فرم از سایت دیگری فرستاده شده است. نظر را از صفحهٔ خبر بفرستید.' },
  closed: { status: 403, message: 'این خبر دیگر نظر نمی‌پذیرد.' },
  token: { status: 403, message: 'فرم پذیرفته نشد. دوباره بفرستید.' },
  expired: { status: 403, message: 'از باز شدن فرم زمان زیادی گذشته است. دوباره بفرستید.' },
  twice: {
    status: 409,
    message: 'این فرم یک بار با متن دیگری فرستاده شده است. اگر نظر تازه‌ای است، دوباره بفرستید.',
  },
  length: { status: 411, message: 'اندازهٔ فرم نوشته نشده است. نظر را از صفحهٔ خبر بفرستید.' },
  size: { status: 413, message: 'فرم بزرگ‌تر از اندازه است. متن را کوتاه کنید.' },
  type: { status: 415, message: 'این گونهٔ فرم پذیرفته نمی‌شود. نظر را از صفحهٔ خبر بفرستید.' },
  empty: { status: 422, message: 'متن نظر را بنویسید.' },
  long: { status: 422, message: 'متن بیش از ۲٬۰۰۰ نویسه است. آن را کوتاه کنید.' },
  name: {
    status: 422,
    message: 'این نام پذیرفته نیست: یا بیش از ۶۰ نویسه است یا نام تحریریه. نام دیگری بنویسید یا خالی بگذارید.',
  },
  mail: { status: 422, message: 'ایمیل را درست بنویسید یا خالی بگذارید.' },
  links: { status: 422, message: 'بیش از دو نشانی در متن است. یکی یا چندتا را بردارید.' },
  soon: { status: 425, message: 'چند ثانیه درنگ کنید و دوباره بفرستید.' },
  rate: { status: 429, message: 'در زمانی کوتاه نظرهای زیادی رسیده است. کمی بعد دوباره بفرستید.' },
  busy: { status: 503, message: 'اکنون نمی‌توانیم نظر را نگه داریم. کمی بعد دوباره بفرستید.' },
  missing: { status: 404, message: 'چنین صفحه‌ای نیست.' },
} as const satisfies Record<string, Answer>;

/** A key of {@link answers}. */
export type AnswerCode = keyof typeof answers;
