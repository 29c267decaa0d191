import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRedirectsFile } from '../../src/core/hosting/redirects-file.ts';
import { readItem } from '../../src/core/import/wordpress/read-item.ts';
import { createArchiveSurvey, prefixOf } from '../../src/core/import/wordpress/archive.ts';
import { readXml, type XmlElement } from '../../src/core/import/xml/read-xml.ts';
import { aliasOf } from '../../src/core/import/archive/addresses.ts';
import type { ImportRecord } from '../../src/core/import/record.ts';
import { createOldAddressFinder } from '../../src/core/old-addresses.ts';
import { readOldTables } from '../../src/engine/serve/old-addresses.ts';
import { checkLinks } from '../support/links.ts';
import { fixedNow } from '../support/command.ts';
import { createMiniSite } from '../support/mini-site.ts';
import { repository } from '../support/folders.ts';
import { runImport } from '../support/imports.ts';

const golden = join(repository, 'tests/golden-import/wordpress');
const inputs = readdirSync(join(golden, 'input')).map((name) => join(golden, 'input', name));
const url = 'https://example.org';

/** Records of the export that were public and had a text. */
function readExport(): ImportRecord[] {
  const texts = inputs.map((file) => readFileSync(file, 'utf8'));
  const survey = createArchiveSurvey();
  for (const text of texts) readXml(text, survey.wish);
  const items: XmlElement[] = [];
  for (const text of texts)
    readXml(text, { names: new Set(['item']), onElement: (item) => items.push(item), prefixOf });
  const records = items.map((item) => readItem(item, 'x', survey.archive()));
  return records.filter(
    (record): record is ImportRecord =>
      'body' in record && record.draft === undefined && JSON.stringify(record.body).length > 40,
  );
}

describe('an imported archive', () => {
  it('builds, has no dead link, and answers at every old address', async () => {
    const site = await createMiniSite({}, { url });
    await runImport(inputs, site.content, { defaults: { source: 'خبر' }, media: [join(golden, 'media')] });
    const built = await site.build();
    expect(built.code, built.output).toBe(0);
    expect(checkLinks(site.dist(), url)).toEqual([]);
    const redirects = readRedirectsFile(readFileSync(join(site.out, '_redirects'), 'utf8'), { base: '' });
    const find = createOldAddressFinder(readOldTables(site.out, { base: '' })!.redirects);
    const now = Date.parse(fixedNow);
    for (const { title, addresses, date } of readExport()) {
      if (typeof date === 'object' && date.epoch > now) continue;
      for (const address of addresses) {
        const alias = aliasOf(address);
        if (alias === undefined) continue;
        const [path = '', query] = alias.split('?');
        const isPage = existsSync(join(site.out, path, 'index.html')) || existsSync(join(site.out, path));
        const answers =
          query === undefined ? isPage || redirects.some(({ from }) => from === path) : find(path, query) !== undefined;
        expect(answers, `${title}: ${address}`).toBe(true);
      }
    }
  });
});
