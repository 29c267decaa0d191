/** A host whose videos can be played on our pages, after a click. */
interface EmbedHost {
  /** Host names of its pages. */
  names: readonly string[];
  /** Origin of its player. */
  origin: string;
  /** Return the path of the player for a page of the host. */
  playerOf(page: URL): string | undefined;
  /** List the pages of the video that an embed URL plays, the usual one first. */
  pagesOf(embed: URL): string[];
}

const hosts: readonly EmbedHost[] = [
  {
    names: ['aparat.com', 'www.aparat.com'],
    origin: 'https://www.aparat.com',
    playerOf: ({ pathname }) => {
      const id = /^\/v\/([A-Za-z0-9]{3,20})(?:\/|$)/.exec(pathname)?.[1];
      return id && `/video/video/embed/videohash/${id}/vt/frame`;
    },
    pagesOf: ({ hostname, pathname }) => {
      const [, id] = /^\/(?:v|embed|video\/video\/embed\/videohash)\/([A-Za-z0-9]{3,20})(?:\/|$)/.exec(pathname) ?? [];
      if (id === undefined || !/^(?:www\.)?aparat\.com$/.test(hostname)) return [];
      return ['www.aparat.com', 'aparat.com'].map((host) => `https://${host}/v/${id}`);
    },
  },
  {
    names: ['youtube.com', 'www.youtube.com', 'm.youtube.com', 'youtu.be'],
    origin: 'https://www.youtube-nocookie.com',
    playerOf: ({ hostname, pathname, searchParams }) => {
      const path = hostname === 'youtu.be' ? pathname : /^\/(?:embed|live|shorts|v)(\/.*)/.exec(pathname)?.[1];
      const id = path?.slice(1).split('/')[0] ?? (pathname === '/watch' ? searchParams.get('v') : undefined);
      if (!id || !/^[\w-]{11}$/.test(id)) return undefined;
      const start = secondsOf(searchParams.get('t') ?? searchParams.get('start') ?? '');
      return `/embed/${id}${start > 0 ? `?start=${start}` : ''}`;
    },
    pagesOf: ({ hostname, pathname, searchParams }) => {
      const [, id] = /^\/(?:embed|v)\/(?!videoseries)([\w-]{11})(?:[/&]|$)/.exec(pathname) ?? [];
      if (id === undefined || !/^(?:www\.)?youtube(?:-nocookie)?\.com$/.test(hostname)) return [];
      const start = secondsOf(searchParams.get('start') ?? '');
      const watch = `/watch?v=${id}${start > 0 ? `&t=${start}` : ''}`;
      const short = `https://youtu.be/${id}${start > 0 ? `?t=${start}` : ''}`;
      return [`https://www.youtube.com${watch}`, `https://youtube.com${watch}`, `https://m.youtube.com${watch}`, short];
    },
  },
];

/**
 * Return the player's URL for a page of a video host; `undefined` for pages and hosts that are only linked to.
 *
 * @example videoEmbed('https://www.aparat.com/v/abc12') //
 * 'https://www.aparat.com/video/video/embed/videohash/abc12/vt/frame'
 */
export function videoEmbed(page: string): string | undefined {
  const url = URL.parse(page);
  const host = url && hosts.find(({ names }) => names.includes(url.hostname));
  const player = host?.playerOf(url!);
  return player && host!.origin + player;
}

/**
 * List the pages of the video that an embed URL plays, the usual one first; empty if it is no video of a known host.
 *
 * @example videoPages('//www.aparat.com/embed/abc12') // ['https://www.aparat.com/v/abc12',
 * 'https://aparat.com/v/abc12']
 */
export function videoPages(embed: string): string[] {
  const url = URL.parse(embed, 'https://none.invalid/');
  return url ? hosts.flatMap(({ pagesOf }) => pagesOf(url)) : [];
}

/**
 * List the origins of the players that a site may show, for `frame-src` of a Content Security Policy (CSP3, section
 * 6.1.6).
 *
 * @param videoHosts Host names from the site's configuration.
 * @example embedOrigins(['youtu.be']) // ['https://www.youtube-nocookie.com']
 */
export function embedOrigins(videoHosts: readonly string[]): string[] {
  return hosts.filter(({ names }) => names.some((name) => videoHosts.includes(name))).map(({ origin }) => origin);
}

/** Parse a start time in seconds, as in `t=90`, `t=90s`, `t=1m30s`; 0 for any other text. */
function secondsOf(text: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] = /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?$/.exec(text) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
