import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { rehype } from 'rehype';
import { type SchemeColours, sitePalette } from '../../colours/palette.ts';
import { formatDate } from '../../dates/news-date.ts';
import type { Story } from '../../site/site.ts';
import { truncateText } from '../../text/persian.ts';
import { type Letter, letterText, shownWithLead, writeSubject } from './letter.ts';
import { letterPicture } from './letter-picture.ts';

/**
 * Write a letter as HTML for programs that show mail: tables, inline styles, and `dir` with `direction` in every cell,
 * because webmails take the body alone and lose one or the other. The only style sheet is for dark schemes; without it the
 * letter is light.
 */
export function writeLetterHtml(letter: Letter): string {
  const { config, urls, day, text, articles, page, unsubscribe } = letter;
  const { light, dark } = sitePalette(config);
  const style = createStyles(light);
  const [lead, ...others] = articles;
  const address = (path: string): string => urls.absolute(path);
  const end = [
    ...(page ? [link(style, 'این شماره در سایت', address(page))] : []),
    link(style, letterText(config.name), address(urls.page())),
    ...(unsubscribe ? [link(style, 'لغو اشتراک', unsubscribe)] : []),
  ];
  const rows: ElementContent[] = [
    row(style, 'padding:20px 24px 16px', [
      h('a', { href: address(urls.page()), class: 'accent', style: style.name }, letterText(config.name)),
      h('div', { class: 'muted', style: style.small }, formatDate(day)),
    ]),
    ...(text
      ? [row(style, 'padding:0 24px 16px', [h('div', { class: 'ink', style: style.lead }, letterText(text))])]
      : []),
    row(style, 'padding:0 24px 20px', leadStory(letter, lead!, style)),
    ...others
      .slice(0, shownWithLead)
      .map((article) => row(style, 'padding:16px 24px;' + style.rule, story(letter, article, style))),
    ...(others.length > shownWithLead
      ? [
          row(style, 'padding:16px 24px 4px;' + style.rule, [
            h('h2', { class: 'accent', style: style.heading }, 'خبرهای دیگر'),
            ...others.slice(shownWithLead).map((article) => headline(letter, article, style)),
          ]),
        ]
      : []),
    row(
      style,
      'padding:16px 24px 20px;' + style.rule,
      end.flatMap((each, index) => (index === 0 ? [each] : [{ type: 'text', value: ' · ' } as const, each])),
    ),
  ];
  const sheet = h(
    'table',
    {
      ...layout,
      width: '600',
      class: 'paper',
      bgColor: light.paper,
      style: `width:100%;max-width:600px;${style.cell};background-color:${light.paper}`,
    },
    rows,
  );
  const ground = h(
    'td',
    { align: 'center', class: 'ground', bgColor: light.tint, style: `padding:16px 8px;background-color:${light.tint}` },
    sheet,
  );
  const hidden = 'display:none;max-height:0;overflow:hidden;mso-hide:all';
  const body = h('body', { dir: 'rtl', class: 'ground', style: `margin:0;padding:0;background-color:${light.tint}` }, [
    h('div', { dir: 'rtl', style: hidden }, letterText(truncateText(lead!.lead || lead!.title, 120))),
    h('table', { ...layout, width: '100%', lang: 'fa', style: 'width:100%' }, [h('tr', [ground])]),
  ]);
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'supported-color-schemes', content: 'light dark' }),
    h('title', writeSubject(letter)),
    h('style', darkSheet(dark)),
  ]);
  const tree = {
    type: 'root' as const,
    children: [{ type: 'doctype' as const }, h('html', { lang: 'fa', dir: 'rtl' }, [head, body])],
  };
  return `${writer.stringify(tree)}\n`;
}

const writer = rehype().freeze();
/** Attributes of tables that only arrange. */
const layout = { role: 'presentation', dir: 'rtl', border: '0', cellPadding: '0', cellSpacing: '0', align: 'center' };
/** Width of a small picture, in pixels. */
const thumbnail = 96;
const fonts = 'Vazirmatn,Tahoma,Arial,sans-serif';

type Styles = ReturnType<typeof createStyles>;

