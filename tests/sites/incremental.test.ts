import { appendFileSync, cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { withSlashes } from '../../src/engine/base/paths.ts';
import { config } from '../fixtures/sample/config.ts';
import { differences, snapshotOf } from '../support/dist.ts';
import { copyProject, startBuildServer } from '../support/project-copy.ts';
import { createRandom } from '../support/random.ts';
import { damageFile, openNewsroom } from '../support/random-newsroom.ts';

const seed = Number(process.env['SEED'] ?? 20261124);
const edits = Number(process.env['EDITS'] ?? (inject('isThorough') ? 50 : 4));
const articles = 240;

const project = copyProject();
const server = startBuildServer(project);
const other = startBuildServer(project);
afterAll(() => {
  server.stop();
  other.stop();
  rmSync(project, { recursive: true, force: true });
});

describe('a build after a change', () => {
  it(`gives the bytes of a build that knows nothing of earlier ones, after each of ${edits} changes (seed ${seed})`, async () => {
    const random = createRandom(seed);
    const content = join(project, 'newsroom/content');
    const out = join(project, 'newsroom/dist');
    mkdirSync(join(content, 'articles'), { recursive: true });
    const newsroom = openNewsroom(content, articles, { ...config, footer: [] }, random);
    const settingsOf = (folder: string) => ({
      content: join(folder, 'content'),
      out: join(folder, 'dist'),
      config: newsroom.config,
      publicFolder: join(project, 'public'),
      configFile: join(project, 'src/config.ts'),
      plain: false,
      now: newsroom.now,
    });
    const disturb = async (): Promise<string> => {
      const chance = random.below(20);
      if (chance === 0) {
        appendFileSync(join(project, 'src/components/Wordmark.astro'), `<!-- ${random.below(1000)} -->\n`);
        server.stop();
        other.stop();
        return ', the code changes';
      }
      if (chance < 4) {
        const delay = random.below(700);
        await server.kill(settingsOf(join(project, 'newsroom')), delay);
        return `, a build is killed after ${delay} ms`;
      }
      if (chance < 7) return `, ${damageCache(random)} is damaged`;
      return '';
    };
    for (let edit = 0; edit <= edits; edit++) {
      const work = edit === 0 ? 'nothing' : newsroom.work() + (await disturb());
      const cold = join(project, `cold-${edit}`);
      cpSync(content, join(cold, 'content'), { recursive: true });
      const answers = await Promise.all([
        server.build(settingsOf(join(project, 'newsroom'))),
        other.build(settingsOf(cold)),
      ]);
      const what = `change ${edit}: the newsroom ${work}`;
      expect(
        answers.map(({ error }) => error),
        what,
      ).toEqual([undefined, undefined]);
      expect(differences(snapshotOf(join(cold, 'dist')), snapshotOf(out)), what).toEqual([]);
      rmSync(cold, { recursive: true, force: true });
    }
  });
});

function damageCache(random: ReturnType<typeof createRandom>): string {
  const root = join(project, '.cache');
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'owner.json')
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
  const path = random.pick(files);
  damageFile(path, random);
  return withSlashes(relative(root, path));
}
