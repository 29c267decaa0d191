import { closest } from 'fastest-levenshtein';
import { z } from 'zod';
import { settings } from './settings.ts';

/** A link of the menu: a section by its slug, or any address with its label. */
export interface MenuLink {
  section?: string | undefined;
  /** A page of the site (`/about/`), or an absolute URL. */
  href?: string | undefined;
  /** What readers see; the section's name if absent. */
  label?: string | undefined;
}

/** An entry of the menu, with the links below it. */
export interface MenuEntry extends MenuLink {
  children?: readonly MenuLink[] | undefined;
}

const text = z.string('expected a text').trim().min(1, 'expected a text');
const link = { section: text.optional(), href: text.optional(), label: text.optional() };
const isLink = ({ section, href, label }: MenuLink): boolean =>
  section === undefined ? href !== undefined && label !== undefined : href === undefined;
const expected = 'expected { section }, or { href, label }';

/** Schema of the menu. */
export const menuShape = z
  .array(
    settings({ ...link, children: z.array(settings(link).refine(isLink, expected)).optional() }).refine(
      isLink,
      expected,
    ),
    'expected a list',
  )
  .optional();

/** Find entries for sections that do not exist. */
export function findMenuFaults({
  menu = [],
  sections,
}: {
  menu?: readonly MenuEntry[] | undefined;
  sections: readonly { slug: string }[];
}): { path: string[]; message: string }[] {
  const slugs = sections.map(({ slug }) => slug);
  return menu.flatMap(({ children = [], ...entry }, index) =>
    [{ ...entry, path: [] as string[] }, ...children.map((child, at) => ({ ...child, path: ['children', `${at}`] }))]
      .filter(({ section }) => section !== undefined && !slugs.includes(section))
      .map(({ section, path }) => ({
        path: ['menu', `${index}`, ...path, 'section'],
        message: `there is no section «${section}»; the nearest is «${slugs.length > 0 ? closest(section!, slugs) : ''}»`,
      })),
  );
}
