/** A style sheet as text, as Vite reads it. */
declare module '*.css?raw' {
  const css: string;
  export default css;
}
