import { UsageError } from '../../src/engine/base/errors.ts';

/**
 * Turn the section «Unreleased» of a changelog (keepachangelog.com 1.1.0) into that of a version, with an empty one
 * above it.
 *
 * @param day Date of the release, as in `2026-11-29`.
 * @returns The changelog, and the text of the section.
 * @throws UsageError if there is nothing to release.
 */
export function releaseChangelog(
  changelog: string,
  version: string,
  day: string,
): { changelog: string; notes: string } {
  const [before, rest] = changelog.split(/^## \[Unreleased\]\n/m, 2);
  if (rest === undefined)
    throw new UsageError('CHANGELOG.md has no section «## [Unreleased]». Add it above the newest version.');
  const next = rest.search(/^## /m);
  const notes = (next === -1 ? rest : rest.slice(0, next)).trim();
  if (!/^- /m.test(notes))
    throw new UsageError('CHANGELOG.md says nothing below «Unreleased»: there is nothing to release.');
  const older = next === -1 ? '' : `\n${rest.slice(next)}`;
  return { changelog: `${before}## [Unreleased]\n\n## [${version}] - ${day}\n\n${notes}\n${older}`, notes };
}

/**
 * Check that a version follows another (semver.org 2.0.0, without pre-release or build metadata).
 *
 * @throws UsageError if it is not a version, or not newer.
 */
export function checkVersion(version: string, before: string): void {
  if (!/^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(version)) {
    throw new UsageError(`Expected a version such as 1.2.0, found «${version}».`);
  }
  const [next, last] = [version, before].map((each) => each.split('.').map(Number));
  const place = next!.findIndex((number, index) => number !== last![index]);
  if (place === -1 || next![place]! < last![place]!) {
    throw new UsageError(`Expected a version newer than ${before}, found «${version}».`);
  }
}
