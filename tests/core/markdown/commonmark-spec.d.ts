declare module 'commonmark-spec' {
  /** The examples of the specification; `→` represents a tab. */
  export const tests: { markdown: string; html: string; section: string; number: number }[];
}
