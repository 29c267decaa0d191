import type { Message } from './message.ts';

/** A message with the pictures and videos that were sent with it. */
export interface Album {
  /** The message with the text, or the first. */
  message: Message;
  /** All messages of it, in order. */
  all: readonly Message[];
}

/**
 * Group messages into albums. Telegram sends each picture of an album as a message, and exports do not group them;
 * messages within seconds of each other, of which at most one has a text, are taken for an album.
 */
export function gatherAlbums(messages: readonly Message[]): Album[] {
  const groups: Message[][] = [];
  for (const message of messages) {
    const group = groups.at(-1);
    if (group && belongs(message, group)) group.push(message);
    else groups.push([message]);
  }
  return groups.map((all) => ({ message: all.find(hasText) ?? all[0]!, all }));
}

// Servers receive the next picture within this time; Telegram limits albums to ten.
const mostSeconds = 2;
const mostPictures = 10;

function belongs(message: Message, group: readonly Message[]): boolean {
  const last = group.at(-1)!;
  if (!isPicture(message) || message.poll || message.replyTo !== last.replyTo) return false;
  if (!isPicture(last) && !(group.length === 1 && isBare(last))) return false;
  if (!message.date || !last.date || group.length >= mostPictures) return false;
  const seconds = (message.date.epoch - last.date.epoch) / 1000;
  if (seconds < 0 || seconds > mostSeconds) return false;
  if (message.forwardedFrom !== last.forwardedFrom) return false;
  return !(hasText(message) && group.some(hasText));
}

function isPicture({ photo, file }: Message): boolean {
  return photo !== undefined || file?.kind === 'video';
}

/** Return whether a message is only text. */
function isBare({ photo, file, poll }: Message): boolean {
  return photo === undefined && file === undefined && poll === undefined;
}

function hasText({ lines }: Message): boolean {
  return lines.some(({ text }) => text !== '');
}
