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
const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
const reading = navigation?.serverTiming.find(({ name }) => name === 'content')?.description;

const answer = await ask();
if (answer) show((await answer.json()) as PageProblems);
import.meta.hot?.on('vite:ws:connect', () => void ask());

/** Ask what is wrong; nothing if the page was made from content that has changed since, which loads it again. */
async function ask(): Promise<Response | undefined> {
  const response = await fetch(`${base}/@rooznegar/problems.json?${asked}`);
  if (!response.ok) return undefined;
  if (reading === undefined || response.headers.get('server-timing') === `content;desc="${reading}"`) return response;
  location.reload();
  return undefined;
}

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
