import { spawn } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { cpuSecondsOf, peakMemoryOf } from './process.ts';

/** What a process needed. */
export interface Spent {
  cpuSeconds: number;
  /** In MB. */
  memory: number;
}

/** Write an export of WordPress: articles with ten comments each. */
export function writeExport(path: string, comments: number): void {
  const file = openSync(path, 'w');
  writeSync(file, '<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>\n');
  for (let post = 0; post < comments / 10; post++) {
    const own = Array.from({ length: 10 }, (_, index) => writeComment(post * 10 + index + 1));
    const name = `<wp:post_id>${post + 1}</wp:post_id><wp:post_name>article-${post}</wp:post_name>`;
    writeSync(file, `<item>${name}\n${own.join('')}</item>\n`);
  }
  writeSync(file, '</channel></rss>\n');
  closeSync(file);
}

function writeComment(id: number): string {
  const minute = String(id % 60).padStart(2, '0');
  return `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author><![CDATA[نگار ${id % 500}]]></wp:comment_author>
<wp:comment_author_email>reader${id}@example.org</wp:comment_author_email><wp:comment_author_IP>192.0.2.1</wp:comment_author_IP>
<wp:comment_date_gmt>2025-01-01 10:${minute}:00</wp:comment_date_gmt>
<wp:comment_content><![CDATA[<p>نظر شمارهٔ ${id}: متنی به اندازهٔ یک نظر معمولی، با چند جمله.</p>\n\n<p>جملهٔ دوم هم این است، و این هم یک &amp; دیگر.</p>]]></wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>\n`;
}

/** Run a program of Node to its end, and look at what it needs (Linux). @throws Error if it fails. */
export async function spend(args: readonly string[], cwd: string): Promise<Spent> {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  const spent: Spent = { cpuSeconds: 0, memory: 0 };
  const look = setInterval(() => {
    try {
      spent.cpuSeconds = cpuSecondsOf(child.pid!);
      spent.memory = peakMemoryOf(child.pid!) || spent.memory;
    } catch {
      // It has just ended.
    }
  }, 10);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`It ended with code ${String(code)}.`);
  return spent;
}
