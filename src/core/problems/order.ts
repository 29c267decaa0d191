import type { Wording } from './wording.ts';

/** Wording of problems with the order of articles. */
export const orderWording = {
  'number-form': {
    en: { message: 'expected a number, found «{found}».', fix: 'Write:  {example}' },
    fa: { message: 'این‌جا عدد لازم است، نه «{found}».', fix: 'بنویسید:  {example}' },
  },
  'day-without-hours': {
    en: {
      message: 'of {day}, {count} articles have no hour: the names of their files tell which comes first.',
      fix: 'Add the hour of each, as in  date: "{day} 10:30"  or its place among them, as in  order: 2',
    },
    fa: {
      message: '{count} خبرِ {day} ساعت ندارد و جایشان در فهرست‌ها از نام پرونده‌هاست.',
      fix: 'ساعت هر یک را بنویسید، مانند  date: "{day} 10:30"  یا جایش را میان آن‌ها، مانند  order: 2',
    },
  },
  'days-without-hours': {
    en: {
      message: 'on {days} more days up to {day}, {count} articles have no hour either.',
      fix: 'Add hours, as in  date: "{day} 10:30"',
    },
    fa: {
      message: 'در {days} روز دیگر هم، تا {day}، {count} خبر ساعت ندارد.',
      fix: 'ساعت‌ها را بنویسید، مانند  date: "{day} 10:30"',
    },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;
