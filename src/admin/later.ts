const waiting: (() => void)[] = [];
let isTime = false;

/**
 * Wait with what only an open entry needs until the list is there: on a slow line it would keep the list waiting. Patches
 * of the editor call the hook.
 */
export function followLater(): void {
  Object.assign(globalThis, {
    rooznegarLater: (run: () => void) => {
      if (isTime) run();
      else waiting.push(run);
    },
  });
}

/** Load what has waited, as soon as the browser has nothing else to do. Call it when files have arrived. */
export function runLater(): void {
  if (isTime) return;
  isTime = true;
  const runAll = (): void => waiting.splice(0).forEach((run) => run());
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in window) requestIdleCallback(runAll, { timeout: 5000 });
  else setTimeout(runAll, 500);
}
