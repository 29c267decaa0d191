import { describe, expect, it } from 'vitest';
import { fromFrontValues, toFrontValues } from '../../../src/core/admin/front-values.ts';

const read = (text: string) => toFrontValues(text, ({ id, line }) => `${id} ${line}`);
const text = `# چیدمان
lead: {slug: metro, with: [pol, bazar]} # نخست
top: [ketab,  shena]
blocks:
  - opinion # نویسندگان
  - {section: جامعه}
  - {tag: آب, layout: three, count: 3}
  # از بایگانی
  - {slugs: [zaferan], title: بایگانی}
breaking: زلزله
`;

describe('the front page in the editor', () => {
  it.each([
    ['as it is', text],
    ['empty', ''],
    ['with dashes and a byte order mark', `\uFEFF---\n${text}`],
    ['without a final line end', text.trimEnd()],
    ['with Windows line ends', text.replaceAll('\n', '\r\n')],
  ])('comes back byte for byte: %s', (_, each) => {
    expect(fromFrontValues(read(each))).toBe(each);
  });

  it('has groups and lists where the file may have short forms', () => {
    expect(read(text)).toMatchObject({
      lead: { slug: 'metro', with: ['pol', 'bazar'] },
      breaking: { text: 'زلزله' },
      blocks: [
        { kind: 'opinion' },
        { kind: 'section', name: 'جامعه' },
        { kind: 'tag', name: 'آب', layout: 'three', count: '3' },
        { kind: 'slugs', slugs: ['zaferan'], title: 'بایگانی' },
      ],
    });
  });

  it('writes only what was changed', () => {
    const values = read(text);
    const blocks = values['blocks'] as object[];
    const write = (change: object): string => fromFrontValues({ ...values, ...change });
    expect(write({ lead: { slug: 'pol', with: ['bazar'], until: '' } })).toBe(
      text.replace('{slug: metro, with: [pol, bazar]}', '{slug: pol, with: [bazar]}'),
    );
    expect(write({ top: ['shena'] })).toBe(text.replace('[ketab,  shena]', '[shena]'));
    expect(write({ until: '1405/09/09 06:00' })).toContain('\nuntil: "1405/09/09 06:00"\n');
    expect(write({ breaking: null })).toBe(text.replace('breaking: زلزله\n', ''));
    expect(write({ blocks: [...blocks, { kind: 'photos', name: '', slugs: [], title: '', count: '' }] })).toBe(
      text.replace('بایگانی}\n', 'بایگانی}\n  - photos\n'),
    );
    expect(write({ blocks: blocks.with(1, { kind: 'section', name: 'ورزش', count: '6', slugs: [] }) })).toBe(
      text.replace('{section: جامعه}', '{section: ورزش, count: "6"}'),
    );
  });

  it('keeps the forms of blocks that were moved', () => {
    const values = read(text);
    const [opinion, section, ...rest] = values['blocks'] as object[];
    expect(fromFrontValues({ ...values, blocks: [section, opinion, ...rest] })).toMatch(
      /blocks:\n {2}- \{section: جامعه\}.*\n {2}- opinion.*\n {2}- \{tag/,
    );
  });

  it('makes a file where there is none', () => {
    expect(
      fromFrontValues({ lead: { slug: 'metro', with: [] }, blocks: [{ kind: 'latest', slugs: [] }], written: '' }),
    ).toBe('lead: {slug: metro}\nblocks: [latest]\n');
  });

  it('says where it can’t be read', () => {
    expect(() => read('lead: "metro\n')).toThrow('1');
  });
});
