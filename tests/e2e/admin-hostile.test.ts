import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readVectors } from '../hostile/vectors.ts';
import { goTo, openEntry, useAdmin } from './admin-server.ts';

const admin = useAdmin();

/** Front matter with a text in every field that a writer reads. */
function hostileFile(text: string, body: string): string {
  const quoted = JSON.stringify(text);
  const lines = ['title', 'kicker', 'lead', 'dateline', 'section', 'source'].map((name) => `${name}: ${quoted}`);
  return `---\n${lines.join('\n')}\ntags: [${quoted}]\nauthors: [${quoted}]\ndate: 1404/11/03\n---\n${body}\n`;
}

/** What is active in a document and must not be. Runs in the page. */
function findActive(): string[] {
  const documents = [
    document,
    ...[...document.querySelectorAll('iframe')].flatMap((frame) => frame.contentDocument ?? []),
  ];
  const handlers = (element: Element): string[] => element.getAttributeNames().filter((name) => /^on/i.test(name));
  return documents.flatMap((each) => {
    const scripts = [...each.querySelectorAll('script:not([type="application/json"])')]
      .map((script) => (script as HTMLScriptElement).src || script.textContent)
      .filter((source) => !source.startsWith(`${location.origin}/admin/assets/`));
    const elements = [...each.querySelectorAll('*')];
    return [
      ...scripts,
      ...elements.flatMap((element) => handlers(element).map((name) => `${element.localName} ${name}`)),
      ...elements
        .map((element) => element.getAttribute('href') ?? element.getAttribute('action') ?? '')
        .filter((address) => /^\s*(?:java|vb)script:|^\s*data:text/i.test(address)),
    ];
  });
}

it('shows hostile entries as the texts that they are', async () => {
  const [texts, names] = [readVectors('texts'), readVectors('file-names')];
  const bodies = [...readVectors('html'), ...readVectors('markdown')];
  mkdirSync(join(admin.content(), 'articles/1404/12'), { recursive: true });
  admin.write('articles/1404/12/hostile.md', hostileFile(texts[0]!, bodies.join('\n\n')));
  texts.forEach((text, index) => admin.write(`articles/1404/12/text-${index}.md`, hostileFile(text, text)));
  for (const name of names) {
    const isName = !/[/\0]/.test(name) && Buffer.byteLength(name) < 250;
    if (isName) admin.write(`articles/1404/12/${name}.md`, hostileFile(name, name));
  }
  const { page, troubles, close } = await admin.open();
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  // What the policy of the page refuses is not asked for.
  await page.route(
    (address) => /^https?:$/.test(address.protocol) && address.origin !== admin.origin(),
    (route, request) => {
      seen.push(`request ${request.url()}`);
      return route.abort();
    },
  );
  await goTo(page, 'articles/filter/1404/12');
  await page.getByRole('row').nth(1).waitFor();
  seen.push(...(await page.evaluate(findActive)));
  for (const name of ['hostile', 'text-0', 'text-1', 'text-2']) {
    await openEntry(page, `articles/entries/1404/12/${name}`);
    seen.push(...(await page.evaluate(findActive)));
  }
  expect(seen).toEqual([]);
  // Pictures that do not exist, and those that the policy keeps away.
  const expected =
    /Failed to load resource|violates the following Content Security Policy directive: "img-src|net::ERR_| csp$/;
  expect(troubles.filter((trouble) => !expected.test(trouble))).toEqual([]);
  await close();
});
