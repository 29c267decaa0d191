import { decodePath } from '../../../urls.ts';
import { addressOf, type BodyContext, titleOf } from './body.ts';
import {
  addressMarkdown,
  fenceMarkdown,
  linkMarkdown,
  pictureMarkdown,
  playerHtml,
  recordAddress,
  videoId,
} from './elements.ts';
import { findPost } from '../folder/find-files.ts';
import { includeFile } from './includes.ts';
import { evaluate, type Variables } from './liquid-values.ts';
import { type Call, type LiquidForm, type LiquidTag, only } from './forms.ts';
import { quoteLines, writeBlock } from './blocks.ts';
import { writeEmbed } from './embeds.ts';
import { joinPath } from '../folder/site.ts';
import { readArguments } from './tags.ts';

/** Choose the replacement of a tag of Jekyll, Hexo or Eleventy. */
export function writeLiquidTag(
  tag: LiquidTag,
  hasInner: boolean,
  context: BodyContext,
  variables: Variables,
): LiquidForm {
  const call: Call = { name: tag.name, ...readArguments(tag.rest), hasInner };
  return (
    writeControl(tag, hasInner) ??
    writeLink(tag, call, context) ??
    writeHexo(call, tag.rest, context) ??
    (tag.name.startsWith('include') ? writeInclude(tag, context, variables) : undefined) ??
    writeCode(call, tag.rest) ??
    writeEmbed(call) ??
    writeBlock(call) ?? {
      open: '',
      close: '',
      isKept: hasInner,
      note: hasInner
        ? 'A tag of the template has no counterpart; its inner text was kept.'
        : 'A tag of the template has no counterpart and was left out.',
    }
  );
}

function writeControl({ name }: LiquidTag, hasInner: boolean): LiquidForm | undefined {
  if (name === '' || name === 'endraw' || name === 'more') return only('');
  if (/^(?:if|unless|case|ifchanged)$/.test(name) && hasInner)
    return {
      open: '',
      close: '',
      isKept: true,
      note: 'The conditions of a template were left out; the text between them was kept.',
    };
  if (/^(?:elsif|elseif|elif|else|when)$/.test(name) || name.startsWith('end')) return only('');
  return /^(?:increment|decrement|cycle|break|continue|echo|render|liquid|layout|extends|import|from)$/.test(name)
    ? { open: '', close: '', note: 'A tag of the template has no counterpart and was left out.' }
    : undefined;
}

