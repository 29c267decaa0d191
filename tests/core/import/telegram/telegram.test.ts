import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropOrnaments } from '../../../../src/core/import/telegram/headline.ts';
import { repository } from '../../../support/folders.ts';
import { isoOf, readExport, textOf } from '../../../support/read-export.ts';

const text = readFileSync(join(repository, 'tests/golden-import/telegram/input/result.json'), 'utf8');
const { site, records, refusals, skipped } = readExport(text, 'export/result.json');
const titled = (title: string): (typeof records)[number] => records.find((record) => record.title.startsWith(title))!;

interface Fields {
  id?: number;
  type?: string;
  date_unixtime?: string | undefined;
  text?: unknown;
  [name: string]: unknown;
}

function channel(messages: Fields[], type = 'public_channel'): ReturnType<typeof readExport> {
  const whole = messages.map((message, index) => ({
    id: index + 1,
    type: 'message',
    date_unixtime: String(1_700_000_000 + index * 60),
    ...message,
  }));
  return readExport(JSON.stringify({ name: 'کانال', type, id: 7, messages: whole }), 'result.json');
}

describe('messages of a channel', () => {
  it('become articles', () => {
    expect(records[0]).toMatchObject({
      origin: 'telegram:1555/2',
      title: 'قطار کویر به راه افتاد',
      tags: ['ایستگاه شمالی', 'قطار', 'حمل و نقل'],
      authors: ['ن. ریگ'],
      addresses: ['record:telegram:1555/2', 'record:telegram:1555/3', 'record:telegram:1555/4'],
      source: { name: 'خبر کویر', url: 'https://t.me/khabar_kavir/2' },
      image: { src: 'photos/photo_1@30-09-2023_10-00-00.jpg' },
      base: 'export/',
      picked: true,
      draft: undefined,
      notes: [],
    });
    expect(isoOf(records[0]?.date)).toBe('2023-09-29T18:36:40+03:30');
    expect(isoOf(records[0]?.updated)).toBe('2023-10-02T02:10:00+03:30');
    expect(titled('باران').updated).toBeUndefined();
    expect(site).toMatchObject({ system: 'Telegram', title: 'خبر کویر', url: 'https://t.me/khabar_kavir' });
  });

  it('keep formats, links and albums, without signature and hashtags', () => {
    expect(textOf(records[0]!)).toBe(
      '<p>قطار تازه «کویر» امروز از ایستگاه شمالی راه افتاد؛ ' +
        '<a href="https://rah.example/jadval?a=1&amp;b=2">جدول حرکت</a> و <a href="https://rah.example/بلیت">rah.example/بلیت</a>.<br>\n' +
        'بلیت‌ها <s>ارزان</s> <em>گران</em> است: <code>K&lt;1&gt;</code></p>\n' +
        '<figure><img src="photos/photo_2@30-09-2023_10-00-00.jpg" alt=""></figure>\n' +
        '<figure><img src="photos/photo_3@30-09-2023_10-00-00.jpg" alt=""></figure>',
    );
    expect(textOf(titled('گفت‌وگو'))).toBe(
      '<blockquote><p>سی سال کار کردم.<br>\nخسته نیستم.</p></blockquote>\n<p>نامش پنهان است ⭐</p>\n' +
        '<pre><code class="language-js">a &lt; b\nc</code></pre>\n<p>آقای ریگ <u>گفت</u> 021000</p>',
    );
  });

  it('of one line have no headline, long ones their bold beginning', () => {
    expect(records.filter(({ title }) => title === '').map(textOf)).toEqual(['<p>متن یک خطی بی تیتر؛ تنها همین.</p>']);
    expect(textOf(titled('آغاز یک سطر'))).toMatch(/^<p><strong>آغاز یک سطر بسیار بلند<\/strong> که/);
  });

  it('have their source, their reply, and notes on missing files', () => {
    expect(titled('گفت‌وگو')).toMatchObject({
      source: { name: 'خبرگزاری دشت' },
      related: ['record:telegram:1555/2'],
    });
    expect(titled('گزارش').notes).toEqual([{ kind: 'lost', what: 'A video is not in the export.' }]);
    expect(titled('فیلم').video).toEqual({ url: 'video_files/shen.mp4' });
    expect(titled('گفتار')).toMatchObject({ notes: [{ kind: 'changed', detail: 'files/goftar.mp3' }] });
    expect(textOf(titled('گفتار'))).toContain('<a href="files/goftar.mp3">گفتار</a>');
    expect(textOf(titled('با قطار'))).toBe('<ul>\n<li>آری: ۹ رأی</li>\n<li>نه: ۳ رأی</li>\n</ul>');
  });

  it('that are not articles are counted', () => {
    expect(skipped).toEqual({
      'service messages': 2,
      stickers: 1,
      'pictures and videos without a text': 1,
      'messages that the export does not contain': 1,
    });
    expect(refusals).toEqual([]);
  });

  it('lose control characters, which are not JSON', () => {
    expect(text).toContain('\\x08');
    expect(textOf(titled('نویسهٔ'))).toBe('<p>این‌جا  یک نویسهٔ فرمان است.</p>');
  });
});

