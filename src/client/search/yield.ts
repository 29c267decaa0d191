/** Let keys and drawing come first. */
export function yieldToKeys(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
