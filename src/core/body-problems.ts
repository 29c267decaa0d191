import type { FrontMatter } from './frontmatter.ts';
import type { DroppedElement } from './markdown-dropped.ts';
import type { RenderedMarkdown } from './markdown.ts';
import { type Problem, quoteValue } from './problem.ts';
import { videoPages } from './video-embed.ts';

/** What a body may be, which depends on the kind of its file. */
interface BodyRules {
  /** Whether a file may do without a text. */
  mayBeEmpty?: boolean | undefined;
  /** The hosts whose pages may be the `video` of the front matter; absent if it has one, or can have none. */
  videoHosts?: readonly string[] | undefined;
}

/**
 * Collect what is wrong with a rendered body: that it is empty, names pictures that can't be shown, or holds raw HTML that
 * readers would miss.
 */
export function bodyProblems(
  body: RenderedMarkdown,
  { bodyLine }: FrontMatter,
  file: string,
  { mayBeEmpty = false, videoHosts }: BodyRules = {},
): Problem[] {
  const missing = body.missingImages.map(({ target, reason, ...place }) => ({
    id: reason?.fault ?? ('image-missing' as const),
    values: { src: quoteValue(target), ...reason?.values },
    ...place,
  }));
  const problems = [...missing, ...droppedProblems(body.dropped, videoHosts)].map(({ line, ...problem }): Problem => ({
    ...problem,
    file,
    line: line + bodyLine - 1,
  }));
  if (body.html.trim() === '' && problems.length === 0 && !mayBeEmpty) {
    problems.push({ id: 'body-empty', file, line: bodyLine, column: 1, values: {} });
  }
  return problems;
}

function droppedProblems(
  dropped: readonly DroppedElement[],
  videoHosts: readonly string[] | undefined,
): Omit<Problem, 'file'>[] {
  // An article has one video at most.
  let hosts = videoHosts;
  return dropped.map((element) => {
    const { name, line, column } = element;
    const video = hosts && videoExample(element, hosts);
    if (video !== undefined) hosts = undefined;
    const isMarkdown = name === 'a' || name === 'img';
    return {
      id: video !== undefined ? 'html-video' : isMarkdown ? 'html-markdown' : 'html-dropped',
      line,
      column,
      values: { element: name, example: video ?? (isMarkdown ? markdownExample(element) : linkExample(element)) },
    };
  });
}

/** Write the field of front matter that says what an element plays; `undefined` if none can. */
function videoExample({ name, address = '' }: DroppedElement, hosts: readonly string[]): string | undefined {
  const page = videoPages(address).find((each) => hosts.includes(new URL(each).hostname));
  if (page !== undefined) return `video: {url: ${page}, title: …}`;
  if (name !== 'video' || !isWritable(address)) return undefined;
  return `video: {src: ${/^[\w./:%=-]+$/.test(address) ? address : JSON.stringify(address)}, title: …}`;
}

function markdownExample({ name, address = '', alt }: DroppedElement): string {
  const target = isWritable(address) ? writeTarget(address) : '…';
  return name === 'img' ? `![${alt?.replace(/[[\]\\]/g, '') || '…'}](${target})` : `[…](${target})`;
}

/** Scripts show something else than what they are loaded from, and other files of an article have no address to link to. */
function linkExample({ name, address = '' }: DroppedElement): string {
  const [page] = videoPages(address);
  const isLinkable = name !== 'script' && isWritable(address) && /^(?:https?:\/)?\//i.test(address);
  return `[…](${page ?? (isLinkable ? writeTarget(address) : 'https://…')})`;
}

function writeTarget(address: string): string {
  return /[\s()<>]/.test(address) ? `<${address.replace(/\s+/g, ' ').replace(/[<>]/g, encodeURIComponent)}>` : address;
}

/** Tell whether an address can be quoted: not when it holds a whole file, and not when it is code. */
function isWritable(address: string): boolean {
  const isOther = /^(?!https?:|mailto:|tel:)[a-z][\w+.-]*:/i.test(address);
  return address !== '' && address.length <= 300 && !isOther;
}
