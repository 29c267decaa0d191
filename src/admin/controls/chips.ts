import { normalizeText } from '../../core/text/persian.ts';
import { settings } from '../settings.ts';

/** A list of short texts as chips: Enter or a comma adds one, and known values are offered while typing. */
export function chipsControl(): unknown {
  const { h } = window;
  return window.createClass({
    getInitialState: () => ({ text: '' }),
    values(): string[] {
      const { value } = this.props;
      const list = value as { toJS?(): unknown } | unknown[] | undefined;
      const plain = list && !Array.isArray(list) && list.toJS ? list.toJS() : list;
      return Array.isArray(plain) ? plain.map(String) : [];
    },
    add(text: string): void {
      const values = (this['values'] as () => string[])();
      const added = text
        .split(/[،,؛\n]/)
        .map((part) => normalizeText(part).trim().replace(/^#/, ''))
        .filter((part) => part !== '' && !values.includes(part));
      this.setState({ text: '' });
      if (added.length > 0) this.props.onChange([...values, ...added]);
    },
    remove(text: string): void {
      this.props.onChange((this['values'] as () => string[])().filter((value) => value !== text));
    },
    render() {
      const { forID, field } = this.props;
      const values = (this['values'] as () => string[])();
      const add = (text: string): void => (this['add'] as (text: string) => void)(text);
      const known = settings.known[String(field.get('known') ?? '')] ?? [];
      const text = String(this.state['text']);
      return h(
        'div',
        { className: 'rooznegar-chips' },
        ...values.map((value) =>
          h(
            'span',
            { key: value, className: 'rooznegar-chip' },
            h('bdi', null, value),
            h(
              'button',
              {
                type: 'button',
                'aria-label': `حذف ${value}`,
                onClick: () => (this['remove'] as (text: string) => void)(value),
              },
              '×',
            ),
          ),
        ),
        h('input', {
          id: forID,
          'aria-label': String(field.get('label')),
          value: text,
          dir: text === '' ? undefined : 'auto',
          list: known.length > 0 ? `${forID}-known` : undefined,
          placeholder: 'بنویسید و کلید ورود را بزنید',
          onChange: ({ target }: { target: HTMLInputElement }) =>
            /[،,؛\n]$/.test(target.value) || (known.includes(target.value) && !isTyping(text, target.value))
              ? add(target.value)
              : this.setState({ text: target.value }),
          onKeyDown: (event: KeyboardEvent) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              add(text);
            } else if (event.key === 'Backspace' && text === '' && values.length > 0)
              this.props.onChange(values.slice(0, -1));
          },
          onBlur: () => add(text),
        }),
        known.length > 0 &&
          h(
            'datalist',
            { id: `${forID}-known` },
            ...known.filter((value) => !values.includes(value)).map((value) => h('option', { key: value, value })),
          ),
      );
    },
  });
}

/** A value that grew by one letter was typed; one that grew by more was chosen from the list. */
function isTyping(before: string, after: string): boolean {
  return after.length - before.length <= 1;
}
