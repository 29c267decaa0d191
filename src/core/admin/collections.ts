import { commentsOf, serviceAddress } from '../config/comments.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { createUrls } from '../urls.ts';
import type { EditorField } from './field-parts.ts';
import {
  articleEditorFields,
  authorEditorFields,
  type EditorCollection,
  pageEditorFields,
  termEditorFields,
} from './fields.ts';
import { frontCollection } from './front-fields.ts';

/** Where the editor works: on a host of repositories, or on the files of this machine. */
export type AdminPlace = 'host' | 'local';

/** The configuration of the editor, as Sveltia and Decap read it. */
export interface EditorConfig {
  backend: Record<string, unknown>;
  collections: EditorCollection[];
  [option: string]: unknown;
}

/**
 * Make the configuration of the editor from that of the newspaper.
 *
 * @param folders Path of the folder of articles from the repository’s root: `content/articles`.
 */
export function createEditorConfig(config: SiteConfig, place: AdminPlace, folders: { articles: string }): EditorConfig {
  const urls = createUrls(config.url);
  const comments = commentsOf(config);
  // On the machine of a developer, no service runs.
  const desk = comments && place === 'host' ? `${serviceAddress(comments, urls)}desk/` : undefined;
  const isReviewed = place === 'host' && config.admin?.review === true;
  const collections = [
    folder(
      'articles',
      folders.articles,
      ['خبرها', 'خبر'],
      articleEditorFields({
        sections: config.sections,
        hasComments: comments !== undefined,
        hasChannels: config.announce !== undefined,
        // Without a source of its own, an article has that of the configuration.
        source: config.defaults?.source === undefined ? config.name : '',
        isReviewed,
      }),
      {
        preview_path: 'news/{{filename}}/',
        sortable_fields: { fields: ['moment', 'title'], default: { field: 'moment', direction: 'descending' } },
        view_filters: [
          { name: 'drafts', label: 'پیش‌نویس‌ها', field: 'draft', pattern: true },
          { name: 'picked', label: 'برگزیده‌ها', field: 'picked', pattern: true },
        ],
        view_groups: [{ name: 'section', label: 'سرویس', field: 'section' }],
        summary: '{{title}}',
        ...(desk === undefined ? {} : { description: `<a href="${desk}">میز نظرهای خوانندگان</a>` }),
      },
    ),
    folder('pages', 'content/pages', ['صفحه‌ها', 'صفحه'], pageEditorFields(), { preview_path: '{{filename}}/' }),
    folder('authors', 'content/authors', ['نویسندگان', 'نویسنده'], authorEditorFields(), { identifier_field: 'name' }),
    folder('sections', 'content/sections', ['سرویس‌ها', 'صفحهٔ سرویس'], termEditorFields('sections'), {
      preview_path: 'sections/{{filename}}/',
      summary: '{{slug}}',
    }),
    folder('tags', 'content/tags', ['برچسب‌ها', 'صفحهٔ برچسب'], termEditorFields('tags'), {
      preview_path: 'tags/{{filename}}/',
      summary: '{{slug}}',
    }),
  ];
  return {
    load_config_file: false,
    backend: backendOf(config),
    ...(isReviewed ? { publish_mode: 'editorial_workflow' } : {}),
    site_url: urls.absolute(urls.page()),
    display_url: urls.absolute(urls.page()),
    app_title: `ویرایشگر ${config.name}`,
    logo: { show_in_header: false, src: urls.file('favicon.svg') },
    media_folder: 'public/media',
    public_folder: '/media',
    media_libraries: {
      default: {
        config: {
          max_file_size: config.limits.imageBytes,
          transformations: { raster_image: { format: 'webp', quality: 85, width: 2400, height: 2400 } },
        },
      },
      stock_assets: { providers: [] },
    },
    output: { omit_empty_optional_fields: false },
    slug: { encoding: 'unicode', clean_accents: false },
    // The front page is one file; the others are folders.
    collections: [...collections, frontCollection(folders.articles.replace(/\/articles$/, ''), config.sections)],
  };
}

function folder(
  name: string,
  path: string,
  [label, singular]: readonly [string, string],
  fields: readonly EditorField[],
  more: Record<string, unknown>,
): EditorCollection {
  return {
    name,
    label,
    label_singular: singular,
    folder: path,
    create: true,
    format: 'rooznegar',
    // A picture lies beside its article. Each folder below, such as 1405/09, belongs to the collection.
    nested: { depth: 20, subfolders: false },
    meta: { path: {} },
    media_folder: '',
    public_folder: '',
    slug: { template: '{{fields.address}}', editable: false },
    editor: { preview: true },
    fields,
    ...more,
  };
}

function backendOf({ admin }: Pick<SiteConfig, 'admin'>): Record<string, unknown> {
  const { name, repo, branch, baseUrl, apiRoot, appId } = admin?.backend ?? { name: 'github', repo: 'local/local' };
  return {
    name,
    repo,
    branch: branch ?? 'main',
    ...(baseUrl === undefined ? {} : { base_url: baseUrl }),
    ...(apiRoot === undefined ? {} : { api_root: apiRoot }),
    ...(appId === undefined ? {} : { app_id: appId }),
    ...(name === 'gitlab' && appId !== undefined ? { auth_type: 'pkce' } : {}),
    // Without a service of the newsroom's own, signing in at GitHub would go through another company's; other hosts want
    // an application.
    ...((name === 'github' ? baseUrl : appId) === undefined ? { auth_methods: ['token'] } : {}),
    commit_messages: {
      create: '{{collection}}: {{slug}} (new)',
      update: '{{collection}}: {{slug}}',
      delete: '{{collection}}: {{slug}} (deleted)',
    },
  };
}
