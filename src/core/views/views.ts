import type { ListPage, Pager } from '../site/pager.ts';
import type { NumberedList, AuthorProfile, TermLink, PublishedCorrection } from '../site/site.ts';
import type { Crumb } from './breadcrumbs.ts';
import type { MonthCalendar } from './month-calendar.ts';

/** All that one page of a list shows. */
export interface ListView extends ListPage {
  pager: Pager;
  list: Pick<NumberedList, 'label' | 'count'>;
  /** What the list is, above its name: «برچسب». */
  kicker?: string | undefined;
  /** The page's name: the list's, and the page's number if it has one. */
  title: string;
  crumbs: readonly Crumb[];
  /** A few words more on what the list is, below its name. */
  note?: string | undefined;
  /** The list's own feed; the site's stands in for it. */
  feedUrl?: string | undefined;
  /** The slug of the section, if the list is one. */
  section?: string | undefined;
  /** For each article, the name by which the page's address leads to it, where it is the first of its day. */
  anchors?: readonly (string | undefined)[] | undefined;
  /** On a month's own page: its days. */
  calendar?: MonthCalendar | undefined;
  /** On an author's own page: who that is. */
  profile?: AuthorProfile | undefined;
  /** On a tag's own page: the tags that stand beside it. */
  related?: readonly TermLink[] | undefined;
}

/** All that a page of «اصلاحیه‌ها» shows. */
export interface CorrectionsView extends ListPage<PublishedCorrection> {
  label: string;
  /** The page's name: the list's, and the page's number if it has one. */
  title: string;
  crumbs: readonly Crumb[];
  pager: Pager;
}
