import { formatNumber } from '../../text/persian.ts';
import { type ImportNote, note } from '../notes.ts';
import type { ExportInput } from '../reading/format.ts';
import { escapeHtml } from '../reading/html-scan.ts';
import { laterDay } from '../reading/values.ts';
import type { ImportRecord, ReadRecord } from '../record.ts';
import type { Album } from './albums.ts';
import { takeHeadline } from './headline.ts';
import { hashtagsOf, isHashtagLine, linkTo, renderLines } from './lines.ts';
import { type Message, pathOf } from './message.ts';
import { dropSignature, type Signature } from './signature.ts';

/** The channel of the messages. */
export interface Channel extends ExportInput {
  name: string;
  /** Its number. */
  id: string;
  isPublic: boolean;
  /** Its address; `undefined` if it is private or unknown. */
  url: string | undefined;
  signature: Signature;
  /** Numbers of messages that were pinned. */
  pinned: ReadonlySet<number>;
}

/** Make an article of each message with its pictures. */
export function createArticles(albums: readonly Album[], channel: Channel): ReadRecord[] {
  return albums.map((album) => createArticle(album, channel));
}

function createArticle({ message, all }: Album, channel: Channel): ReadRecord {
  const notes: ImportNote[] = [];
  const signed = dropSignature(message.lines, channel.signature);
  const text = signed.filter((line) => !isHashtagLine(line));
  const headline = takeHeadline(text);
  const question = message.poll && headline.title === '' && text.length === 0 ? message.poll.question : '';
  const { image, video, rest } = readMedia(all, notes);
  const parts = [
    renderLines(headline.lines),
    rest,
    renderPoll(message, question, notes),
    renderPlace(message),
    renderButtons(message),
  ];
  const html = parts.filter((part) => part !== '').join('\n');
  if (html === '') return { skipped: skippedKind(all) };
  if (message.lines.some(({ runs }) => runs.some(({ type }) => type === 'spoiler')))
    notes.push(note('changed', 'Words that were hidden until a tap (spoilers) are shown.'));
  const isForwarded = message.forwardedFrom !== '' && message.forwardedFrom !== channel.name;
  const url = addressOf(message.id, channel);
  return {
    origin: `telegram:${channel.id}/${message.id}`,
    file: channel.file,
    line: all[0]!.line,
    kind: 'article',
    title: headline.title || question,
    date: message.date,
    updated: laterDay(message.date, message.edited),
    draft: channel.isPublic ? undefined : 'The channel was private.',
    addresses: all.map(({ id }) => recordAddress(id, channel)),
    tags: hashtagsOf(message.lines),
    categories: [],
    authors: message.author === '' ? [] : [message.author],
    source: isForwarded
      ? { name: message.forwardedFrom }
      : channel.name === ''
        ? undefined
        : { name: channel.name, url },
    image: image === undefined ? undefined : { src: image },
    video: video === undefined ? undefined : { url: video },
    picked: all.some(({ id }) => channel.pinned.has(id)) || undefined,
    related: message.replyTo === undefined ? undefined : [recordAddress(message.replyTo, channel)],
    body: { form: 'html', text: html },
    base: channel.file.includes('/') ? channel.file.slice(0, channel.file.lastIndexOf('/') + 1) : '',
    notes,
  } satisfies ImportRecord;
}

/** The first picture and the first video become fields of the article; the others follow its text. */
function readMedia(
  all: readonly Message[],
  notes: ImportNote[],
): { image: string | undefined; video: string | undefined; rest: string } {
  const images: string[] = [];
  const videos: string[] = [];
  const links: string[] = [];
  for (const { photo, file } of all) {
    const path = photo === undefined ? undefined : pathOf(photo);
    if (path !== undefined) images.push(path);
    else if (photo !== undefined) notes.push(note('lost', 'A picture is not in the export.'));
    if (!file || file.kind === 'sticker') continue;
    if (file.path === undefined) notes.push(note('lost', fileNames[file.kind]));
    else if (file.kind === 'video') videos.push(file.path);
    else {
      links.push(`<p><a href="${escapeHtml(file.path)}">${escapeHtml(file.name)}</a></p>`);
      notes.push(note('changed', 'A file became a link.', file.path));
    }
  }
  const [image, ...otherImages] = images;
  const [video, ...otherVideos] = videos;
  const rest = [
    ...otherImages.map((src) => `<figure><img src="${escapeHtml(src)}" alt=""></figure>`),
    ...otherVideos.map((src) => `<figure><video src="${escapeHtml(src)}" controls></video></figure>`),
    ...links,
  ];
  return { image, video, rest: rest.join('\n') };
}

function renderPoll({ poll }: Message, title: string, notes: ImportNote[]): string {
  if (!poll) return '';
  notes.push(note('changed', 'A poll became a list of its answers.'));
  const items = poll.answers.map(({ text, voters }) => {
    const votes = voters > 0 ? `: ${formatNumber(voters)} رأی` : '';
    return `<li>${escapeHtml(text)}${votes}</li>`;
  });
  const question = title === poll.question ? '' : `<p>${escapeHtml(poll.question)}</p>\n`;
  return items.length === 0 ? question : `${question}<ul>\n${items.join('\n')}\n</ul>`;
}

function renderPlace({ place }: Message): string {
  return place === undefined ? '' : `<p>${escapeHtml(place)}</p>`;
}

function renderButtons({ buttons }: Message): string {
  return buttons.map(({ text, url }) => `<p>${linkTo(url, escapeHtml(text))}</p>`).join('\n');
}

/** Address of a message for other records: pages cannot have those of Telegram as old addresses. */
function recordAddress(id: number, { id: channel }: Channel): string {
  return `record:telegram:${channel}/${id}`;
}

function addressOf(id: number, { url }: Channel): string | undefined {
  return url === undefined ? undefined : `${url}/${id}`;
}

function skippedKind(all: readonly Message[]): string {
  if (all.some(({ file }) => file?.kind === 'sticker')) return 'stickers';
  const hasMedia = all.some(({ photo, file }) => photo !== undefined || file !== undefined);
  return hasMedia ? 'pictures and videos without a text' : 'empty messages';
}

const fileNames = {
  video: 'A video is not in the export.',
  audio: 'A recording is not in the export.',
  document: 'A file is not in the export.',
} as const;
