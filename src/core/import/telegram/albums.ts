import type { Message } from './message.ts';

/** A message with the pictures and videos that were sent with it. */
export interface Album {
  /** The message with the text, or the first. */
  message: Message;
  /** All messages of it, in order. */
  all: readonly Message[];
}

/**
 * Gather albums. Telegram sends every picture of one as a message, and exports do not say which belong together: those
 * that follow each other within seconds, of which at most one has a text.
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

// A server takes no longer to receive the next picture, and an album holds at most ten.
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

/** Whether a message is nothing but text. */
function isBare({ photo, file, poll }: Message): boolean {
  return photo === undefined && file === undefined && poll === undefined;
}

function hasText({ lines }: Message): boolean {
  return lines.some(({ text }) => text !== '');
}
