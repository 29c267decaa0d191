import type { DevEnvironment, EnvironmentModuleNode, RunnableDevEnvironment } from 'vite';

/**
 * Have an environment of Vite's server evaluate a module again at its next use, and every module that imports it.
 *
 * @param file Path of the module, with `/` on every system.
 * @param timestamp Time of the change, as Vite gives it to `hotUpdate`.
 */
export function forgetModule(environment: DevEnvironment, file: string, timestamp: number): void {
  const { moduleGraph } = environment;
  const forgotten = new Set<EnvironmentModuleNode>();
  for (const each of moduleGraph.getModulesByFile(file) ?? []) {
    moduleGraph.invalidateModule(each, forgotten, timestamp, true);
  }
  if (!('runner' in environment)) return;
  const { evaluatedModules } = (environment as RunnableDevEnvironment).runner;
  for (const { id } of forgotten) {
    const evaluated = id === null ? undefined : evaluatedModules.getModuleById(id);
    if (evaluated) evaluatedModules.invalidateModule(evaluated);
  }
}
