import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkVersion, releaseChangelog } from '../../scripts/release/changelog.ts';
import { repository } from '../support/folders.ts';

const head = '# Changelog\n\nAll changes.\n\n';
const older = '## [0.1.0] - 2026-11-01\n\n### Added\n\n- All of it.\n';

describe('releaseChangelog', () => {
  it('gives what is unreleased a version, and leaves room for what comes', () => {
    const notes = '### Fixed\n\n- One. *automatic*\n- Two.';
    const { changelog, notes: found } = releaseChangelog(
      `${head}## [Unreleased]\n\n${notes}\n\n${older}`,
      '0.2.0',
      '2026-11-29',
    );
    expect(found).toBe(notes);
    expect(changelog).toBe(`${head}## [Unreleased]\n\n## [0.2.0] - 2026-11-29\n\n${notes}\n\n${older}`);
    expect(() => releaseChangelog(changelog, '0.3.0', '2026-11-30')).toThrow('nothing to release');
  });

  it('makes the first version', () => {
    const { changelog } = releaseChangelog(`${head}## [Unreleased]\n\n- One.\n`, '1.0.0', '2026-11-29');
    expect(changelog).toBe(`${head}## [Unreleased]\n\n## [1.0.0] - 2026-11-29\n\n- One.\n`);
  });

  it('says what a changelog lacks', () => {
    expect(() => releaseChangelog(head + older, '0.2.0', '2026-11-29')).toThrow('no section «## [Unreleased]»');
    expect(() => releaseChangelog(`${head}## [Unreleased]\n\n### Added\n\n${older}`, '0.2.0', '2026-11-29')).toThrow(
      'nothing to release',
    );
  });
});

describe('checkVersion', () => {
  it.each(['0.1.1', '0.2.0', '1.0.0', '0.1.10', '0.10.0'])('takes %s after 0.1.0', (version) =>
    expect(() => checkVersion(version, '0.1.0')).not.toThrow(),
  );

  it.each(['0.1.0', '0.0.9', '1', 'v1.0.0', '1.0', '01.0.0', '1.0.0-beta', '1.0.0; rm', ''])(
    'refuses «%s»',
    (version) => expect(() => checkVersion(version, '0.1.0')).toThrow(/^Expected a version/),
  );

  it('refuses a smaller number after a larger one', () => {
    expect(() => checkVersion('1.9.9', '2.0.0')).toThrow('newer than 2.0.0');
  });
});

describe('CHANGELOG.md', () => {
  const text = readFileSync(join(repository, 'CHANGELOG.md'), 'utf8');

  it('says of each change whether newsrooms have to do something', () => {
    const entries = text.split(/^- /m).slice(1);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter((entry) => !/^\*\*(?:automatic|by hand)\*\* /.test(entry))).toEqual([]);
  });
});