describe('albums', () => {
  const photo = (at: number, words = ''): Fields => ({
    date_unixtime: String(1_700_000_000 + at),
    text: words,
    photo: `photos/${at}.jpg`,
  });

  it('may have their text on any picture', () => {
    const { records: found } = channel([photo(0), photo(0), photo(1, 'تیتر عکس\n\nمتن'), photo(2)]);
    expect(found.map(({ origin, image }) => [origin, image?.src])).toEqual([['telegram:7/3', 'photos/0.jpg']]);
    expect(textOf(found[0]!).match(/<img/g)).toHaveLength(3);
  });

  it('end with another text or after seconds', () => {
    const { records: found, skipped: left } = channel([photo(0, 'یک دو\n\nالف'), photo(1, 'سه چهار\n\nب'), photo(30)]);
    expect(found.map(({ title }) => title)).toEqual(['یک دو', 'سه چهار']);
    expect(left).toEqual({ 'pictures and videos without a text': 1 });
  });
});

describe('signatures', () => {
  const line = (words: string): string => `خبر ${words} رسید\n\nمتن خبر ${words} است.`;

  it('are inferred from recurring endings', () => {
    const end = '\n\n➖➖➖\nروزنامهٔ ما را بخوانید';
    const words = ['یک', 'دو', 'سه', 'چهار'];
    const { records: found } = channel(words.map((word) => ({ text: line(word) + end })));
    expect(found.map(textOf)).toEqual(words.map((word) => `<p>متن خبر ${word} است.</p>`));
  });

  it('need three messages, and are not removed from the middle', () => {
    const { records: found } = channel([
      { text: `${line('یک')}\n\nپایان سخن` },
      { text: `${line('دو')}\n\nپایان سخن` },
    ]);
    expect(found.map(textOf).every((html) => html.includes('پایان سخن'))).toBe(true);
  });

  it('that only mention the channel are always dropped, mentions of others kept', () => {
    const mention = (name: string): object => ({ type: 'mention', text: name });
    const [one, two] = channel([
      { text: [line('یک'), '\n🆔 ', mention('@kanal_ma')] },
      { text: [line('دو'), '\nگفت‌وگوی کامل را در کانال هنرمند ببینید: ', mention('@honarmand')] },
    ]).records;
    expect(textOf(one!)).toBe('<p>متن خبر یک است.</p>');
    expect(textOf(two!)).toContain('<a href="https://t.me/honarmand">@honarmand</a>');
  });
});

