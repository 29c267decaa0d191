import type { MessagePiece } from '../../core/announce/template.ts';
import type { Post } from '../../core/announce/state.ts';
import type { SentPicture } from './picture.ts';
import type { Outcome } from './request.ts';

/** A message to send. */
export interface Draft {
  /** Write its text, which may be shorter below a picture. */
  write(hasPicture: boolean): MessagePiece[];
  picture: SentPicture | undefined;
  /** The article’s headline, lead and URL, for services that show a card. */
  title: string;
  lead: string;
  url: string;
  /** When it was first tried, in milliseconds since 1970-01-01T00:00Z. */
  since: number;
  /** Equal for the same message in the same channel. */
  key: string;
}

/** A channel, with the secret that opens it. */
export interface Service {
  send(draft: Draft): Promise<Outcome>;
  /** Absent where messages can’t be changed. */
  edit?(post: Post, draft: Draft): Promise<Outcome>;
  /** Where a message can be seen, given its number. */
  urlOf?(id: string): string | undefined;
}

/** What every service is created with. */
export interface ServiceOptions {
  secret: string;
  /** How long to wait for an answer, in milliseconds. */
  timeout: number;
  /** Wait, in milliseconds. */
  pause(milliseconds: number): Promise<void>;
}
