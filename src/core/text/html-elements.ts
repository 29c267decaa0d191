/**
 * Elements that browsers do not render, including their content: the elements of the HTML Standard, section 15.3.1 "Hidden
 * elements", that may contain text or elements, and `noscript`, which is hidden where scripts run (section 15.3.2).
 * Without `head`, which raw HTML within a document cannot have: the parser drops its tags.
 */
export const hiddenElements: ReadonlySet<string> = new Set(
  'datalist noembed noframes noscript script style template title'.split(' '),
);

/**
 * Elements that browsers render as a box instead of their text, which is a fallback, markup of another language or the
 * value of a control (HTML Standard, sections 15.4 "Replaced elements" and 15.5 "Widgets").
 */
export const boxedElements: ReadonlySet<string> = new Set(
  'audio canvas iframe math object select svg textarea video'.split(' '),
);

/** Elements whose content is no text of the document. */
export const silentElements: ReadonlySet<string> = new Set([...hiddenElements, ...boxedElements]);

/** Matches a language tag (BCP 47): a language and at most four subtags. */
export const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/i;

/** Matches the class that names the language of code (CommonMark 0.31, section 4.5). */
export const languageClass = /^language-[a-z0-9+#-]{1,20}$/;
