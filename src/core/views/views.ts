import type { ListPage, Pager } from '../site/numbered-pages.ts';
import type { NumberedList, AuthorProfile, TermLink, TermText, PublishedCorrection } from '../site/site.ts';
import type { Crumb } from './breadcrumbs.ts';
import type { MonthCalendar } from './month-calendar.ts';

/** Everything one page of a list shows. */
export interface ListView extends ListPage {
  pager: Pager;
  list: Pick<NumberedList, 'label' | 'count'>;
  /** What the list is, above its name: «برچسب». */
  kicker?: string | undefined;
  /** Title of the page: the list's name, and the page's number if it has one. */
  title: string;
  crumbs: readonly Crumb[];
  /** A short description of the list, below its name. */
  note?: string | undefined;
  /** The list's own feed; defaults to the site's. */
  feedUrl?: string | undefined;
  /** Slug of the section, if the list is one. */
  section?: string | undefined;
  /** For each article, the id of its element if it is the first of its day. */
  anchors?: readonly (string | undefined)[] | undefined;
  /** Days of the month, on a month's own page. */
  calendar?: MonthCalendar | undefined;
  /** Profile of the author, on an author's own page. */
  profile?: AuthorProfile | undefined;
  /** Related tags on a tag's own page, and the most used tags on a section's. */
  related?: readonly TermLink[] | undefined;
  /** What editors wrote about the section or tag, on its own page. */
  about?: Pick<TermText, 'title' | 'image' | 'html'> | undefined;
  /** Whether the first articles open the page with a lead and four cards, as on a section's own page. */
  hasOpening?: boolean | undefined;
}

/** Everything a page of «اصلاحیه‌ها» shows. */
export interface CorrectionsView extends ListPage<PublishedCorrection> {
  label: string;
  /** Title of the page: the list's name, and the page's number if it has one. */
  title: string;
  crumbs: readonly Crumb[];
  pager: Pager;
}
