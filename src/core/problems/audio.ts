import type { Wording } from './wording.ts';

/** Wording of problems with recordings. */
export const audioWording = {
  'audio-type': {
    en: {
      message: '«{src}» is no recording that browsers play, whatever its name says.',
      fix: 'Save it again as MP3, M4A or Ogg, for instance with Audacity.',
    },
    fa: {
      message: '«{src}» هر نامی که دارد، صدایی نیست که مرورگر پخش کند.',
      fix: 'آن را دوباره به صورت MP3، M4A یا Ogg ذخیره کنید، مثلاً با Audacity.',
    },
  },
  'audio-empty': {
    en: { message: '«{src}» is empty.', fix: 'Copy the file again.' },
    fa: { message: '«{src}» خالی است.', fix: 'پرونده را دوباره کپی کنید.' },
  },
  'audio-ending': {
    en: {
      message: '«{src}» holds another kind of recording than its ending says, and servers would send it as that.',
      fix: 'Rename the file, and write:  {other}',
    },
    fa: {
      message: 'درون «{src}» صدایی از گونهٔ دیگر است و کارساز آن را به گونهٔ پسوندش می\u200Cفرستد.',
      fix: 'نام پرونده را عوض کنید و بنویسید:  {other}',
    },
  },
  'audio-large': {
    en: {
      message: '«{src}» has {size} MB; at most {limit} MB are possible.',
      fix: 'Save it with a lower bit rate: 64 kbit/s are enough for speech.',
    },
    fa: {
      message: '«{src}» {size} مگابایت است و بیش از {limit} مگابایت نمی\u200Cشود.',
      fix: 'آن را با نرخ بیت کمتر ذخیره کنید؛ برای گفتار ۶۴ کیلوبیت در ثانیه بس است.',
    },
  },
  'audio-duration': {
    en: { message: 'expected a duration, found «{found}».', fix: 'Write:  duration: "12:40"  or remove it.' },
    fa: { message: 'مدت صدا لازم است، نه «{found}».', fix: 'بنویسید:  duration: "12:40"  یا آن را حذف کنید.' },
  },
  'audio-transcript': {
    en: {
      message: '«{src}» is no transcript.',
      fix: 'Name a file of the types VTT, SRT or TXT that exists.',
    },
    fa: {
      message: '«{src}» متنِ گفته\u200Cها نیست.',
      fix: 'پرونده\u200Cای از گونهٔ VTT، SRT یا TXT را نام ببرید که هست.',
    },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;