/** Write links to other posts and files. */
function writeLink({ name, rest }: LiquidTag, { list }: Call, context: BodyContext): LiquidForm | undefined {
  const { site } = context;
  if (name === 'post_url' || name === 'post_path') {
    const path = findPost(site, list[0] ?? '');
    if (path !== undefined) return only(recordAddress(path));
    return {
      ...only(`/${(list[0] ?? '').replace(/^\/+/, '')}`),
      note: 'A reference to a file that is not in the folder was left as it is.',
    };
  }
  if (name === 'link' && site.system !== 'Hexo') {
    const written = (decodePath(rest) ?? rest).trim().replace(/^["']|["']$/g, '');
    const path = joinPath(site.content[0] ?? site.root, written.replace(/^\/+/, ''));
    if (path !== undefined && site.has(path) && /\.(?:md|markdown|html)$/i.test(path)) return only(recordAddress(path));
    return only(`${site.base}/${written.replace(/^\/+/, '')}`);
  }
  if (name === 'post_link') {
    const [written = '', ...title] = list;
    const path = findPost(site, written);
    const text = title.filter((part) => part !== 'true' && part !== 'false').join(' ');
    const address = path === undefined ? addressOf(context, written) : recordAddress(path);
    const shown = text === '' ? titleOf(context, path) || written : text;
    return only(address === undefined ? shown : linkMarkdown(shown, address));
  }
  return undefined;
}

/** Write Hexo's tags for files beside a post, notes and links. */
function writeHexo({ name, list, hasInner }: Call, rest: string, { site }: BodyContext): LiquidForm | undefined {
  switch (name) {
    case 'asset_img':
    case 'img':
    case 'image': {
      const index = list.findIndex((part) => /\.[a-z]{3,4}(?:$|\?)|^https?:|^\//i.test(part));
      if (index === -1) return undefined;
      const texts = list.slice(index + 1).filter((part) => !/^\d+(?:px|%)?$/.test(part));
      // The last quoted part may be two: "title' 'alt".
      const [title = '', alt = ''] = texts.flatMap((part) => part.split(/["']\s+["']/));
      return only(pictureMarkdown({ src: list[index]!, alt: alt || title, caption: title }));
    }
    case 'asset_path':
      return only(list[0] ?? '');
    case 'asset_link':
      return only(linkMarkdown(list.slice(1).join(' ') || (list[0] ?? ''), list[0] ?? ''));
    case 'link': {
      const address = list.findIndex((part) => /^https?:|^\//.test(part));
      if (site.system !== 'Hexo' || address === -1) return undefined;
      return only(linkMarkdown(list.slice(0, address).join(' ') || list[address]!, list[address]!));
    }
    case 'youtube':
    case 'vimeo':
      return list[0] === undefined ? undefined : only(playerHtml(name, videoId(list[0])));
    case 'iframe':
    case 'url':
    case 'linkpreview':
      return list[0] === undefined || !/^https?:/.test(list[0]) ? undefined : only(addressMarkdown(list[0]));
    case 'note':
    case 'alert': {
      if (!hasInner) return undefined;
      // `{% note info icon Title %}`: the kind first, then settings, then a title.
      const title = rest
        .trim()
        .replace(
          /^(?:(?:default|primary|info|success|warning|danger|no-icon|simple|modern|flat|disabled|blue|red|green|orange|purple|pink|gray)\b\s*)*/i,
          '',
        )
        .replace(/^["']|["']$/g, '')
        .replace(/^fa\S*(?:\s+fa-\S+)?\s*/, '');
      return { open: title === '' ? '' : `**${title}**\n\n`, close: '' };
    }
    case 'blockquote':
    case 'quote': {
      if (!hasInner) return undefined;
      const [author = '', ...more] = rest.split(',').map((part) => part.trim());
      const address = /https?:\/\/\S+/.exec(rest)?.[0];
      const parts = [author, ...more]
        .map((part) => part.replace(/\s*https?:\/\/\S+\s*/, ' ').trim())
        .filter((part) => part !== '');
      const by = parts.join('، ');
      return {
        whole: (text) => quoteLines(text, address === undefined ? by : linkMarkdown(by || address, address)),
        isText: true,
      };
    }
    case 'btn':
    case 'button': {
      const [address = '', text = ''] = rest.split(/[,،]/).map((part) => part.trim());
      return text === '' || address === '' ? undefined : only(linkMarkdown(text, address));
    }
    case 'label': {
      const [, text = ''] = /@(.*)$/s.exec(rest) ?? [];
      return text === '' ? undefined : only(text.trim());
    }
    default:
      return undefined;
  }
}

function writeCode({ name, list, named, hasInner }: Call, rest: string): LiquidForm | undefined {
  if (!hasInner || !/^(?:highlight|codeblock|code|prism|gist_code)$/.test(name)) return undefined;
  const [first = ''] = list;
  const language = named.get('lang') ?? (name === 'codeblock' && !/^[a-z+#]+$/.test(first) ? '' : first);
  const title =
    name === 'codeblock' && list.length > 1 && !/^\w+$/.test(rest.trim())
      ? list.find((part) => part !== language && !/^https?:/.test(part))
      : undefined;
  return {
    whole: (inner, indent) =>
      (title === undefined ? '' : `${title}\n\n${indent}`) + fenceMarkdown(inner, language, indent),
    isText: false,
  };
}

/** Write an include: as a picture or player according to its name, or filled in from its file. */
function writeInclude({ name, rest }: LiquidTag, context: BodyContext, variables: Variables): LiquidForm | undefined {
  const [, file = '', parameters = ''] = /^["']?([^\s"',]+)["']?,?\s*([^]*)$/.exec(rest) ?? [];
  const read = readArguments(parameters.slice(0, maxParameters));
  const evaluated = new Map(
    [...read.named].map(([key, value]) => [key, valueIn(parameters, key, value, context, variables)]),
  );
  const short = file
    .replace(/^.*\//, '')
    .replace(/\.\w+$/, '')
    .toLowerCase();
  const kind = /youtube|yt/.test(short)
    ? 'youtube'
    : /vimeo/.test(short)
      ? 'vimeo'
      : /aparat/.test(short)
        ? 'aparat'
        : /^(?:figure|image|img|photo|picture|postimage|post-image|image-caption|responsive-image)/.test(short)
          ? 'figure'
          : short;
  const call: Call = { name: kind, list: read.list, named: evaluated, hasInner: false };
  const form =
    writeEmbed(call) ??
    (/^(?:note|notice|alert|tip|warning|callout|info|important)/.test(short) ? writeBlock(call) : undefined);
  return form ?? includeFile(name, file, evaluated, context);
}

/** Return the value of a parameter, which may be a variable: `src=page.image`. */
function valueIn(parameters: string, key: string, value: string, context: BodyContext, variables: Variables): string {
  const isBare = new RegExp(`${key.replaceAll('.', '\\.')}\\s*=\\s*\\w`, 'i').test(parameters.slice(0, maxParameters));
  return isBare ? (evaluate(value, context, variables) ?? value) : value;
}

// In UTF-16 code units: each parameter is searched for in all of them.
const maxParameters = 2000;