describe('dropOrnaments', () => {
  it.each([
    ['🔴 فوری | پل تازه باز شد ⭕️', 'پل تازه باز شد'],
    ['🔹🔹#فوری / خبر فوری؛ پل', 'پل'],
    ['⚽️ ایران ۲ 🇮🇷 عمان ۱ 🏆', 'ایران ۲ 🇮🇷 عمان ۱'],
    ['فوری بودن کار', 'فوری بودن کار'],
    ['«پل» باز شد؟', '«پل» باز شد؟'],
    ['👨‍👩‍👧 خانواده 👍🏽', 'خانواده'],
    ['🔴', ''],
  ])('%s', (line, expected) => {
    expect(dropOrnaments(line)).toBe(expected);
  });
});

describe('exports of Telegram', () => {
  const message = { id: 1, type: 'message', date_unixtime: '1700000000', text: 'تیتر خبر\n\nمتن خبر' };
  const chat = (type: string, name: string): object => ({ name, type, id: 9, messages: [message] });

  it('of an account give only channels', () => {
    const whole = {
      about: 'Here is the data you requested.',
      personal_information: { phone_number: '+98 000' },
      chats: {
        about: '',
        list: [chat('personal_chat', 'دوست'), chat('private_supergroup', 'گروه'), chat('public_channel', 'کانال')],
      },
      left_chats: { about: '', list: [chat('private_channel', 'کانال پنهان')] },
    };
    const found = readExport(JSON.stringify(whole), 'result.json');
    expect(found.records.map(({ source, draft }) => [source?.name, draft])).toEqual([
      ['کانال', undefined],
      ['کانال پنهان', 'The channel was private.'],
    ]);
    expect(found.skipped).toEqual({ 'private chats and groups': 2 });
    expect(JSON.stringify(found)).not.toMatch(/دوست|گروه"|\+98/);
  });

  it('of a group are not read', () => {
    expect(channel([message], 'public_supergroup')).toMatchObject({
      records: [],
      skipped: { 'private chats and groups': 1 },
    });
  });

  it('of old versions have no seconds since 1970, and texts without entities', () => {
    const [found] = channel([
      {
        date_unixtime: undefined,
        date: '2019-03-01T10:00:00',
        text: ['تیتر ', { type: 'bold', text: 'خبر' }, '\nمتن'],
      },
    ]).records;
    expect(found).toMatchObject({ title: 'تیتر خبر', body: { text: '<p>متن</p>' } });
    expect(isoOf(found?.date)).toBe('2019-03-01T10:00:00+03:30');
  });

  it('link to pages only', () => {
    const [found] = channel([
      {
        text: [
          'تیتر خبر\n\n',
          { type: 'text_link', text: 'x', href: 'javascript:alert(1)' },
          { type: 'unknown', text: '<b>' },
        ],
      },
    ]).records;
    expect(textOf(found!)).toBe('<p>x&lt;b&gt;</p>');
  });
});

describe('messages with buttons, code and replies', () => {
  const read = channel([
    { text: 'تیتر یکم خبر\nمتن یک' },
    { text: 'تیتر دوم خبر\nمتن دو @khabar_kavir', reply_to_message_id: 1 },
    {
      text: 'تیتر سوم خبر\nمتن سه',
      inline_bot_buttons: [
        [
          { type: 'url', text: 'بیشتر', data: 'https://k.example/a?b&c' },
          { type: 'callback', text: '👍' },
        ],
      ],
    },
    { text: ['تیتر شعر نو\n', { type: 'pre', text: 'بیت یک\nبیت دو', language: '' }] },
  ]).records;

  it('keep links of buttons', () => {
    expect(textOf(read[2]!)).toBe('<p>متن سه</p>\n<p><a href="https://k.example/a?b&amp;c">بیشتر</a></p>');
  });

  it('keep lines of code without a language, which may be verses', () => {
    expect(textOf(read[3]!)).toBe('<pre>بیت یک\nبیت دو</pre>');
  });

  it('are related to the message that they answer', () => {
    expect(read[1]?.related).toEqual(['record:telegram:7/1']);
    expect(read[0]?.addresses).toEqual(['record:telegram:7/1']);
  });
});
