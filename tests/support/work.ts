import { Session } from 'node:inspector';
import { compileMatcher } from './regexp-matcher.ts';

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/**
 * Count the work of a function: how often each block of its code runs, that of its packages included, and what methods of
 * the language scan or move. Regular expressions are executed step by step. Unlike time, the count does not depend on the machine
 * or on what else it does.
 */
export function workOf(run: () => unknown): number {
  return worksOf([run])[0]!;
}

/** Count the work of each of some functions, one after the other. */
export function worksOf(runs: readonly (() => unknown)[]): number[] {
  takeBlockCounts();
  return runs.map((run) => {
    [counted, scanned] = [0, 0];
    const restore = [countExpressions(), ...methods.map(countScans)];
    try {
      run();
    } finally {
      for (const each of restore) each();
    }
    return counted + takeBlockCounts() + Math.round(scanned / scannedInOneStep);
  });
}

/** Sum the counts since they were taken last (Chrome DevTools Protocol, Profiler.takePreciseCoverage). */
function takeBlockCounts(): number {
  let sum = 0;
  session.post('Profiler.takePreciseCoverage', (error, taken) => {
    if (error) throw error;
    for (const { functions } of taken.result)
      for (const { ranges } of functions) for (const { count } of ranges) sum += count;
  });
  return sum;
}

/** What was counted before the last matcher was compiled. */
let counted = 0;
const matchers = new Map<string, ReturnType<typeof compileMatcher>>();
/** Those of expressions that were seen before, whose name costs more than their work. */
const matchersOf = new WeakMap<RegExp, ReturnType<typeof compileMatcher>>();

// oxlint-disable no-extend-native -- counting steps means standing between the engine and its expressions for a while.
/** All methods that take regular expressions execute them through this one, once it has been replaced (ECMA-262, RegExpExec). */
function countExpressions(): () => void {
  const { exec } = RegExp.prototype;
  const counting = function (this: RegExp, text: string): RegExpExecArray | null {
    const { global, sticky, lastIndex } = this;
    RegExp.prototype.exec = exec;
    const matcher = matchersOf.get(this) ?? findMatcher(this);
    const bounds = matcher(String(text), global || sticky ? lastIndex : 0);
    const found = exec.call(this, text);
    RegExp.prototype.exec = counting;
    if (found?.index !== bounds?.[0] || (found && found.index + found[0].length !== bounds?.[1]))
      throw new Error(
        `${String(this)} is at ${found?.index} and not at ${bounds?.join('–')} in ${JSON.stringify(text)}.`,
      );
    return found;
  };
  RegExp.prototype.exec = counting;
  return () => void (RegExp.prototype.exec = exec);
}

function findMatcher(expression: RegExp): ReturnType<typeof compileMatcher> {
  const name = String(expression);
  const matcher = matchers.get(name) ?? learnMatcher(name, expression);
  matchersOf.set(expression, matcher);
  return matcher;
}

/** Compile a matcher. That is no work of the function that is counted. */
function learnMatcher(name: string, expression: RegExp): ReturnType<typeof compileMatcher> {
  counted += takeBlockCounts();
  const matcher = compileMatcher(expression);
  matchers.set(name, matcher);
  takeBlockCounts();
  return matcher;
}

/** What a processor scans or moves while it runs one block of code: machine code handles many characters at once. */
const scannedInOneStep = 16;
let scanned = 0;

type Scanned = string | readonly unknown[];
type Extent = (self: Scanned, result: unknown, values: readonly unknown[]) => number;
const whole: Extent = (self) => self.length;
const ofResult: Extent = (_, result) => (result as Scanned).length;
const upToResult: Extent = (self, result) => (result === -1 ? self.length : Number(result));
const fromResult: Extent = (self, result) => self.length - Math.max(0, Number(result));
const behindFirst: Extent = (self, _, [start]) => Math.max(0, self.length - Math.abs(Number(start)));

/** Methods that scan or move, and how much. */
const methods: [prototype: object, name: string, extent: Extent][] = [
  ...scanning(String.prototype, whole, 'includes normalize replace replaceAll split toLowerCase toUpperCase trim'),
  ...scanning(String.prototype, upToResult, 'indexOf'),
  ...scanning(String.prototype, fromResult, 'lastIndexOf'),
  ...scanning(Array.prototype, whole, 'includes'),
  ...scanning(Array.prototype, upToResult, 'indexOf'),
  ...scanning(Array.prototype, fromResult, 'lastIndexOf'),
  ...scanning(Array.prototype, behindFirst, 'splice'),
  ...scanning(Array.prototype, ofResult, 'concat join slice toReversed toSorted toSpliced'),
];

function scanning(prototype: object, extent: Extent, names: string): typeof methods {
  return names.split(' ').map((name) => [prototype, name, extent]);
}

function countScans([prototype, name, extent]: (typeof methods)[number]): () => void {
  const original = Object.getOwnPropertyDescriptor(prototype, name)!;
  Object.defineProperty(prototype, name, {
    ...original,
    value: function (this: Scanned, ...values: unknown[]): unknown {
      const result: unknown = original.value.apply(this, values);
      scanned += extent(this, result, values);
      return result;
    },
  });
  return () => void Object.defineProperty(prototype, name, original);
}
