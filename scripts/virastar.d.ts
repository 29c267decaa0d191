declare module 'virastar' {
  /** Cleans up Persian texts; see https://github.com/brothersincode/virastar. */
  export default class Virastar {
    cleanup(text: string): string;
  }
}
