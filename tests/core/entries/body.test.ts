import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeBody } from '../../../src/core/entries/body.ts';

const seed = Number(process.env['SEED'] ?? 14050911);
const numRuns = Number(process.env['RUNS'] ?? 100);

const body = `
بند نخست
در دو خط.


| نام | شمار |
|:----|-----:|
| آب  |   ۱۲ |

<!-- یادداشت -->

* یک

* دو

\`\`\`text
18. Ne7+  Kh8

19. Qxh7+
\`\`\`
پایان.[^1]

[^1]: پانویس.
`;

/** What an editor's program makes of it. */
const reading = `بند نخست
در دو خط.

| نام | شمار |
| --- | --- |
| آب | ۱۲ |

- یک
- دو

\`\`\`text
18. Ne7+  Kh8

19. Qxh7+
\`\`\`

پایان.[^1]

[^1]: پانویس.`;

describe('writeBody', () => {
  it('keeps a body that was not changed, whatever the editor’s program made of it', () => {
    expect(writeBody(body, body.trim())).toBe(body);
    expect(writeBody(body, reading, reading)).toBe(body);
  });

  it('keeps all blocks but the changed one, hidden comments and blank lines', () => {
    expect(writeBody(body, reading.replace('نخست', 'دوم'), reading)).toBe(body.replace('نخست', 'دوم'));
    expect(writeBody(body, reading.replace('پایان.', 'پایان!'), reading)).toBe(
      body.replace('```\nپایان.', '```\n\nپایان!'),
    );
    expect(writeBody(body, reading.replace('- دو', '- سه'), reading)).toBe(body.replace('* یک\n\n* دو', '- یک\n- سه'));
  });

  it('inserts, removes and moves blocks', () => {
    expect(writeBody(body, reading.replace('\n\n| نام', '\n\nتازه.\n\n| نام'), reading)).toBe(
      body.replace('خط.\n\n\n', 'خط.\n\nتازه.\n\n'),
    );
    expect(writeBody(body, reading.replace('- یک\n- دو\n\n', ''), reading)).toBe(body.replace('* یک\n\n* دو\n\n', ''));
    expect(writeBody('یک.\n\nدو.\n\nسه.\n', 'سه.\n\nیک.\n\nدو.')).toBe('سه.\n\nیک.\n\nدو.\n');
  });

  it('writes a first body, and removes the last', () => {
    expect(writeBody('', 'متن.')).toBe('متن.\n');
    expect(writeBody('\n', 'متن.')).toBe('\nمتن.\n');
    expect(writeBody('متن.\n', '')).toBe('');
  });

  it(`changes one block of any text, and no other byte (SEED=${seed})`, () => {
    const block = fc.constantFrom(
      'متن ساده.',
      '* الف\n* ب',
      '1) یک\n2) دو',
      '> نقل',
      '~~~\nکد\n~~~',
      '### میان‌تیتر',
      'خط  \nخط',
      '| آ |\n|---|\n| ب |',
      '***',
    );
    const gap = fc.constantFrom('\n\n', '\n\n\n', '\n \n');
    const blocks = fc.array(fc.tuple(block, gap), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(blocks, fc.nat(), (parts, at) => {
        const numbered = parts.map(([text, space], index) => [`بند ${index}:`, '\n\n', text, space].join(''));
        const index = at % parts.length;
        const text = numbered.join('');
        const read = text
          .replaceAll(/^\* /gm, '- ')
          .replaceAll('~~~', '```')
          .replaceAll(/\n\s*\n/g, '\n\n');
        const edited = read.replace(`بند ${index}:`, `بند ${index}؛ تازه:`);
        expect(writeBody(text, edited, read)).toBe(text.replace(`بند ${index}:`, `بند ${index}؛ تازه:`));
      }),
      { seed, numRuns },
    );
  });
});
