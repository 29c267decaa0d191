/** A style sheet as text, imported through Vite. */
declare module '*.css?raw' {
  const css: string;
  export default css;
}

/** The published address of a style sheet that only some pages load. */
declare module '*.css?url' {
  const url: string;
  export default url;
}
