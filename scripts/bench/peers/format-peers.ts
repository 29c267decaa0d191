import type { PeerFigures } from './peers.ts';

/** Format figures as a table, one line per generator, with the parts of its time in brackets. */
export function formatPeers(figures: readonly PeerFigures[]): string {
  return [
    formatRow(['generator', 'time', 'CPU', 'peak memory', 'files']),
    ...figures.map(({ name, version, wall, cpu, peakMemory, files, parts, skipped }) =>
      skipped === undefined
        ? `${formatRow([`${name} ${version}`, seconds(wall), seconds(cpu), megabytes(peakMemory), String(files)])}${formatParts(parts)}`
        : `  ${name.padEnd(20)}skipped: ${skipped}`,
    ),
  ].join('\n');
}

function formatRow([name = '', ...cells]: readonly string[]): string {
  const widths = [10, 10, 13, 9];
  return `  ${name.padEnd(20)}${cells.map((cell, index) => cell.padStart(widths[index]!)).join('')}`;
}

function formatParts(parts: PeerFigures['parts']): string {
  return parts.length > 1 ? `  (${parts.map(({ name, wall }) => `${name} ${seconds(wall)}`).join(', ')})` : '';
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}

/** Format a memory size, which is not a number if it could not be measured. */
function megabytes(value: number): string {
  return Number.isNaN(value) ? '–' : `${value.toFixed(0)} MB`;
}
