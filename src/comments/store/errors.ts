/** The service can’t start, or a command can’t be done. The message says what to do, in English. */
export class CommentsError extends Error {}
