/** A comment that switches rules off on its line: `<!-- check-disable-line digits -->`, or `# check-disable-line`. */
export interface LineSwitch {
  /** The rules named; empty for all rules. */
  names: readonly string[];
  /** Offset of the comment. */
  start: number;
}

/**
 * Find the switches in raw HTML. @example switchesInHtml('<!-- check-disable-line digits -->')[0].names // ['digits']
 */
export function switchesInHtml(html: string): LineSwitch[] {
  return readSwitches(html, /<!--\s*check-disable-line(?!\w|-(?!->))(?<names>[^>]*?)-->/g);
}

/** Find the switches in the comments of front matter. */
export function switchesInYaml(yaml: string): LineSwitch[] {
  return readSwitches(yaml, /(?<=^|\s)#\s*check-disable-line(?![\w-])(?<names>.*)$/gm);
}

function readSwitches(text: string, pattern: RegExp): LineSwitch[] {
  return [...text.matchAll(pattern)].map(({ index, groups }) => ({
    names: groups?.['names']?.match(/[^\s,،]+/g) ?? [],
    start: index,
  }));
}
