import type { PeerFigures } from './peers.ts';

/** Write figures as a table, a line a generator; what its time is made of stands in brackets. */
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

/** Memory is not a number where it cannot be read. */
function megabytes(value: number): string {
  return Number.isNaN(value) ? '–' : `${value.toFixed(0)} MB`;
}
