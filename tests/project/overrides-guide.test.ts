import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { componentRows, describeComponents } from '../support/component-table.ts';
import { repository } from '../support/folders.ts';

const file = join(repository, 'docs/overrides.md');
const slots = describeComponents('components/slots');
const components = describeComponents('components', 'layouts');

describe('the guide of overrides', () => {
  it.each([
    ['slots', slots],
    ['components', components],
  ])('lists all %s as the code has them (UPDATE=1 writes the list)', (name, described) => {
    const block = new RegExp(`(?<=<!-- ${name} -->\\n(?:\\|.*\\n){2})[^]*?(?=<!-- /${name} -->)`);
    const [guide, rows] = [readFileSync(file, 'utf8'), `${componentRows(described)}\n`];
    if (process.env['UPDATE'] === '1')
      writeFileSync(
        file,
        guide.replace(block, () => rows),
      );
    expect(block.exec(readFileSync(file, 'utf8'))?.[0]).toBe(rows);
  });

  it('has all slots in Persian, too', () => {
    const guide = readFileSync(join(repository, 'docs/fa/overrides.md'), 'utf8');
    expect([...guide.matchAll(/^\| `(\w+\.astro)` \|/gm)].map(([, name]) => name).toSorted()).toEqual(
      slots.map(({ name }) => name),
    );
  });
});

describe('every component', () => {
  it.each([...components, ...slots])('$name says what it shows', ({ summary }) => {
    expect(summary).toMatch(/^[A-Z].{10,}\.$/);
  });

  it('has typed props if it reads any', () => {
    for (const folder of ['components', 'layouts', 'components/slots']) {
      for (const name of readdirSync(join(repository, 'src', folder)).filter((each) => each.endsWith('.astro'))) {
        const text = readFileSync(join(repository, 'src', folder, name), 'utf8');
        if (text.includes('Astro.props'))
          expect([name, text]).toEqual([name, expect.stringMatching(/^interface Props /m)]);
      }
    }
  });
});
