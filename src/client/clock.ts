import { showRelativeTimes } from './relative-times.ts';
import { whenShown } from './when-shown.ts';

const days = new Intl.DateTimeFormat('fa-IR-u-ca-persian-nu-arabext', {
  timeZone: 'Asia/Tehran',
  weekday: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

whenShown(() => {
  const now = Date.now();
  for (const today of document.querySelectorAll<HTMLElement>('[data-today]')) {
    const parts = days.formatToParts(now);
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? '';
    // `Intl` alone puts the parts in an order that is not used in Persian.
    today.textContent = `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`;
    today.hidden = false;
  }
  showRelativeTimes(document, now);
});
