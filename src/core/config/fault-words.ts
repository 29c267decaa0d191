/** Persian translations of the English messages of `findConfigFaults`. */
const words: readonly (readonly [RegExp, string])[] = [
  [/^expected a text$/, 'متن لازم است'],
  [/^expected a number$/, 'عدد لازم است'],
  [/^expected a whole number$/, 'عدد درست (بی اعشار) لازم است'],
  [/^expected whole days$/, 'شمار روزها، بی اعشار، لازم است'],
  [/^expected whole seconds$/, 'شمار ثانیه‌ها، بی اعشار، لازم است'],
  [/^expected seconds, as a number$/, 'شمار ثانیه‌ها لازم است'],
  [/^expected at least (\d+)$/, 'دست‌کم $1 لازم است'],
  [/^expected (\d+) or more$/, '$1 یا بیشتر لازم است'],
  [/^expected at most (?:a year, )?(\d+)$/, 'بیش از $1 نمی‌تواند باشد'],
  [/^expected true or false$/, 'true یا false لازم است'],
  [/^expected small letters, digits and single hyphens$/, 'تنها حرف‌های کوچک، رقم و خط تیره میان واژه‌ها می‌تواند باشد'],
  [/^expected an absolute address(?: such as (\S+))?$/, 'نشانی کامل، مانند $1، لازم است'],
  [/^expected Latin letters only, in the path as well$/, 'نشانی باید تنها حرف لاتین داشته باشد'],
  [/^expected an address without \?, # or @.*$/, 'نشانی نباید ? یا # یا @ داشته باشد'],
  [/^expected an origin such as (\S+)$/, 'میزبان با پروتکل، مانند $1، لازم است'],
  [/^expected an address such as (\S+)$/, 'نشانی‌ای مانند $1 لازم است'],
  [/^expected a day such as (\S+)$/, 'روزی مانند $1 لازم است'],
  [/^expected the name of a crawler, such as (\S+)$/, 'نام یک خزنده، مانند $1، لازم است'],
  [
    /^expected an origin such as (\S+) or (\S+), perhaps with a path, in small Latin letters.*$/,
    'میزبانی مانند $1 یا $2، شاید با مسیر، با حرف‌های کوچک لاتین لازم است؛ بی * تنها، بی http: و بی گیومه',
  ],
  [/^(\S+) is no JPEG or PNG with the ending of its type$/, '$1 از نوع JPEG یا PNG با پسوند خودش نیست'],
  [/^expected an e-mail address$/, 'نشانی ایمیل لازم است'],
  [/^expected a category of Apple Podcasts, such as (\S+)$/, 'یکی از دسته‌های Apple Podcasts، مانند $1، لازم است'],
  [/^expected the path of a picture in public\/, such as (\S+)$/, 'مسیر تصویری در public، مانند $1، لازم است'],
  [
    /^(\S+) has (\S+) pixels; expected a square of (\d+) to (\d+) pixels$/,
    '$1 به اندازهٔ $2 پیکسل است؛ مربعی از $3 تا $4 پیکسل لازم است',
  ],
  [/^(\S+) would take the place of its feed; remove this file$/, '$1 جای خوراک آن را می‌گیرد؛ این پرونده را حذف کنید'],
  [/^expected a repository such as (\S+)$/, 'مخزنی مانند $1 لازم است'],
  [/^review is possible on github and gitlab only$/, 'بازبینی پیش از انتشار تنها در github و gitlab شدنی است'],
  [/^expected a list of origins$/, 'فهرستی از میزبان‌ها لازم است'],
  [/^expected each origin once$/, 'هر میزبان باید یک بار بیاید'],
  [/^expected a name, or \{ name, url \}$/, 'نام یا { name, url } لازم است'],
  [/^expected each hub once$/, 'هر هاب باید یک بار بیاید'],
  [/^two sections have one slug or one name$/, 'دو سرویس یک نام یا یک نشانی دارند'],
  [/^expected the settings (.+)$/, 'این تنظیم‌ها لازم است: $1'],
  [/^there is no setting «(.+)»; the nearest is «(.+)»$/, 'تنظیمی به نام «$1» نیست؛ نزدیک‌ترین «$2» است'],
  [/^expected (\S+) or (\S+)$/, '$1 یا $2 لازم است'],
  [/^expected a colour such as (\S+), or \{ light, dark \}$/, 'رنگی مانند $1 یا { light, dark } لازم است'],
  [/^expected colours by the slugs of sections$/, 'رنگ‌ها با نشانی (slug) سرویس‌ها لازم است'],
  [/^there is no section «(.+)»; the nearest is «(.+)»$/, 'سرویسی به نشانی «$1» نیست؛ نزدیک‌ترین «$2» است'],
  [
    /^(#\w+) on (#\w+) has a contrast of ([\d.]+):1, and ([\d.]+):1 is needed; the nearest colour that passes is (#\w+)$/,
    'سایه‌روشن $1 روی $2 تنها $3 به ۱ است و دست‌کم $4 به ۱ لازم است؛ نزدیک‌ترین رنگ خوانا $5 است',
  ],
  [
    /^(#\w+) on (#\w+) has a contrast of ([\d.]+):1, and ([\d.]+):1 is needed; choose another paper$/,
    'سایه‌روشن $1 روی $2 تنها $3 به ۱ است و دست‌کم $4 به ۱ لازم است؛ زمینهٔ دیگری (paper) برگزینید',
  ],
  [/^expected a path below public\/, such as (\S+)$/, 'مسیری درون public، مانند $1، لازم است'],
  [/^there is no file (\S+)$/, 'پروندهٔ $1 نیست'],
  [
    /^(\S+) is no picture; expected (.+)$/,
    '$1 تصویر نیست؛ پرونده‌ای از نوع SVG، PNG، WebP، AVIF یا JPEG با پسوند خودش لازم است',
  ],
  [
    /^(\S+) does more than draw; .*$/,
    '$1 جز نقاشی کار دیگری هم می‌کند؛ اسکریپت‌ها، پیوندها و پرونده‌های درون آن را بردارید',
  ],
  [/^(\S+) is damaged, or has no size; .*$/, '$1 آسیب دیده است یا اندازه ندارد؛ SVG باید viewBox داشته باشد'],
  [
    /^(\S+) has (\S+) pixels; expected an SVG, or (\S+) pixels$/,
    'اندازهٔ $1 تنها $2 پیکسل است؛ SVG یا دست‌کم $3 پیکسل لازم است',
  ],
  [/^expected \{ section \}, or \{ href, label \}$/, '{ section } یا { href, label } لازم است'],
  [
    /^expected one of (.+), or \{ name, files \} of your own font$/,
    'یکی از $1 یا { name, files } برای قلم خودتان لازم است',
  ],
  [/^expected letters, digits and spaces only$/, 'تنها حرف، رقم و فاصله می‌تواند باشد'],
  [/^expected at least one file$/, 'دست‌کم یک پرونده لازم است'],
  [/^expected a list of files$/, 'فهرست پرونده‌ها لازم است'],
  [
    /^expected the path of a file \.woff2 below public\/, such as (\S+)$/,
    'مسیر پرونده‌ای ‎.woff2 درون public، مانند $1، لازم است',
  ],
  [
    /^expected a weight such as 400, or a range such as «400 700»$/,
    'ضخامتی مانند 400 یا بازه‌ای مانند «400 700» لازم است',
  ],
  [/^expected two numbers, for regular and bold$/, 'دو عدد، برای نازک و ضخیم، لازم است'],
  [/^expected fields such as (.+)$/, 'جای‌نشان‌هایی مانند $1 لازم است'],
  [/^expected \{title\} or \{link\}$/, '{title} یا {link} لازم است'],
  [/^expected at most (\d+) letters besides the fields$/, 'جز جای‌نشان‌ها، بیش از $1 نویسه نمی‌تواند باشد'],
  [
    /^expected the name of an environment variable such as (\S+), not the secret$/,
    'نام یک متغیر محیطی مانند $1 لازم است، نه خود رمز',
  ],
  [/^expected the name of a channel such as (\S+), or its number$/, 'نام کانال، مانند $1، یا شمارهٔ آن لازم است'],
  [/^expected the name of an account such as (\S+)$/, 'نام حساب، مانند $1، لازم است'],
  [/^expected each channel once$/, 'هر کانال باید یک بار بیاید'],
  [/^expected a list$/, 'فهرست لازم است'],
  [/^expected one of (.+)$/, 'یکی از این‌ها لازم است: $1'],
];

/**
 * Translate a message of `findConfigFaults` to Persian. The setting's name before the colon is kept, and unknown
 * messages are returned unchanged.
 *
 * @example faultInPersian('sizes.page: expected at least 1') // 'sizes.page: دست‌کم 1 لازم است'
 */
export function faultInPersian(fault: string): string {
  const [, name = '', sentence = ''] = /^([\w.]+: )?([^]*)$/.exec(fault) ?? [];
  const known = words.find(([pattern]) => pattern.test(sentence));
  return known ? name + sentence.replace(known[0], known[1]).replace('، مانند $1،', '') : fault;
}
