import { addressMarkdown, mediaHtml, pictureMarkdown, playerHtml, videoId } from './elements.ts';
import { type Call, type Form, only } from './forms.ts';

/** Write pictures, players and posts of other sites, which have the same names in Hugo, Jekyll's includes and Hexo. */
export function writeEmbed({ name, list, named, hasInner }: Call): Form | undefined {
  const [first = ''] = list;
  const text = (...names: string[]): string | undefined =>
    names.map((each) => named.get(each)).find((value) => value !== undefined && value !== '');
  const id = text('id', 'video_id', 'videoid', 'code', 'url', 'src', 'user') ?? first;
  switch (name) {
    case 'figure':
    case 'image':
    case 'img':
    case 'picture':
    case 'imgcap':
    case 'responsive-image':
    case 'lazyimg':
    case 'photo': {
      const src = text('src', 'image_path', 'url', 'file', 'path', 'image', 'img', 'name', 'filename') ?? first;
      if (src === '') return undefined;
      const caption = [text('title'), text('caption', 'description', 'desc')]
        .filter((part) => part !== undefined)
        .join(' — ');
      const picture = {
        src,
        alt: text('alt') ?? list[1] ?? '',
        caption,
        credit: text('attr', 'credit'),
        link: text('link', 'href'),
      };
      if (!hasInner) return only(pictureMarkdown(picture));
      return {
        whole: (inner) => pictureMarkdown({ ...picture, caption: caption === '' ? inner : caption }),
        isText: true,
      };
    }
    case 'youtube':
    case 'youtube-lite':
    case 'youtubelite':
    case 'yt':
    case 'vimeo':
    case 'aparat':
      if (id === '') return undefined;
      return only(
        playerHtml(name === 'vimeo' || name === 'aparat' ? name : 'youtube', videoId(id), text('title') ?? ''),
      );
    case 'video':
    case 'audio':
    case 'mp3':
    case 'mp4':
    case 'html5video': {
      const provider = text('provider', 'host') ?? '';
      if (/^(?:youtube|vimeo|aparat)$/.test(provider)) return only(playerHtml(provider as 'youtube', videoId(id)));
      const src = text('src', 'mp4', 'webm', 'file', 'url', 'source', 'mp3') ?? first;
      return src === '' ? undefined : only(mediaHtml(name === 'audio' || name === 'mp3' ? 'audio' : 'video', src));
    }
    case 'gist':
      if (list[1] === undefined)
        return first === '' ? undefined : only(addressMarkdown(`https://gist.github.com/${first}`));
      return only(addressMarkdown(`https://gist.github.com/${first}/${list[1]}`));
    case 'tweet':
    case 'x':
    case 'twitter':
    case 'twitter_simple':
    case 'x_simple':
    case 'tweet_simple': {
      if (/^https?:/.test(id)) return only(addressMarkdown(id));
      const status = text('id') ?? list[1] ?? first;
      return status === ''
        ? undefined
        : only(
            addressMarkdown(
              `https://twitter.com/${text('user') ?? (list[1] === undefined ? 'i' : first)}/status/${status}`,
            ),
          );
    }
    case 'instagram':
    case 'instagram_simple':
      return id === ''
        ? undefined
        : only(addressMarkdown(/^https?:/.test(id) ? id : `https://www.instagram.com/p/${id}/`));
    case 'telegram':
    case 'tg':
      return id === '' ? undefined : only(addressMarkdown(/^https?:/.test(id) ? id : `https://t.me/${id}`));
    case 'spotify':
    case 'soundcloud':
    case 'iframe':
    case 'embed':
    case 'codepen':
    case 'jsfiddle':
    case 'speakerdeck': {
      const address = [first, ...named.values()].find((value) => /^https?:\/\//.test(value));
      return address === undefined ? undefined : only(addressMarkdown(address));
    }
    default:
      return undefined;
  }
}
