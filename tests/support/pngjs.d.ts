/** The part of pngjs that the tests use. */
declare module 'pngjs' {
  export interface Png {
    width: number;
    height: number;
    /** RGBA, row by row. */
    data: Buffer;
  }
  export const PNG: { sync: { read(bytes: Uint8Array): Png } };
}
