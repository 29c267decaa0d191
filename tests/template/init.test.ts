import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { node, plainEnvironment } from '../support/command.ts';
import { repository } from '../support/folders.ts';
import { copyProject } from '../support/project-copy.ts';
import { sample } from '../support/sample.ts';

let project: string;
beforeAll(() => {
  project = copyProject();
  cpSync(join(repository, 'scripts'), join(project, 'scripts'), { recursive: true });
  cpSync(join(sample.content, '..'), join(project, 'tests/fixtures/sample'), { recursive: true });
  cpSync(sample.content, join(project, 'content'), { recursive: true });
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function run(command: string, args: readonly string[], input = ''): { status: number | null; output: string } {
  const script = join(project, `scripts/${command}.ts`);
  const options = { cwd: project, env: plainEnvironment(), encoding: 'utf8', input } as const;
  const { status, stdout, stderr } = spawnSync(node, [script, ...args], options);
  return { status, output: stdout + stderr };
}

const config = (): string => readFileSync(join(project, 'src/config.ts'), 'utf8');

describe('npm run init', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['no name', ['--yes', '--url', 'https://a.example'], /--name: expected it/],
    [
      'an address that is none',
      ['--yes', '--name', 'کاوش', '--url', 'kavosh.ir'],
      /--url: expected an absolute address such as https:\/\/example\.org, found «kavosh\.ir»/,
    ],
    [
      'sections of one name',
      ['--sections', 'ورزش،ورزش', '--lang', 'fa', '--name', 'a', '--url', 'https://a.example'],
      /two sections/,
    ],
    ['no answers', [], /There is no answer for --messages/],
  ])('changes nothing when it is given %s', (_, args, message) => {
    const before = config();
    const { status, output } = run('init', args, '\n\n'.repeat(args.length ? 1 : 0));
    expect([status, output]).toEqual([2, expect.stringMatching(message)]);
    expect(config()).toBe(before);
    expect(existsSync(join(project, 'content/pages/about.md'))).toBe(true);
  });

  it('asks in the language that is chosen first, and again after an unsound answer', () => {
    const answers = ['fa', 'کاوش', 'kavosh.ir', 'https://kavosh.example/khabar', '', 'iran=ایران، ورزش'];
    const { status, output } = run('init', ['--now', '2026-11-22T12:00:00+03:30'], `${answers.join('\n')}\n`);
    expect(status, output).toBe(0);
    expect(output).toMatch(/^Messages in English \(en\) or Persian \(fa\) \[en\]: نام روزنامه: نشانی سایت/);
    expect(output).toContain('expected an absolute address');
    expect(output).toContain('پروندهٔ نمونه برداشته شد.');
    for (const line of [
      "url: 'https://kavosh.example/khabar'",
      "description: 'تازه‌ترین خبرها از کاوش.'",
      "messages: 'fa'",
      "{ slug: 'iran', name: 'ایران' },\n    { slug: 'ورزش', name: 'ورزش' }",
    ])
      expect(config()).toContain(line);
    expect(existsSync(join(project, 'content/pages/about.md'))).toBe(false);
  });

  it('leaves a newspaper that is checked without a warning and built', () => {
    expect(run('check', ['--strict', '--lang', 'en'])).toEqual({
      status: 0,
      output: expect.stringMatching(/^\s*No problems in 1 article /) as string,
    });
    const { status, output } = run('build', []);
    expect(status, output).toBe(0);
    const home = readFileSync(join(project, 'dist/index.html'), 'utf8');
    expect(home).toContain('کاوش آغاز به کار کرد');
    expect(home).not.toContain('روزنگار');
  });

  it('asks nothing the second time, and changes nothing', () => {
    const before = config();
    const { status, output } = run('init', ['--name', 'دیگری']);
    expect([status, output]).toEqual([0, expect.stringContaining('src/config.ts تنظیم‌های خود شماست')]);
    expect(config()).toBe(before);
  });
});
