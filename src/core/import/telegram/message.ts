import type { JsonPlace } from '../reading/json-text.ts';
import { type Fields, fieldsOf, listOf, momentOf, nameOf, textIn, utcDate, valueOf } from '../reading/values.ts';
import type { NewsDate } from '../../dates/news-date.ts';
import { type Line, linesOf } from './lines.ts';

/** A message of a channel. */
export interface Message {
  id: number;
  /** Line of the input. */
  line: number;
  date: NewsDate | undefined;
  edited: NewsDate | undefined;
  lines: Line[];
  /** Path of a photo in the export. */
  photo: string | undefined;
  file: MessageFile | undefined;
  poll: { question: string; answers: { text: string; voters: number }[] } | undefined;
  /** Buttons below the message that open an address. */
  buttons: { text: string; url: string }[];
  /** Name and address of a place. */
  place: string | undefined;
  author: string;
  forwardedFrom: string;
  /** The message that this one answers, in the same channel. */
  replyTo: number | undefined;
}

/** A file that a message carries. */
export interface MessageFile {
  kind: 'video' | 'audio' | 'document' | 'sticker';
  /** `undefined` if the export was made without it. */
  path: string | undefined;
  name: string;
}

/** Read a message; `undefined` for service messages and for those that the export does not contain. */
export function readMessage(fields: Fields, { line }: JsonPlace): Message | undefined {
  if (textIn(fields, 'type') !== 'message') return undefined;
  const entities = listOf(valueOf(fields, 'text_entities'));
  return {
    id: Number(valueOf(fields, 'id')) || 0,
    line,
    date: momentIn(fields, 'date'),
    edited: momentIn(fields, 'edited'),
    lines: linesOf(entities.length > 0 ? entities : valueOf(fields, 'text')),
    photo: textIn(fields, 'photo') || undefined,
    file: fileOf(fields),
    buttons: listOf(valueOf(fields, 'inline_bot_buttons'))
      .flatMap(listOf)
      .map((button) => fieldsOf(button))
      .filter((button) => textIn(button, 'type') === 'url')
      .map((button) => ({ text: textIn(button, 'text'), url: textIn(button, 'data') })),
    poll: pollOf(fieldsOf(valueOf(fields, 'poll'))),
    place:
      [textIn(fields, 'place_name'), textIn(fields, 'address')].filter((text) => text !== '').join('، ') || undefined,
    author: nameOf(textIn(fields, 'author')),
    forwardedFrom: nameOf(textIn(fields, 'forwarded_from')),
    replyTo:
      textIn(fields, 'reply_to_peer_id') === ''
        ? Number(valueOf(fields, 'reply_to_message_id')) || undefined
        : undefined,
  };
}

/**
 * Path of a file in the export; `undefined` for the bracketed remark that replaces a file missing from the export.
 *
 * @example pathOf('(File not included. Change data exporting settings to download.)') // undefined
 */
export function pathOf(path: string): string | undefined {
  return path === '' || path.startsWith('(') || /\s\(File [^)]*\)$/.test(path.slice(-200)) ? undefined : path;
}

/** `date` is the local time of the exporting computer; old exports have nothing else. */
function momentIn(fields: Fields, name: string): NewsDate | undefined {
  const seconds = textIn(fields, `${name}_unixtime`);
  if (/^\d{1,11}$/.test(seconds)) return momentOf(Number(seconds));
  const date = valueOf(fields, name);
  const clock = typeof date === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(date) ? `${date}+03:30` : undefined;
  const read = utcDate(clock);
  return typeof read === 'object' ? read : undefined;
}

function fileOf(fields: Fields): MessageFile | undefined {
  const file = textIn(fields, 'file');
  if (file === '') return undefined;
  const type = textIn(fields, 'media_type');
  const mime = textIn(fields, 'mime_type');
  const path = pathOf(file);
  const kind =
    type === 'sticker'
      ? 'sticker'
      : videoTypes.has(type) || mime.startsWith('video/')
        ? 'video'
        : audioTypes.has(type) || mime.startsWith('audio/')
          ? 'audio'
          : 'document';
  const name = textIn(fields, 'title') || textIn(fields, 'file_name') || (path ?? '').split('/').at(-1)!;
  return { kind, path, name };
}

function pollOf(poll: Fields | undefined): Message['poll'] {
  if (!poll) return undefined;
  const answers = listOf(valueOf(poll, 'answers'))
    .map(fieldsOf)
    .filter((answer) => answer !== undefined);
  return {
    question: questionOf(valueOf(poll, 'question')),
    answers: answers.map((answer) => ({
      text: questionOf(valueOf(answer, 'text')),
      voters: Number(valueOf(answer, 'voters')) || 0,
    })),
  };
}

/** Texts of polls may contain entities too. */
function questionOf(value: unknown): string {
  return linesOf(value)
    .map((line) => line.text)
    .join(' ')
    .trim();
}

const videoTypes = new Set(['video_file', 'video_message', 'animation']);
const audioTypes = new Set(['audio_file', 'voice_message']);
