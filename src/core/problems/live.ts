import type { Wording } from './wording.ts';

/** Wording of problems in live coverage. */
export const liveWording = {
  'live-time': {
    en: {
      message: 'this heading of a live coverage does not begin with a time: «{found}».',
      fix: 'Write:  ## 14:30 …  or make it a smaller heading:  ### …',
    },
    fa: {
      message: 'این تیترِ پوشش لحظه\u200Cبه\u200Cلحظه با ساعت آغاز نمی\u200Cشود: «{found}».',
      fix: 'بنویسید:  ## 14:30 …  یا تیتر کوچک\u200Cتری بگذارید:  ### …',
    },
  },
  'live-order': {
    en: {
      message: 'this entry of a live coverage is earlier than the one before it: «{found}».',
      fix: 'Correct the time, or write the day too:  ## 1405/09/09 08:00 …',
    },
    fa: {
      message: 'ساعت این خبرِ پوشش لحظه\u200Cبه\u200Cلحظه پیش از ساعت خبر قبلی است: «{found}».',
      fix: 'ساعت را درست کنید یا روز را هم بنویسید:  ## 1405/09/09 08:00 …',
    },
  },
  'live-empty': {
    en: {
      message: 'this entry of a live coverage has a time and nothing else: «{found}».',
      fix: 'Write a headline or a text, or remove the entry.',
    },
    fa: {
      message: 'این خبرِ پوشش لحظه\u200Cبه\u200Cلحظه جز ساعت چیزی ندارد: «{found}».',
      fix: 'تیتر یا متنی بنویسید یا آن را حذف کنید.',
    },
  },
  'live-range': {
    en: {
      message: 'the coverage ends before it begins: «{found}».',
      fix: 'Write a later moment, or remove «to» while the coverage goes on.',
    },
    fa: {
      message: 'پایان پوشش پیش از آغاز آن است: «{found}».',
      fix: 'زمانی دیرتر بنویسید یا تا پوشش ادامه دارد «to» را بردارید.',
    },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;
