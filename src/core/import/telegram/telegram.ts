import { cutFault, type ExportFormat, type ExportInput, lengthFault, refuse } from '../reading/format.ts';
import { elementsOf, hasMore, type JsonPlace, memberOf, membersOf, parsePlace, rootOf } from '../reading/json-text.ts';
import { fieldsOf, nameOf, textIn, textOf, valueOf } from '../reading/values.ts';
import type { ArchiveSite, ImportRefusal, ReadRecord } from '../record.ts';
import { gatherAlbums } from './albums.ts';
import { createArticles } from './article.ts';
import { type Message, readMessage } from './message.ts';
import { learnSignature } from './signature.ts';

/**
 * Exports of Telegram Desktop (`result.json`): of one channel, or of an account, of which only channels are read.
 * Private chats and groups are counted, but never read.
 */
export const telegram: ExportFormat = {
  name: 'Telegram',
  matches(head, name) {
    if (!/^\uFEFF?\s*\{/.test(head)) return false;
    const isChat = /"messages"\s*:\s*\[/.test(head) && chatType.test(head);
    const isAccount =
      /^\uFEFF?\s*\{\s*"about"\s*:/.test(head) && (accountPart.test(head) || /result.*\.json$/i.test(name));
    return isChat || isAccount;
  },
  read(text, input) {
    const root = rootOf(text);
    const chats = root ? findChats(text, root) : [];
    const channels = chats
      .filter(({ type }) => type.endsWith('_channel'))
      .map((chat) => readChannel(text, chat, input));
    const [first] = channels;
    const site: ArchiveSite = { system: 'Telegram', title: first?.name, url: first?.url, authors: [], lists: [] };
    const isCut = root !== undefined && (!root.isWhole || hasMore(text, root));
    return {
      site,
      records: [
        ...chats.filter(({ type }) => !type.endsWith('_channel')).map(() => ({ skipped: 'private chats and groups' })),
        ...channels.flatMap(({ records }) => records),
        ...(isCut ? [refuse(input, text.split('\n').length, '', [cutFault])] : []),
      ],
    };
  },
};

interface Chat {
  name: string;
  type: string;
  id: string;
  place: JsonPlace;
}

/** Find the chats: the export is one, or lists those that the account has joined or left. */
function findChats(text: string, root: JsonPlace): Chat[] {
  const chats = [root];
  for (const list of membersOf(text, root)) {
    const places = list.key === 'chats' || list.key === 'left_chats' ? memberOf(text, list, 'list') : undefined;
    if (places) chats.push(...elementsOf(text, places));
  }
  return chats.map((place) => readChat(text, place)).filter((chat) => chat !== undefined);
}

function readChat(text: string, place: JsonPlace): Chat | undefined {
  const values = new Map<string, JsonPlace>();
  for (const member of membersOf(text, place)) values.set(member.key, member);
  const messages = values.get('messages');
  if (!messages) return undefined;
  const read = (key: string): string => (values.has(key) ? textOf(parsePlace(text, values.get(key)!)) : '');
  return { name: nameOf(read('name')), type: read('type'), id: read('id'), place: messages };
}

function readChannel(
  text: string,
  chat: Chat,
  input: ExportInput,
): { name: string | undefined; url: string | undefined; records: ReadRecord[] } {
  const messages: Message[] = [];
  const pinned = new Set<number>();
  const refusals: ImportRefusal[] = [];
  const skipped: ReadRecord[] = [];
  for (const place of elementsOf(text, chat.place)) {
    const fault = lengthFault(place.end - place.start);
    const fields = fault ? undefined : fieldsOf(parsePlace(text, place));
    if (!fields) {
      if (fault || place.isWhole) refusals.push(refuse(input, place.line, '', [fault ?? brokenFault]));
      continue;
    }
    const message = readMessage(fields, place);
    if (message) messages.push(message);
    else skipped.push({ skipped: skippedKind(textIn(fields, 'type')) });
    if (textIn(fields, 'action') === 'pin_message') pinned.add(Number(valueOf(fields, 'message_id')) || 0);
  }
  const signature = learnSignature(messages);
  const isPublic = chat.type === 'public_channel';
  const url = isPublic && signature.name !== undefined ? `https://t.me/${signature.name}` : undefined;
  const articles = createArticles(gatherAlbums(messages), { ...input, ...chat, isPublic, url, signature, pinned });
  return { name: chat.name || undefined, url, records: [...articles, ...refusals, ...skipped] };
}

function skippedKind(type: string): string {
  return type === 'service' ? 'service messages' : 'messages that the export does not contain';
}

const chatType =
  /"type"\s*:\s*"(?:(?:public|private)_(?:channel|supergroup|group)|personal_chat|bot_chat|saved_messages)"/;
const accountPart =
  /"(?:personal_information|profile_pictures|stories|contacts|frequent_contacts|sessions|chats|left_chats)"\s*:/;
const brokenFault = {
  field: 'record',
  expected: 'a message as a JSON object',
  found: 'something else',
  fix: 'Export the channel again.',
} as const;
