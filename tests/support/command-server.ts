import { flushCompileCache } from 'node:module';
import process from 'node:process';

/** A command to run in a process that is running already. */
export interface Order {
  /** As in `scripts/<name>.ts`. */
  name: string;
  args: readonly string[];
  /** Ends what the command writes to each stream. */
  mark: string;
}

/** The answer to an order. */
export interface Answer {
  code: number;
}

// Started by `command.ts`: runs commands on request, one after the other, with the code that the first of them has loaded.
const environment = { ...process.env };
let runs = 0;
process.on('message', (order: Order) => {
  void run(order).then((answer) => process.send!(answer));
});
// Nothing is written into folders that are removed with the tests.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

async function run({ name, args, mark }: Order): Promise<Answer> {
  process.argv.splice(2, Infinity, ...args);
  try {
    // A module is run once; with another query it is another one, whose imports are the same.
    await import(`../../scripts/${name}.ts?run=${++runs}`);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  if (runs === 1) flushCompileCache();
  for (const variable of Object.keys(process.env)) if (!(variable in environment)) delete process.env[variable];
  Object.assign(process.env, environment);
  process.stdout.write(mark);
  process.stderr.write(mark);
  return { code };
}
