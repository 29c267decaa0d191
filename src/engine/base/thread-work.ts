/** A batch for a thread. */
export interface ThreadBatch {
  /** Address of a module whose default export creates the function that processes tasks. */
  module: string;
  /** Batches of the same work share one such function. */
  work: number;
  /** Input common to all batches of the work. */
  setup: unknown;
  tasks: unknown;
}

type Create = (setup: unknown) => (tasks: unknown) => Promise<unknown>;

const known = new Map<string, { work: number; run: (tasks: unknown) => Promise<unknown> }>();

/** Process a batch. What was created for the last work of each module is kept, and whatever its code has cached. */
export default async ({ module, work, setup, tasks }: ThreadBatch): Promise<unknown> => {
  const { default: create } = (await import(module)) as { default: Create };
  let current = known.get(module);
  if (current?.work !== work) known.set(module, (current = { work, run: create(setup) }));
  return current.run(tasks);
};
