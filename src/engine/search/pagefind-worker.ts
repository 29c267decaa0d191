import { type BundleFile, type BundleTask, makeBundle } from './pagefind-bundle.ts';

/** Create the function that makes bundles in a thread, one after the other: a thread has one Pagefind. */
export default (): ((task: BundleTask) => Promise<BundleFile[]>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const made = last.then(() => makeBundle(task));
    last = made.catch(() => {});
    return made;
  };
};
