/** The parts of React that the editor lends to controls. */
interface Window {
  h(type: unknown, props?: Record<string, unknown> | null, ...children: unknown[]): unknown;
  createClass(definition: Record<string, unknown> & ThisType<ControlInstance>): unknown;
}

/** An instance of a control made by `createClass`. */
interface ControlInstance {
  props: ControlProps;
  state: Record<string, unknown>;
  setState(state: Record<string, unknown>): void;
  forceUpdate(): void;
  [member: string]: unknown;
}

/** What the editor hands a control. */
interface ControlProps {
  value: unknown;
  forID: string;
  classNameWrapper: string;
  field: { get(name: string): unknown };
  entry?: { get(name: string): { toJS(): Record<string, unknown> } | undefined; getIn(path: string[]): unknown };
  onChange(value: unknown): void;
}
