const waiting: (() => void)[] = [];
let [isAwaited, isTime] = [false, false];

/**
 * Defer preloading of the code that only an open entry needs until the list is shown: on a slow connection it would delay the
 * list. Patches of the editor call the hook.
 */
export function followLater(): void {
  Object.assign(globalThis, {
    rooznegarLater: (run: () => void) => {
      if (isTime) run();
      else waiting.push(run);
    },
  });
}

/**
 * Load the deferred code as soon as the list is shown. Call it when files arrive. An entry that is opened earlier loads the code
 * itself.
 */
export function runLater(): void {
  if (isAwaited) return;
  isAwaited = true;
  const latest = performance.now() + longestWait;
  const look = (): void => {
    if (!document.querySelector('[role="row"]') && performance.now() < latest) return void requestAnimationFrame(look);
    isTime = true;
    for (const run of waiting.splice(0)) run();
  };
  look();
}

/** In milliseconds: an empty list shows nothing. */
const longestWait = 2000;
