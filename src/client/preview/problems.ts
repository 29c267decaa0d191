import type { PageProblems } from '../../core/problems/page-problems.ts';
import { showBar } from './bar.ts';
import { showWindow } from './window.ts';
import { styles } from './styles.ts';

/*
 * What is wrong with the content, on every page of the live preview and on none of a built site: a bar that can be folded,
 * and a window over a page that has problems itself. A page is loaded again after each change, so both are always of now.
 */
const base = import.meta.env.BASE_URL.replace(/\/$/, '');
const asked = new URLSearchParams({ page: location.pathname });
const answer = await fetch(`${base}/@rooznegar/problems.json?${asked}`);
if (answer.ok) show((await answer.json()) as PageProblems);

function show(found: PageProblems): void {
  if (found.summary === '') return;
  const host = document.createElement('rooznegar-problems');
  host.lang = found.language;
  host.dir = found.language === 'fa' ? 'rtl' : 'ltr';
  // The styles of the page end here, but for colours that depend on the reader's scheme.
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  document.body.append(host);
  const reopen = found.heading === undefined ? undefined : showWindow(root, found);
  showBar(root, found, reopen);
}
