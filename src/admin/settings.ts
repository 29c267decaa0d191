import type { AdminPageData } from '../core/admin/page.ts';

/** The data that the page of the editor contains. */
export const settings = JSON.parse(document.querySelector('#rooznegar-admin')!.textContent) as AdminPageData;
