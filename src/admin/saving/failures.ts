/** Why saving failed, as the editor reports it: the answer of the host, or what the browser says of the network. */
interface SavingFailure {
  status?: number;
  message?: string;
}

/**
 * Word why saving failed, for a writer: what happened, where the text is now, and what to do. `undefined` where the
 * host's own words say more.
 */
export function wordFailure(failure: SavingFailure | undefined): string | undefined {
  const kept = 'متن شما از دست نرفته و در همین مرورگر می\u200Cماند؛';
  if (failure instanceof TypeError) return `به میزبان نرسیدیم. ${kept} شبکه که برگشت، دوباره ذخیره کنید.`;
  if (failure?.status === 401)
    return `زمان ورود شما به سر آمده است. ${kept} از منوی خود خارج و دوباره وارد شوید تا همان را پیشنهاد کنیم.`;
  if (failure?.status === 403)
    return `میزبان اجازهٔ نوشتن نداد. ${kept} از سردبیر فنی بخواهید دسترسی توکن شما را بازبینی کند.`;
  if (failure?.status === 400 && /has changed since you started editing/.test(failure.message ?? ''))
    return `در همین لحظه کس دیگری این پرونده را ذخیره کرد. ${kept} دوباره ذخیره کنید تا هر دو متن را ببینید.`;
  return undefined;
}

/** Say why saving failed in our words. A patch of the editor calls the hook. */
export function followFailures(): void {
  Object.assign(globalThis, { rooznegarFailure: wordFailure });
}
