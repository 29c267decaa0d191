import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import rooms from '../../rooms.json' with { type: 'json' };
import { repository } from '../support/folders.ts';

/** The most files that a reader takes in at one look. */
const mostFiles = 21;

describe.each(Object.entries(rooms))('the rooms of %s', (folder, layers) => {
  const entries = readdirSync(join(repository, 'src', folder), { recursive: true, withFileTypes: true });
  const pathOf = ({ parentPath, name }: (typeof entries)[number]): string =>
    join(parentPath, name).slice(join(repository, 'src', folder).length + 1);
  const filesOf = (room: string): string[] =>
    readdirSync(join(repository, 'src', folder, room)).filter((name) => name.endsWith('.ts'));

  it('are all in rooms.json, which the linter reads, and no others', () => {
    const found = entries.filter((entry) => entry.isDirectory()).map(pathOf);
    const listed = layers.flat().filter((room) => room !== '.');
    expect(listed.toSorted()).toEqual(found.map((path) => path.replaceAll('\\', '/')).toSorted());
  });

  it(`hold at most ${mostFiles} files`, () => {
    for (const room of layers.flat()) expect([room, filesOf(room).length <= mostFiles]).toEqual([room, true]);
  });
});
