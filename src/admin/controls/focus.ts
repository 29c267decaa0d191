import { findPictureFocus } from '../../core/pictures/picture-focus.ts';
import { addressOfPicture } from '../picture-address.ts';

/** Rows from top to bottom, as readers see them; the middle is usual and not written. */
const places: readonly (readonly [value: string, label: string])[] = [
  ['top left', 'بالا، چپ'],
  ['top', 'بالا'],
  ['top right', 'بالا، راست'],
  ['left', 'چپ'],
  ['', 'میانه'],
  ['right', 'راست'],
  ['bottom left', 'پایین، چپ'],
  ['bottom', 'پایین'],
  ['bottom right', 'پایین، راست'],
];

/** Which part of the picture stays where cards crop it: nine points over the picture, and how a card shows it. */
export function focusControl(): unknown {
  const { h } = window;
  return window.createClass({
    render() {
      const { value, forID, entry, onChange } = this.props;
      const src = String(entry?.getIn(['data', 'image', 'src']) ?? '');
      const address = src === '' ? undefined : addressOfPicture(src, () => this.forceUpdate());
      const chosen = findPictureFocus(String(value ?? '')) ?? '';
      const point = ([place, label]: (typeof places)[number]): unknown =>
        h(
          'label',
          { key: place, title: label },
          h('input', {
            type: 'radio',
            name: forID,
            'aria-label': label,
            checked: chosen === place,
            onChange: () => onChange(place),
          }),
        );
      return h(
        'div',
        { className: 'rooznegar-focus' },
        h(
          'div',
          { id: forID, role: 'radiogroup', 'aria-label': 'کانون تصویر', dir: 'ltr' },
          address !== undefined && h('img', { src: address, alt: '' }),
          h('div', null, ...places.map(point)),
        ),
        address !== undefined &&
          h(
            'figure',
            null,
            h('img', { src: address, alt: '', style: { objectPosition: chosen === '' ? 'center' : chosen } }),
            h('figcaption', null, 'در کارت خبر'),
          ),
      );
    },
  });
}