/** Programs for mail know the physical side only, not `start`. */
function createStyles({ ink, muted, rule, accents: [accent] }: SchemeColours) {
  const text = `font-family:${fonts};direction:rtl;text-align:right`;
  return {
    cell: `${text};overflow-wrap:anywhere;word-break:break-word`,
    rule: `border-top:1px solid ${rule}`,
    name: `color:${accent};font-size:26px;line-height:1.5;font-weight:bold;text-decoration:none`,
    small: `color:${muted};font-size:14px;line-height:1.7`,
    lead: `color:${ink};font-size:16px;line-height:1.9`,
    heading: `margin:0 0 8px;color:${accent};font-size:16px;line-height:1.7;font-weight:bold;${text}`,
    title: (size: number): string => `margin:0;font-size:${size}px;line-height:1.6;font-weight:bold;${text}`,
    titleLink: `color:${ink};text-decoration:none`,
    link: `color:${muted};font-size:14px;line-height:2;text-decoration:underline`,
  };
}

function row(style: Styles, more: string, children: readonly ElementContent[]): ElementContent {
  return h('tr', [
    h('td', { dir: 'rtl', align: 'right', class: 'rule', style: `${style.cell};${more}` }, [...children]),
  ]);
}

function link(style: Styles, label: string, href: string): ElementContent {
  return h('a', { href, class: 'muted', style: style.link }, label);
}

function headlineLink({ urls }: Letter, { title, url }: Story, style: Styles): ElementContent {
  return h('a', { href: urls.absolute(url), class: 'ink', style: style.titleLink }, letterText(title));
}

function leadStory(letter: Letter, article: Story, style: Styles): ElementContent[] {
  const picture = letterPicture(letter, article, 552);
  const { kicker, lead, url } = article;
  return [
    ...(picture
      ? [
          h('a', { href: letter.urls.absolute(url) }, [
            h('img', {
              ...picture,
              class: 'picture',
              style: 'display:block;width:100%;max-width:552px;height:auto;border:0;margin:0 0 12px',
            }),
          ]),
        ]
      : []),
    ...(kicker
      ? [h('div', { class: 'accent', style: style.heading.replace('0 0 8px', '0') }, letterText(kicker))]
      : []),
    h('h1', { style: style.title(24) }, [headlineLink(letter, article, style)]),
    ...(lead
      ? [h('div', { class: 'ink', style: `${style.lead};margin-top:6px` }, letterText(truncateText(lead, 320)))]
      : []),
  ];
}

function story(letter: Letter, article: Story, style: Styles): ElementContent[] {
  const picture = letterPicture(letter, article, thumbnail);
  const { kicker, lead } = article;
  const words = [
    ...(kicker ? [h('div', { class: 'muted', style: style.small }, letterText(kicker))] : []),
    h('h2', { style: style.title(18) }, [headlineLink(letter, article, style)]),
    ...(lead
      ? [
          h(
            'div',
            { class: 'muted', style: `${style.small};margin-top:4px` },
            letterText(truncateText(lead, picture ? 110 : 160)),
          ),
        ]
      : []),
  ];
  if (!picture) return words;
  const side = { dir: 'rtl', align: 'right', valign: 'top', style: style.cell };
  return [
    h('table', { ...layout, width: '100%', style: 'width:100%' }, [
      h('tr', [
        h('td', side, words),
        h(
          'td',
          { ...side, width: String(thumbnail), style: `${style.cell};width:${thumbnail}px;padding:4px 12px 0 0` },
          [
            h('img', {
              ...picture,
              class: 'picture',
              style: `display:block;width:${thumbnail}px;height:auto;border:0`,
            }),
          ],
        ),
      ]),
    ]),
  ];
}

function headline(letter: Letter, article: Story, style: Styles): ElementContent {
  return h('h3', { style: `${style.title(16)};padding:6px 0` }, [headlineLink(letter, article, style)]);
}

/** The dark scheme; `data-ogsc` and `data-ogsb` are how Outlook’s apps mark theirs. */
function darkSheet({ paper, tint, ink, muted, rule, accents: [accent] }: SchemeColours): string {
  const rules: [string, string][] = [
    ['ground', `background-color:${tint}!important`],
    ['paper', `background-color:${paper}!important`],
    ['ink', `color:${ink}!important`],
    ['muted', `color:${muted}!important`],
    ['accent', `color:${accent}!important`],
    ['rule', `border-color:${rule}!important`],
  ];
  const write = (prefix: string): string => rules.map(([name, value]) => `${prefix}.${name}{${value}}`).join('');
  return `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${write('')}}${write('[data-ogsc] ')}`;
}
