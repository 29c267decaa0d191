import type { PageProblems } from '../../core/problems/page-problems.ts';
import { showBar } from './bar.ts';
import { showWindow } from './window.ts';
import { styles } from './styles.ts';

/*
 * Problems of the content, on every page of the live preview but not in a built site: a collapsible bar, and a window over
 * pages that have problems themselves. The page reloads after each change, so both are always up to date.
 */
const base = import.meta.env.BASE_URL.replace(/\/$/, '');
const asked = new URLSearchParams({ page: location.pathname });
const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
const reading = navigation?.serverTiming.find(({ name }) => name === 'content')?.description;

// Before the first request: a change after its answer, but before the page is connected, would otherwise be missed.
import.meta.hot?.on('vite:ws:connect', () => void ask());
const answer = await ask();
if (answer) show((await answer.json()) as PageProblems);

/** Request the problems of this page. If the content has changed since it was rendered, reload the page instead. */
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
  // The page's styles do not apply inside, except for colours that depend on the colour scheme.
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  document.body.append(host);
  const reopen = found.heading === undefined ? undefined : showWindow(root, found);
  showBar(root, found, reopen);
}
