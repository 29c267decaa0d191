import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createNewsWriter, type NewsWriter } from '../build/corpus.ts';

const start = Date.UTC(2016, 2, 20);
const end = Date.UTC(2026, 2, 20);
const site = 'https://khabar.example';

/**
 * Write a WordPress export (WXR 1.2) with `count` posts, half of them from the block editor, with pictures, links between
 * posts, shortcodes and comments.
 *
 * @returns Its size in bytes.
 */
export async function writeExport(count: number, file: string): Promise<number> {
  const writer = await createNewsWriter(count);
  const stream = createWriteStream(file);
  let bytes = 0;
  const write = async (text: string): Promise<void> => {
    bytes += Buffer.byteLength(text);
    if (!stream.write(text)) await once(stream, 'drain');
  };
  await write(head());
  for (let number = 1; number <= count; number += 1) await write(formatItem(number, count, writer));
  await write('</channel></rss>\n');
  stream.end();
  await once(stream, 'close');
  return bytes;
}

function head(): string {
  const spaces = ['excerpt', 'wp'].map(
    (name) => `xmlns:${name}="http://wordpress.org/export/1.2/${name === 'wp' ? '' : 'excerpt/'}"`,
  );
  const authors = Array.from({ length: 20 }, (_, index) => {
    return `<wp:author><wp:author_login>writer${index}</wp:author_login><wp:author_display_name><![CDATA[نویسندهٔ ${index}]]></wp:author_display_name></wp:author>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" ' +
    `xmlns:dc="http://purl.org/dc/elements/1.1/" ${spaces.join(' ')}>\n<channel>\n<title>خبر نمونه</title><link>${site}</link>` +
    `<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>${site}</wp:base_blog_url>\n${authors.join('\n')}\n`
  );
}

function formatItem(number: number, count: number, { sentence, tag }: NewsWriter): string {
  const date = new Date(start + Math.floor(((end - start) / count) * number))
    .toISOString()
    .replace('T', ' ')
    .slice(0, 19);
  const paragraph = (): string =>
    `${sentence(18)}، ${sentence(20)}: ${sentence(15)} «${sentence(3)}» <strong>${sentence(2)}</strong> ${sentence(10)}.`;
  const linked = `<a href="${pathOf(Math.max(1, number - 7))}">${sentence(3)}</a>`;
  const image = `${site}/wp-content/uploads/2020/05/p${number}-300x200.jpg`;
  const parts = [paragraph(), paragraph(), `${paragraph()} ${linked}`, paragraph(), paragraph(), paragraph()];
  const content =
    number % 2 === 0
      ? [
          ...parts.map((part) => `<!-- wp:paragraph -->\n<p>${part}</p>\n<!-- /wp:paragraph -->`),
          `<!-- wp:heading -->\n<h2>${sentence(4)}</h2>\n<!-- /wp:heading -->`,
          `<!-- wp:list --><ul><li>${sentence(6)}</li><li>${sentence(6)}</li></ul><!-- /wp:list -->`,
        ].join('\n\n')
      : [
          ...parts,
          `[caption id="a" width="300"]<img src="${image}" alt="${sentence(3)}" /> ${sentence(5)}[/caption]`,
          `<ul>\n\t<li>${sentence(6)}</li>\n\t<li>${sentence(6)}</li>\n</ul>`,
        ].join('\n\n');
  const terms = [...new Set([tag(), tag(), tag()])].map(
    (name) => `<category domain="post_tag" nicename="t"><![CDATA[${name}]]></category>`,
  );
  const comment =
    number % 5 === 0
      ? `<wp:comment><wp:comment_id>${number}</wp:comment_id><wp:comment_author><![CDATA[${sentence(2)}]]></wp:comment_author><wp:comment_author_email>a@b.example</wp:comment_author_email><wp:comment_date_gmt>${date}</wp:comment_date_gmt><wp:comment_content><![CDATA[${sentence(15)}]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment>`
      : '';
  return (
    `<item><title>${sentence(9)}</title><link>${pathOf(number)}</link><dc:creator>writer${number % 20}</dc:creator><content:encoded><![CDATA[${content}]]></content:encoded>` +
    `<excerpt:encoded><![CDATA[${sentence(20)}.]]></excerpt:encoded><wp:post_id>${number}</wp:post_id><wp:post_date>${date}</wp:post_date><wp:post_date_gmt>${date}</wp:post_date_gmt>` +
    `<wp:post_name>khabar-${number}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${terms.join('')}${comment}</item>\n`
  );
}

function pathOf(number: number): string {
  return `${site}/1399/0${1 + (number % 9)}/khabar-${number}/`;
}
