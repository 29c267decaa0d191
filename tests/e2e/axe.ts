import axe, { type ElementContext, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';

/**
 * List the barriers that axe finds on a page, each with the elements that have it.
 *
 * @param context A selector, if only a part of the page is asked about.
 */
export async function barriersOn(page: Page, options: RunOptions = {}, context?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([part, own]) => {
      const { run } = (window as unknown as { axe: typeof axe }).axe;
      // What passes is many times as much, and takes as long to describe as to find.
      const { violations } = await run((part ?? document) as ElementContext, { ...own, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    [context, options] as const,
  );
}

/** Rules that a page in other colours can break. */
const colourRules: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** Rules for a page that has been looked at with all of them in light colours: those about colours, or again all. */
export function rulesInDark(all: RunOptions = {}): RunOptions {
  return inject('isThorough') ? all : colourRules;
}
