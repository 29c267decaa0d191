import { describe, expect, it } from 'vitest';
import { articleEditorFields, helperFields } from '../../../src/core/admin/fields.ts';
import { fromValues, toValues } from '../../../src/core/admin/values.ts';
import { sample } from '../../support/sample.ts';

const { sections } = sample.config;
const context = { sections };

/** A file with a comment at every field, in the order and the forms of its writer. */
const file = `---
source: {name: کاوش,   url: "https://kavosh.example/"} # منبع
title:   'تیتر' # تیتر
kicker: روتیتر # روتیتر
lead: "چکیده: یک" # چکیده
section: society # سرویس
tags: # برچسب‌ها
  - شهر
  - "مترو"
authors: [مینا,   نگار] # نویسندگان
date: "1404/07/24 10:30" # زمان
updated: 1404/07/25 # به‌روزرسانی
dateline: تهران، ایسنا # محل
image: # تصویر
  src: a.jpg
  alt:  شهر
  credit: 'مینا'
video:
  url: https://www.aparat.com/v/abc # ویدئو
  title: مترو
related: [pol, bazar] # مرتبط
corrections: # اصلاحیه‌ها
  - {date: 1404/07/25, text: یک}
type: report # گونه
label: exclusive # نشان
picked: true # برگزیده
comments: false # نظر
channels: false # کانال
popular: false # پربازدید
audio: # صدا
  src: a.mp3
  title: 'گفت‌وگو'
live: # زنده
  from: "1404/07/24 10:00"
draft: بله # پیش‌نویس
aliases: [/old/] # نشانی‌ها
---

بند یک.

* فهرست
`;

const values = toValues(file, context, ({ id }) => id);

/** What is changed, and the lines that go and come, by field. */
const changes: Readonly<Record<string, [value: unknown, removed: string[], added: string[]]>> = {
  source: [
    { name: 'ایسنا', url: 'https://kavosh.example/' },
    ['source: {name: کاوش,   url: "https://kavosh.example/"} # منبع'],
    ['source: {name: ایسنا, url: "https://kavosh.example/"} # منبع'],
  ],
  title: ["تیترِ 'دو'", ["title:   'تیتر' # تیتر"], ["title:   'تیترِ ''دو''' # تیتر"]],
  kicker: ['دو: سه', ['kicker: روتیتر # روتیتر'], ['kicker: "دو: سه" # روتیتر']],
  lead: ['چکیدهٔ «دو»', ['lead: "چکیده: یک" # چکیده'], ['lead: "چکیدهٔ «دو»" # چکیده']],
  section: [sections[1]!.name, ['section: society # سرویس'], [`section: ${sections[1]!.name} # سرویس`]],
  tags: [['شهر', 'مترو', 'نان'], [], ['  - نان']],
  authors: [['نگار'], ['authors: [مینا,   نگار] # نویسندگان'], ['authors: [نگار] # نویسندگان']],
  date: ['1404/07/24 11:00', ['date: "1404/07/24 10:30" # زمان'], ['date: "1404/07/24 11:00" # زمان']],
  updated: ['', ['updated: 1404/07/25 # به‌روزرسانی'], []],
  dateline: ['شیراز', ['dateline: تهران، ایسنا # محل'], ['dateline: شیراز # محل']],
  image: [{ src: 'a.jpg', alt: 'شهر در شب', credit: 'مینا' }, ['  alt:  شهر'], ['  alt:  شهر در شب']],
  video: [{ url: 'https://www.aparat.com/v/abc', title: 'خط هشت' }, ['  title: مترو'], ['  title: خط هشت']],
  related: [['pol'], ['related: [pol, bazar] # مرتبط'], ['related: [pol] # مرتبط']],
  corrections: [
    [
      { date: '1404/07/25', text: 'یک' },
      { date: '1404/07/26', text: 'دو' },
    ],
    [],
    ['  - {date: 1404/07/26, text: دو}'],
  ],
  type: ['opinion', ['type: report # گونه'], ['type: opinion # گونه']],
  label: ['', ['label: exclusive # نشان'], []],
  picked: [false, ['picked: true # برگزیده'], []],
  comments: [true, ['comments: false # نظر'], []],
  channels: [true, ['channels: false # کانال'], []],
  popular: [true, ['popular: false # پربازدید'], []],
  audio: [{ src: 'a.mp3', title: 'گفت‌وگوی دو' }, ["  title: 'گفت‌وگو'"], ["  title: 'گفت‌وگوی دو'"]],
  live: [{ from: '1404/07/24 11:00' }, ['  from: "1404/07/24 10:00"'], ['  from: "1404/07/24 11:00"']],
  draft: [false, ['draft: بله # پیش‌نویس'], []],
  aliases: [['/old/', '/older/'], ['aliases: [/old/] # نشانی‌ها'], ['aliases: [/old/, /older/] # نشانی‌ها']],
  body: ['بند دو.\n\n* فهرست', ['بند یک.'], ['بند دو.']],
};

describe('each field of the editor', () => {
  const helpers = new Set<string>(helperFields);
  const fields = articleEditorFields({ sections, hasComments: true, hasChannels: true, source: '', isReviewed: false })
    .map(({ name }) => name)
    .filter((name) => !helpers.has(name));

  it('is tried here', () => {
    expect(Object.keys(changes).toSorted()).toEqual(fields.toSorted());
  });

  it.each(Object.entries(changes))('writes exactly its lines: %s', (name, [value, removed, added]) => {
    const written = fromValues({ ...values, [name]: value }, context);
    const [old, now] = [file.split('\n'), written.split('\n')];
    expect(old.filter((line) => !now.includes(line))).toEqual(removed);
    expect(now.filter((line) => !old.includes(line))).toEqual(added);
    // All others are there, once each and in their order.
    const kept = (lines: readonly string[], but: readonly string[]) => lines.filter((line) => !but.includes(line));
    expect(kept(now, added)).toEqual(kept(old, removed));
  });
});
