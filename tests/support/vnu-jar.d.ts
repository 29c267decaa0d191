declare module 'vnu-jar' {
  /** The path of the checker's program. */
  const jar: string;
  export default jar;
}
