import { dateAt, formatDate, formatTime, type NewsDate, parseDate } from '../../core/dates/news-date.ts';
import { formatDateField } from '../../core/import/article-file.ts';

/** A Jalali date with time in Tehran, as text, with a button for the present moment, read back in words. */
export function jalaliControl(): unknown {
  const { h } = window;
  return window.createClass({
    componentDidMount() {
      const isMain = this.props.field.get('name') === 'date' && this.props.field.get('required') !== false;
      if (isMain && !this.props.value) this.props.onChange(presentMoment());
    },
    isValid(): unknown {
      const text = String(this.props.value ?? '').trim();
      if (text === '') return true;
      return typeof parseDate(text) !== 'string' || { error: { message: faultOf(text) } };
    },
    render() {
      const text = String(this.props.value ?? '');
      const date = text.trim() === '' ? undefined : parseDate(text);
      const isFuture = date !== undefined && typeof date !== 'string' && date.epoch > Date.now();
      return h(
        'div',
        { className: 'rooznegar-date' },
        h(
          'div',
          null,
          h('input', {
            id: this.props.forID,
            className: this.props.classNameWrapper,
            'aria-label': String(this.props.field.get('label')),
            dir: 'ltr',
            value: text,
            placeholder: '1405/09/10 08:30',
            onChange: ({ target }: { target: HTMLInputElement }) => this.props.onChange(target.value),
          }),
          h('button', { type: 'button', onClick: () => this.props.onChange(presentMoment()) }, 'اکنون'),
        ),
        date !== undefined &&
          h(
            'p',
            { className: typeof date === 'string' ? 'is-wrong' : isFuture ? 'is-future' : '' },
            typeof date === 'string' ? faultOf(text) : `${isFuture ? 'منتشر می‌شود: ' : ''}${inWords(date)}`,
          ),
      );
    },
  });
}

function inWords(date: NewsDate): string {
  return date.hasTime ? `${formatDate(date)}، ساعت ${formatTime(date)}` : formatDate(date);
}

function presentMoment(): string {
  const now = Date.now();
  return formatDateField(dateAt(now - (now % 60_000)));
}

function faultOf(text: string): string {
  const found = parseDate(text);
  return found === 'impossible'
    ? `«${text}» در تقویم نیست. روز و ماه را بازبینی کنید.`
    : `«${text}» تاریخ نیست. تاریخ را مانند 1405/09/10 08:30 بنویسید.`;
}
