import { formatDate, parseDate } from '../core/dates/news-date.ts';
import { proseOf } from '../core/markdown/prose.ts';
import { latestCheck, onCheck } from './check/latest.ts';
import { addressOfPicture, type GetAsset, keepAssets } from './picture-address.ts';

/** What the editor hands a preview. */
interface PreviewProps {
  entry: { get(name: string): { toJS(): Record<string, unknown> } | undefined };
  getAsset: GetAsset;
}

/** The open entry as readers will see it: the markup of an article’s page, with the body as the build renders it. */
export function previewPage(): unknown {
  const { h } = window;
  return window.createClass({
    componentDidMount() {
      this['stop'] = onCheck(() => this.forceUpdate());
    },
    componentWillUnmount() {
      (this['stop'] as () => void)();
    },
    render() {
      const { entry, getAsset } = this.props as unknown as PreviewProps;
      const values = entry.get('data')?.toJS() ?? {};
      const text = (name: string): string => proseOf(String(values[name] ?? '').trim());
      const image = values['image'] as
        | { src?: string; alt?: string; caption?: string; credit?: string }
        | null
        | undefined;
      keepAssets(getAsset);
      const address = (src: string): string => addressOfPicture(src, () => this.forceUpdate()) ?? transparent;
      const date = parseDate(text('date'));
      const html = withAddresses(latestCheck()?.html ?? '', address);
      return h(
        'div',
        { className: 'article-page', lang: 'fa', dir: 'rtl' },
        h(
          'article',
          { className: 'article' },
          h(
            'header',
            { className: 'article-head' },
            text('kicker') !== '' && h('p', { className: 'kicker' }, text('kicker')),
            h('h1', { className: 'headline' }, text('title') || text('name')),
            text('lead') !== '' && h('p', { className: 'article-lead' }, text('lead')),
          ),
          typeof date !== 'string' && h('p', { className: 'byline' }, formatDate(date)),
          image?.src &&
            h(
              'figure',
              { className: 'hero' },
              h('img', { src: address(image.src), alt: image.alt ?? '' }),
              (image.caption || image.credit) &&
                h('figcaption', null, [image.caption, image.credit].filter(Boolean).join(' ')),
            ),
          // The build's own renderer has cleaned it: elements and attributes of an allow-list only.
          h(
            'div',
            { className: 'article-text' },
            h('div', { className: 'prose', dangerouslySetInnerHTML: { __html: html } }),
          ),
        ),
      );
    },
  });
}

/** Until a picture is read. */
const transparent = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/** Give the pictures of a body the addresses under which this page has them. */
function withAddresses(html: string, address: (src: string) => string): string {
  if (!html.includes('<img')) return html;
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const picture of page.querySelectorAll('img')) {
    const src = picture.getAttribute('src') ?? '';
    picture.removeAttribute('srcset');
    picture.setAttribute('src', address(/^[a-z]+:/i.test(src) ? src : decodeURI(src)));
  }
  return page.body.innerHTML;
}
