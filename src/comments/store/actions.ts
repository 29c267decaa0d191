import { closeArticle, decide, edit, markBuilt, markWritten, reply } from './decide.ts';
import { addSession, endSession } from './editors.ts';
import { forget } from './forget.ts';

/** What the writer’s thread does besides storing comments. Each is a transaction of its own. */
export const actions = { decide, reply, edit, closeArticle, markWritten, markBuilt, forget, addSession, endSession };

export type Actions = typeof actions;
