/** A style sheet as text, imported through Vite. */
declare module '*.css?raw' {
  const css: string;
  export default css;
}
