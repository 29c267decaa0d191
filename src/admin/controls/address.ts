import { slugify } from '../../core/text/slug.ts';
import { openDraft } from '../draft.ts';
import { entryAt, freeAddress } from '../addresses.ts';
import { settings } from '../settings.ts';

/** Paths of the site below which entries of a collection have their pages. */
const prefixes: Readonly<Record<string, string>> = {
  articles: 'news/',
  authors: 'authors/',
  sections: 'sections/',
  tags: 'tags/',
};

/** The last part of the entry's address: made from the headline until the writer chooses another; fixed once it is saved. */
export function addressControl(): unknown {
  const { h } = window;
  return window.createClass({
    getInitialState: () => ({ isOwn: false }),
    title(): string {
      const { entry } = this.props;
      return String(entry?.getIn(['data', 'title']) ?? entry?.getIn(['data', 'name']) ?? '');
    },
    componentDidUpdate() {
      (this['follow'] as () => void)();
    },
    componentDidMount() {
      (this['follow'] as () => void)();
    },
    follow(): void {
      if (!openDraft()?.isNew || this.state['isOwn']) return;
      const made = freeAddress(slugify((this['title'] as () => string)()));
      if (made !== '' && made !== this.props.value) this.props.onChange(made);
    },
    isValid(): unknown {
      if (!openDraft()?.isNew) return true;
      const address = slugify(String(this.props.value ?? ''));
      if (address === '') return { error: { message: 'نشانی دست‌کم یک حرف یا رقم می‌خواهد.' } };
      return (
        !entryAt(address) || { error: { message: `نشانی «${address}» را نوشتهٔ دیگری دارد؛ نشانی دیگری بنویسید.` } }
      );
    },
    render() {
      const draft = openDraft();
      const isNew = draft?.isNew ?? false;
      const path = draft?.originalEntry?.locales[draft.defaultLocale]?.path ?? '';
      const saved = path.replace(/^.*\//, '').replace(/\.md$/, '');
      const value = isNew ? String(this.props.value ?? '') : saved;
      const prefix = prefixes[draft?.collectionName ?? ''] ?? '';
      return h(
        'div',
        { className: 'rooznegar-address' },
        h('input', {
          id: this.props.forID,
          className: this.props.classNameWrapper,
          'aria-label': 'نشانی',
          dir: 'auto',
          value,
          readOnly: !isNew,
          onChange: ({ target }: { target: HTMLInputElement }) => {
            this.setState({ isOwn: true });
            this.props.onChange(target.value);
          },
          onBlur: () => isNew && this.props.onChange(slugify(value)),
        }),
        h('p', { dir: 'ltr' }, `${settings.base}/${prefix}${slugify(value)}/`),
      );
    },
  });
}
