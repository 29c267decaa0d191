import type { FrontMatter } from './front-matter.ts';
import type { DroppedElement } from '../markdown/findings.ts';
import type { RenderedMarkdown } from '../markdown/render.ts';
import { type Problem, quoteValue } from '../problems/problem.ts';
import { adviseNotation } from '../slips/notation-advice.ts';
import { decodePath } from '../urls.ts';
import { videoPages } from './video-hosts.ts';

/**
 * Collect the problems of a rendered body: no text, pictures that can't be shown, and missing documents.
 *
 * @param settings With `mayMissImages`, pictures that can't be shown are not problems; see {@link imageProblems}.
 */
export function bodyProblems(
  body: RenderedMarkdown,
  frontMatter: Pick<FrontMatter, 'bodyLine'>,
  file: string,
  { mayBeEmpty = false, mayMissImages = false }: { mayBeEmpty?: boolean | undefined; mayMissImages?: boolean } = {},
): Problem[] {
  const images = imageProblems(body, frontMatter, file);
  const problems = mayMissImages ? [] : images;
  if (body.html.trim() === '' && images.length === 0 && !mayBeEmpty) {
    problems.push({ id: 'body-empty', file, line: frontMatter.bodyLine, column: 1, values: {} });
  }
  return problems;
}

/** Describe the pictures of a rendered body that can't be shown. */
export function imageProblems(
  { missingImages }: RenderedMarkdown,
  { bodyLine }: Pick<FrontMatter, 'bodyLine'>,
  file: string,
): Problem[] {
  return missingImages.map(({ target, reason, isDocument, line, column }): Problem => ({
    id: reason?.fault ?? (isDocument ? 'media-missing' : 'image-missing'),
    file,
    line: line + bodyLine - 1,
    column,
    values: { src: quoteValue(decodePath(target) ?? target), ...reason?.values },
  }));
}

/**
 * Warn about content that rendering removed or left as typed: raw HTML, pictures, links and formulas that readers
 * would miss, and syntax of other systems. The rest can still be published.
 *
 * @param videoHosts Hosts whose pages the front matter's `video` may name; absent if the file already has a video or
 * cannot have one.
 * @returns `undefined` if there are no warnings, as for nearly all files.
 */
export function bodyWarnings(
  { dropped, notation = [] }: RenderedMarkdown,
  { bodyLine }: FrontMatter,
  file: string,
  videoHosts?: readonly string[],
): Problem[] | undefined {
  if (dropped.length + notation.length === 0) return undefined;
  // An article has at most one video.
  let hosts = videoHosts;
  const losses = dropped.map((element): Problem => {
    const { line, column } = element;
    const video = hosts && videoExample(element, hosts);
    if (video !== undefined) hosts = undefined;
    return { ...describeLoss(element, video), file, line: line + bodyLine - 1, column };
  });
  const others = notation.map(({ kind, text, line, column }): Problem => {
    const values = { found: quoteValue(text), ...adviseNotation(kind, text) };
    return { id: 'other-notation', file, line: line + bodyLine - 1, column, values };
  });
  return [...losses, ...others];
}

const lostText = {
  definition: 'definition-unused',
  cell: 'cell-lost',
  comment: 'comment-open',
  footnote: 'footnote-missing',
  markdown: 'html-markdown',
} as const;

function describeLoss(element: DroppedElement, video: string | undefined): Pick<Problem, 'id' | 'values'> {
  const { name, address = '' } = element;
  if (name === 'image') return { id: 'image-address', values: { src: quoteValue(address) } };
  if (name === 'remote-image') return { id: 'image-remote', values: { host: hostOf(address) } };
  if (name === 'link') return { id: 'link-address', values: { address: quoteValue(address) } };
  if (name === 'formula') return { id: 'formula-invalid', values: { formula: quoteValue(address) } };
  if (Object.hasOwn(lostText, name))
    return { id: lostText[name as keyof typeof lostText], values: { found: quoteValue(address) } };
  if (video !== undefined) return { id: 'html-video', values: { element: name, example: video } };
  if (name === 'a') {
    return { id: 'link-unclosed', values: { example: `[…](${isWritable(address) ? writeTarget(address) : '…'})` } };
  }
  return { id: 'html-dropped', values: { element: name, example: linkExample(element) } };
}

/** Return the host of a picture, in the form that the configuration lists. */
export function hostOf(address: string): string {
  return quoteValue(URL.parse(address)?.host ?? address);
}

/** Write the front-matter `video` field for what an element plays; `undefined` if no field can express it. */
function videoExample({ name, address = '' }: DroppedElement, hosts: readonly string[]): string | undefined {
  const page = videoPages(address).find((each) => hosts.includes(new URL(each).hostname));
  if (page !== undefined) return `video: {url: ${page}, title: …}`;
  if (name !== 'video' || !isWritable(address)) return undefined;
  return `video: {src: ${/^[\w./:%=-]+$/.test(address) ? address : JSON.stringify(address)}, title: …}`;
}

// A script's address is not a page, and an article's own files have no address to link to.
function linkExample({ name, address = '' }: DroppedElement): string {
  const [page] = videoPages(address);
  const isLinkable = name !== 'script' && isWritable(address) && /^(?:https?:\/)?\//i.test(address);
  return `[…](${page ?? (isLinkable ? writeTarget(address) : 'https://…')})`;
}

function writeTarget(address: string): string {
  return /[\s()<>]/.test(address) ? `<${address.replace(/\s+/g, ' ').replace(/[<>]/g, encodeURIComponent)}>` : address;
}

/** Return whether an address can be quoted in a message: `data:` URLs and code cannot. */
function isWritable(address: string): boolean {
  const isOther = /^(?!https?:|mailto:|tel:)[a-z][\w+.-]*:/i.test(address);
  return address !== '' && address.length <= 300 && !isOther;
}
