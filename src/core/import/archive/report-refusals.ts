import type { ImportFault, ImportRefusal } from '../record.ts';

/** Group by reason and limit the places listed, since one wrong column rejects thousands of records. */
export function refusalsOf(refusals: readonly ImportRefusal[]): string[] {
  const groups = new Map<string, { fault: ImportFault; places: string[] }>();
  for (const { file, line, title, faults } of refusals) {
    for (const fault of faults) {
      const key = `${fault.field}|${fault.expected}|${fault.found === 'nothing'}|${fault.fix}`;
      const group = groups.get(key) ?? { fault, places: [] };
      const found = fault.found === 'nothing' ? '' : `  found ${cut(fault.found)}`;
      group.places.push(`${file}:${line}${found}${title === '' ? '' : `  ${cut(title)}`}`);
      groups.set(key, group);
    }
  }
  let left = refusalsShown;
  return [...groups.values()].flatMap(({ fault, places }) => {
    const shown = places.slice(0, left);
    left -= shown.length;
    const found = fault.found === 'nothing' ? ', found nothing' : '';
    const more = places.length - shown.length;
    return [
      `Refused ${places.length}: ${fault.field}: expected ${fault.expected}${found}.`,
      `  ${fault.fix}`,
      ...shown.map((place) => `    ${place}`),
      ...(more > 0 ? [`    … and ${more} more`] : []),
      '',
    ];
  });
}

const refusalsShown = 20;

/** The beginning of a text, for one line. */
export function cut(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
