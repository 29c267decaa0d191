import { isGroup } from '../../front-matter/readings.ts';
import { markdownFile } from './folder/find-files.ts';
import { type FolderSite, folderOf, nameOf, settingOf, valueOf } from './folder/site.ts';
import type { RecordFiles } from './rules.ts';

/** Parts of the path of a content file. */
export interface ContentFile {
  /** Folder in the content, with its last slash. */
  folder: string;
  /** File name without language and extension. */
  name: string;
  /** `undefined` if neither the name nor the folder gives it. */
  language: string | undefined;
}

/** Split the path of a content file. */
export function contentFile(site: FolderSite, path: string): ContentFile {
  const root = site.content.find((each) => path.startsWith(each)) ?? site.root;
  const languages = languagesOf(site);
  const byFolder = languages.find((language) => {
    const folder = settingOf(site.config, 'languages', language, 'contentdir');
    return folder !== undefined && `${site.root}${folder.replace(/^\.?\/|\/$/g, '')}/` === root;
  });
  const inContent = path.slice(root.length);
  const [, name = '', language] = /^(.*?)(?:\.([a-z]{2,3}(?:-[a-z0-9]{2,8})?))?\.[^.]+$/i.exec(nameOf(inContent)) ?? [];
  const isLanguage =
    language !== undefined &&
    (languages.includes(language.toLowerCase()) || common.has(language.toLowerCase().split('-')[0]!));
  return {
    folder: folderOf(inContent),
    name: isLanguage || language === undefined ? name : `${name}.${language}`,
    language: byFolder ?? (isLanguage ? language.toLowerCase() : undefined),
  };
}

// Languages recognised in file names even without a configuration.
const common = new Set('fa en ar de fr es tr ru it ku ps az he zh ja hi ur pt nl'.split(' '));

function languagesOf({ config }: FolderSite): string[] {
  const languages = valueOf(config, 'languages');
  return isGroup(languages) ? Object.keys(languages).map((name) => name.toLowerCase()) : [];
}

/** Return the language of files whose name gives none. */
export function mainLanguage(site: FolderSite): string {
  return (settingOf(site.config, 'defaultcontentlanguage') ?? languagesOf(site)[0] ?? 'en').toLowerCase();
}

const twins = new WeakMap<FolderSite, ReadonlyMap<string, string[]>>();
const chosen = new WeakMap<FolderSite, ReadonlyMap<string, string>>();

/** Return the file that is imported of a page in several languages, given any of them. */
export function chosenLanguage(site: FolderSite, path: string): string {
  return chosen.get(site)?.get(path) ?? path;
}

/** Return the other languages that a page is in. */
export function otherLanguages(site: FolderSite, path: string): readonly string[] {
  return twins.get(site)?.get(path) ?? [];
}

/**
 * List the content files. Of a page in several languages, only the Persian file or that of the main language is a
 * record.
 */
export function listFiles(site: FolderSite): RecordFiles {
  const skipped: RecordFiles['skipped'][number][] = [];
  const groups = new Map<string, { path: string; language: string; isPlain: boolean }[]>();
  for (const path of site.files) {
    if (
      !site.content.some((folder) => path.startsWith(folder)) ||
      /(?:^|\/)(?:node_modules|themes|\.[^/]+|archetypes|layouts|static|public)\//.test(path)
    )
      continue;
    if (/\.(?:org|adoc|asciidoc|rst|pdc|pandoc)$/i.test(path))
      skipped.push({ path, skipped: 'files in Org, AsciiDoc and the like' });
    const isPage =
      markdownFile.test(path) ||
      (path.endsWith('.html') && /^_?index(?:\.\w+)?\.html$/.test(nameOf(path)) === false && site.content[0] !== '');
    if (!isPage) continue;
    const { folder, name, language } = contentFile(site, path);
    const key = folder + name;
    groups.set(key, [
      ...(groups.get(key) ?? []),
      { path, language: language ?? mainLanguage(site), isPlain: language === undefined },
    ]);
  }
  const others = new Map<string, string[]>();
  const mains = new Map<string, string>();
  const records: string[] = [];
  for (const group of groups.values()) {
    const main =
      group.find(({ language }) => /^fa\b/.test(language)) ??
      group.find(({ isPlain }) => isPlain) ??
      group.find(({ language }) => language === mainLanguage(site)) ??
      group[0]!;
    records.push(main.path);
    for (const { path } of group)
      if (path !== main.path) {
        skipped.push({ path, skipped: 'versions in other languages' });
        mains.set(path, main.path);
      }
    if (group.length > 1)
      others.set(
        main.path,
        group.filter((each) => each !== main).map(({ language }) => language),
      );
  }
  twins.set(site, others);
  chosen.set(site, mains);
  return { records, skipped };
}
