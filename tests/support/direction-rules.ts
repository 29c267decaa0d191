import { compareText } from '../../src/core/text/persian.ts';
import { excerptsOf, type PageRule } from './finding.ts';
import {
  attributeOf,
  describe,
  elementsOf,
  findAll,
  findParts,
  textOf,
  type Element,
  type Node,
  type Page,
} from './html.ts';
import { isForeign, textRuns } from './text-runs.ts';

/** Rules about the direction and order of a page's contents. */
export const directionRules: readonly PageRule[] = [
  { name: 'isolated-code', check: codeWithoutDirection },
  {
    name: 'isolated-contacts',
    check: (page) =>
      textRuns(page).flatMap(({ text, at }) => excerptsOf(text, contact).map((found) => `${found} in ${at}`)),
  },
  { name: 'isolated-names', check: namesWithoutIsolation },
  { name: 'isolated-latin', check: latinBesideBrackets },
  { name: 'inputs', check: inputsWithoutDirection },
  { name: 'joined-letters', check: letterSpans },
  {
    name: 'arrows',
    check: (page) => findAll(page.tree, 'a', 'button').flatMap((link) => excerptsOf(textOf(link), wrongArrow)),
  },
  { name: 'sorted-indexes', check: unsortedIndexes },
];

const contact =
  /[\w.+-]+@[\w-]+\.[\w.-]+|https?:\/\/\S+|www\.\S+|(?<![۰-۹0-9٬])(?:\+|00|۰۰)?[0۰][۰-۹0-9]{2,3}[\s-]?[۰-۹0-9]{3,4}[\s-]?[۰-۹0-9]{3,5}(?![۰-۹0-9٬])|\+[۰-۹0-9]{8,}/g;
const latinBeside = /[A-Za-z]\s?[([]|[)\]]\s?[A-Za-z]|[A-Za-z]\s[۰-۹]|[۰-۹]\s?[A-Za-z]/g;
const wrongArrow = /بعدی[^←→]*[→›»]\s*$|^\s*[→‹]\s*(?:صفحه\s*)?بعدی|قبلی[^←→]*[←‹«]\s*$|^\s*[←›]\s*(?:صفحه\s*)?قبلی/g;

function codeWithoutDirection(page: Page): string[] {
  return elementsOf(page.tree)
    .filter(
      ({ element, ancestors }) =>
        /^(?:code|pre|kbd|samp)$/.test(element.tagName) && direction([...ancestors, element]) !== 'ltr',
    )
    .map(({ element }) => `${describe(element)} «${textOf(element).slice(0, 40)}»`);
}

/**
 * Names of people, tags and agencies may begin with Latin letters or digits: each must be in a `bdi` or have
 * `dir="auto"`.
 */
function namesWithoutIsolation(page: Page): string[] {
  const names = ['tags', 'byline', 'source']
    .flatMap((part) => findParts(page.tree, part))
    .flatMap((part) => findAll(part, 'a'));
  return names.filter((name) => !isIsolated(name)).map((name) => `${describe(name)} «${textOf(name)}»`);
}

function isIsolated(name: Element): boolean {
  return attributeOf(name, 'dir') === 'auto' || findAll(name, 'bdi').some((bdi) => textOf(bdi).trim() !== '');
}

function latinBesideBrackets(page: Page): string[] {
  const findings: string[] = [];
  const walk = (node: Node): void => {
    if (node.type === 'text' && node.value.match(/\p{Script=Arabic}/u))
      findings.push(...excerptsOf(node.value, latinBeside));
    if (
      node.type === 'element' &&
      (isForeign(node) || /^(?:bdi|script|style|title|meta)$/.test(node.tagName) || attributeOf(node, 'dir') === 'auto')
    )
      return;
    if ('children' in node) node.children.forEach(walk);
  };
  walk(page.tree);
  return findings;
}

function inputsWithoutDirection(page: Page): string[] {
  const expected: Readonly<Record<string, string>> = { email: 'ltr', url: 'ltr', tel: 'ltr', search: 'auto' };
  return elementsOf(page.tree).flatMap(({ element }) => {
    const type =
      element.tagName === 'textarea'
        ? 'search'
        : element.tagName === 'input'
          ? (attributeOf(element, 'type') ?? 'text')
          : '';
    const dir = expected[type];
    return dir === undefined || attributeOf(element, 'dir') === dir
      ? []
      : [`${describe(element)}: dir should be ${dir}`];
  });
}

/** A letter in an element of its own is no longer joined to its neighbours. */
function letterSpans(page: Page): string[] {
  return elementsOf(page.tree).flatMap(({ element }) => {
    const letters = element.children.filter(
      (child) => child.type === 'element' && /^\p{Script=Arabic}$/u.test(textOf(child)),
    );
    return letters.length >= 3 && letters.every((child) => child.type === 'element' && child.tagName === 'span')
      ? [describe(element)]
      : [];
  });
}

/**
 * Complete lists of tags, authors or sources are sorted by the Persian alphabet: what is shown, and what is folded. The most
 * used tags come before them, in a section of their own.
 */
function unsortedIndexes(page: Page): string[] {
  const kind = /^(?:.*\/)?(tags|authors|sources)\/index\.html$/.exec(page.path)?.[1];
  if (!kind) return [];
  const target = new RegExp(`/${kind}/[^/]+/$`);
  const linksIn = (...parents: Element[]): Element[] => parents.flatMap((parent) => findAll(parent, 'a'));
  const frequent = new Set(linksIn(...findAll(page.tree, 'section')));
  const folded = new Set(linksIn(...findAll(page.tree, 'details')));
  const links = linksIn(...findAll(page.tree, 'main')).filter(
    (link) => target.test(attributeOf(link, 'href') ?? '') && !frequent.has(link),
  );
  return [links.filter((link) => !folded.has(link)), links.filter((link) => folded.has(link))].flatMap((list) => {
    const labels = list.map((link) => textOf(findAll(link, 'bdi')[0] ?? link).trim());
    return labels.flatMap((label, index) => {
      const before = labels[index - 1];
      return before !== undefined && compareText(before, label) > 0 ? [`«${before}» before «${label}»`] : [];
    });
  });
}

function direction(path: readonly Element[]): string | undefined {
  return path.map((element) => attributeOf(element, 'dir')).findLast((dir) => dir !== undefined);
}
