/** Style sheet of the live preview's bar and window, independent of the site's. */
export const styles = `
:host {
  --paper: light-dark(#ffffff, #1d1c1a);
  --ink: light-dark(#1d1b18, #ece8e0);
  --muted: light-dark(#57534c, #b5aea4);
  --edge: light-dark(#8a8378, #7d766a);
  --problem: light-dark(#a3201b, #ff9a8a);
  --warning: light-dark(#6b4a00, #f2c14e);
  --link: light-dark(#1c5a8a, #8fc4ec);
  font: 15px/1.7 Vazirmatn, system-ui, sans-serif;
  color: var(--ink);
  text-align: start;
  letter-spacing: normal;
}
* { box-sizing: border-box; }
.bar {
  position: fixed;
  z-index: 2147483646;
  inset-block-end: 0;
  inset-inline-start: 0;
  max-inline-size: 100%;
  background: var(--paper);
  border: 1px solid var(--edge);
  border-inline-start-color: var(--warning);
  border-inline-start-width: 5px;
  border-start-end-radius: 8px;
  box-shadow: 0 0 12px rgb(0 0 0 / 25%);
}
.bar.broken { border-inline-start-color: var(--problem); }
.bar[open] { inline-size: min(46rem, 100%); }
summary {
  min-block-size: 44px;
  padding: 8px 12px;
  cursor: pointer;
  font-weight: 700;
}
.bar .files { max-block-size: 45vh; overflow-y: auto; padding: 0 12px 12px; }
section + section { border-block-start: 1px solid var(--edge); }
.head { margin: 10px 0 2px; }
.file { font-family: ui-monospace, monospace; font-size: 13px; overflow-wrap: anywhere; }
.here { color: var(--muted); }
a { color: var(--link); display: inline-block; padding: 4px; }
ul { list-style: none; margin: 0; padding: 0; }
li { padding-block: 6px; overflow-wrap: anywhere; }
.place, .reopen, .close {
  font: inherit;
  color: var(--link);
  background: none;
  border: 1px solid var(--edge);
  border-radius: 4px;
  min-inline-size: 44px;
  min-block-size: 28px;
  padding: 0 8px;
  cursor: pointer;
}
.place { font-variant-numeric: tabular-nums; }
.what { white-space: pre-wrap; }
.problem .what { color: var(--problem); font-weight: 700; }
.warning .what { color: var(--warning); }
bdi { white-space: pre-wrap; }
.fix { display: block; white-space: pre-wrap; }
.rest, .until { color: var(--muted); margin: 10px 0; }
.window {
  inline-size: min(46rem, calc(100% - 24px));
  max-block-size: calc(100% - 24px);
  overflow-y: auto;
  margin: auto;
  padding: 16px 20px;
  color: inherit;
  background: var(--paper);
  border: 1px solid var(--edge);
  border-block-start: 6px solid var(--problem);
  border-radius: 8px;
}
.window::backdrop { background: rgb(0 0 0 / 55%); }
h2 { margin: 0; font-size: 19px; }
.close { min-block-size: 44px; padding-inline: 20px; font-weight: 700; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
@media (prefers-reduced-motion: no-preference) {
  .window[open] { animation: appear 0.15s ease-out; }
  @keyframes appear { from { opacity: 0; } }
}
@media print { .bar, .window { display: none; } }
`;
