import type { NotationKind } from '../text/other-systems.ts';
import type { NotationWord } from '../problems/notation.ts';

/** Advice on notation of another system: the system it belongs to, and its replacement. */
export interface NotationAdvice {
  systemKind: NotationWord;
  insteadKind: NotationWord;
  /** The replacement; empty if none is needed. */
  example: string;
}

/** Identify the system that a notation belongs to, and choose a replacement. */
export function adviseNotation(kind: NotationKind, text: string): NotationAdvice {
  const systemKind = systems[kind];
  const [name = ''] = /[A-Za-z][\w-]*/.exec(text.replace(/\binclude\s/, '')) ?? [];
  const isClosing = /^(?:\{\{[<%]\s*\/|\{%-?\s*end|\[\/|<\/)/.test(text);
  if (kind === 'attributes' || text.startsWith('%%')) return { systemKind, ...removed };
  if (kind === 'wiki') return { systemKind, ...adviseLink(text) };
  if (kind === 'mdx' && /^(?:import|export)/.test(text)) return { systemKind, ...removed };
  if (kind === 'directive' && name === '') return { systemKind, insteadKind: 'notationRemove', example: '' };
  const [, advise = adviseOther] = advices.find(([names]) => names.test(name)) ?? [];
  const advice = advise(text, name);
  // The advice belongs to the opening tag.
  return { systemKind, ...(isClosing && advice.insteadKind !== 'notationOther' ? removed : advice) };
}

type Advice = Omit<NotationAdvice, 'systemKind'>;

const systems: Readonly<Record<NotationKind, NotationWord>> = {
  hugo: 'notationOfHugo',
  liquid: 'notationOfJekyll',
  template: 'notationOfTemplates',
  attributes: 'notationOfKramdown',
  wiki: 'notationOfWikis',
  directive: 'notationOfDirectives',
  shortcode: 'notationOfWordPress',
  bracketTag: 'notationOfWordPress',
  mdx: 'notationOfMdx',
  media: 'notationOfEditors',
};

const removed: Advice = { insteadKind: 'notationRemove', example: '' };

const advices: readonly (readonly [RegExp, (text: string, name: string) => Advice])[] = [
  [/^(?:figure|img|image|picture|caption|wp_caption|photo)$/i, advisePicture],
  [/^(?:gallery|carousel|slider|playlist)$/i, () => ({ insteadKind: 'notationGallery', example: '![…](…)' })],
  [/^(?:youtube|vimeo|aparat|video|youtu|player)$/i, adviseVideo],
  [
    /^(?:note|tip|info|warning|important|caution|danger|admonition|alert|callout|hint|notice|success|error|example|(?:pull|block)?quote|box)$/i,
    adviseNote,
  ],
  [/^(?:ref|relref|post_url|link|url|button)$/i, adviseLink],
  [/^(?:embed|tweet|twitter|x|instagram|gist|soundcloud|telegram|spotify|audio|googlemaps)$/i, adviseLink],
  [/^(?:highlight|code|sourcecode|raw|codeblock)$/i, () => ({ insteadKind: 'notationCode', example: '```' })],
  [/^(?:end\w*|toc|more|nextpage|clearfix|br|row|col|columns?)$/i, () => removed],
];

function adviseOther(): Advice {
  return { insteadKind: 'notationOther', example: '`…`' };
}

function advisePicture(text: string): Advice {
  const alt = attribute(text, 'alt') ?? '…';
  const caption = attribute(text, 'caption') ?? attribute(text, 'title');
  const title = caption === undefined ? '' : ` "${caption.replaceAll('"', '”')}"`;
  return {
    insteadKind: 'notationPicture',
    example: `![${alt.replace(/[[\]]/g, '')}](${target(attribute(text, 'src') ?? '…')}${title})`,
  };
}

function adviseVideo(text: string, name: string): Advice {
  const address = addressIn(text);
  const id =
    attribute(text, 'id') ??
    /^\W*[\w-]+\s+"?([\w-]{5,20})"?\s*[>%\]]/.exec(text)?.[1] ??
    /\]\(([\w-]{5,20})\)/.exec(text)?.[1];
  const page = address ?? (id === undefined ? undefined : pages[name.toLowerCase()]?.(id));
  const src = attribute(text, 'src') ?? attribute(text, 'mp4');
  const where = page === undefined && src !== undefined ? `src: ${src}` : `url: ${page ?? '…'}`;
  return { insteadKind: 'notationVideo', example: `video: {${where}, title: …}` };
}

const pages: Readonly<Record<string, (id: string) => string>> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  aparat: (id) => `https://www.aparat.com/v/${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
};

function adviseNote(): Advice {
  return { insteadKind: 'notationNote', example: '> …' };
}

/** Advise on links of wikis (`[[page|text]]`) and generators (`{{< ref "page.md" >}}`), and on embedded pages. */
function adviseLink(text: string): Advice {
  const [, mark, page = '', label] = /^(!?)\[\[([^|\]]*)(?:\|([^\]]*))?\]\]$/.exec(text) ?? [];
  if (mark === '!') return { insteadKind: 'notationPicture', example: `![…](${target(page.trim())})` };
  if (mark === '') {
    if (page.startsWith('#'))
      return { insteadKind: 'notationLink', example: `[${label ?? page.slice(1)}](${target(page)})` };
    return {
      insteadKind: 'notationLink',
      example: `[${(label ?? page).trim()}](${target(/\.\w+$/.test(page) ? page.trim() : `${page.trim()}.md`)})`,
    };
  }
  const named = /["']([^"'\n]+\.md)["']/.exec(text)?.[1];
  return { insteadKind: 'notationLink', example: `[…](${target(addressIn(text) ?? named ?? '…')})` };
}

function attribute(text: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"\\n]*)"|'([^'\\n]*)'|([^\\s"'>\\]/}]+))`, 'i').exec(text);
  return found ? (found[1] ?? found[2] ?? found[3])?.trim() : undefined;
}

function addressIn(text: string): string | undefined {
  return /https?:\/\/[^\s"'<>()[\]]+/.exec(text)?.[0];
}

function target(address: string): string {
  return /[\s()]/.test(address) ? `<${address}>` : address;
}
