import { slugify } from '../../src/core/text/slug.ts';
import { articleFile, type Files } from '../support/mini-site.ts';
import { exhaustingFiles } from './exhausting.ts';
import { hostilePictures } from './pictures.ts';
import { readVectors } from './vectors.ts';

/** A hostile input, as a file of an article that holds it. */
export interface HostileFile {
  kind: string;
  /** What is hostile in it. */
  vector: string;
  /** Below the content folder. */
  file: string;
  text: string;
}

/** The whole corpus, but for what is imported. */
export function hostileFiles(): HostileFile[] {
  return [
    ...numbered('HTML in a text', readVectors('html'), (html) => articleFile({}, `${html}\n\nپایان.`)),
    ...numbered('markdown', readVectors('markdown'), (markdown) => articleFile({}, `${markdown}\n\nپایان.`)),
    ...Object.entries(addressFields).flatMap(([field, write]) =>
      numbered(`address in ${field}`, readVectors('addresses'), write),
    ),
    ...numbered('text in all fields', readVectors('texts'), (text) => textArticle(JSON.stringify(text))),
    ...numbered('tag, author and source', readVectors('terms'), (term) => termArticle(JSON.stringify(term))),
    ...numbered('section', readVectors('terms'), (term) => articleFile({ section: JSON.stringify(term) })),
    ...numbered('front matter', readVectors('front-matter'), (lines) =>
      articleFile().replace('\n---\n', `\n${lines}\n---\n`),
    ),
    ...numbered('whole file', readVectors('whole-files'), (text) => text),
    ...fileNames(),
    ...numbered('SVG', readVectors('svg'), (_, index) => articleFile({ image: `{src: ${index}.svg, alt: طرح}` })),
    ...numbered('picture', Object.keys(hostilePictures), (name) =>
      articleFile({ image: `{src: ../${pictureFolder}/${name}, alt: عکس}` }),
    ),
    ...Object.entries(exhaustingFiles()).map(([vector, text], index) =>
      hostileFile('exhausting', vector, `exhausting-${index}`, text),
    ),
  ];
}

/** The files beside the articles. */
export function hostileAssets(): Files {
  const drawings = readVectors('svg').map((svg, index) => [`articles/svg/${index}.svg`, svgFile(svg)] as const);
  const pictures = Object.entries(hostilePictures).map(
    ([name, bytes]) => [`articles/${pictureFolder}/${name}`, bytes] as const,
  );
  return Object.fromEntries<string | Uint8Array>([...drawings, ...pictures]);
}

const pictureFolder = 'pictures';

const addressFields: Readonly<Record<string, (address: string) => string>> = {
  'image.src': (address) => articleFile({ image: `{src: ${JSON.stringify(address)}, alt: عکس}` }),
  'video.src': (address) => articleFile({ video: `{src: ${JSON.stringify(address)}, title: فیلم}` }),
  'video.poster': (address) =>
    articleFile({ video: `{src: /media/otobus.mp4, poster: ${JSON.stringify(address)}, title: فیلم}` }),
  'video.url': (address) => articleFile({ video: `{url: ${JSON.stringify(address)}, title: فیلم}` }),
  'source.url': (address) => articleFile({ source: `{name: روزنگار, url: ${JSON.stringify(address)}}` }),
  aliases: (address) => articleFile({ aliases: `[${JSON.stringify(address)}]` }),
  related: (address) => articleFile({ related: `[${JSON.stringify(address)}]` }),
  'a link': (address) => articleFile({}, `[پیوند](<${address}>) و <${address}> و ${address}`),
  'a picture of a text': (address) => articleFile({}, `متن ![عکس](<${address}>) متن`),
};

function numbered(
  kind: string,
  vectors: readonly string[],
  write: (vector: string, index: number) => string,
): HostileFile[] {
  const folder = slugify(kind);
  return vectors.map((vector, index) => hostileFile(kind, vector, `${folder}-${index}`, write(vector, index)));
}

function hostileFile(kind: string, vector: string, name: string, text: string): HostileFile {
  return { kind, vector, file: `articles/${slugify(kind)}/${name}.md`, text };
}

function fileNames(): HostileFile[] {
  const names = readVectors('file-names');
  const isFirst = (name: string, index: number): boolean =>
    names.findIndex((other) => slugify(other) === slugify(name)) === index;
  return names.map((name, index) =>
    hostileFile('file name', name, isFirst(name, index) ? name : `${name}${index}`, articleFile()),
  );
}

function textArticle(text: string): string {
  const fields = {
    title: text,
    kicker: text,
    lead: text,
    dateline: text,
    tags: `[${text}, شهر]`,
    authors: `[${text}]`,
  };
  return articleFile({
    ...fields,
    source: `{name: ${text}, url: "https://example.org/"}`,
    image: `{src: /images/city.svg, alt: ${text}, caption: ${text}, credit: ${text}}`,
    video: `{src: /media/otobus.mp4, title: ${text}}`,
    corrections: `[{date: 1404/07/25, text: ${text}}]`,
  });
}

function termArticle(term: string): string {
  return articleFile({ tags: `[${term}]`, authors: `[${term}]`, source: term });
}

function svgFile(svg: string): string {
  if (/^<(?:\?|!DOCTYPE|svg\s)/.test(svg)) return svg;
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">${svg}</svg>`;
}
