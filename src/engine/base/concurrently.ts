/**
 * Map over items with limited concurrency, keeping order. On the first error no new work starts; work in flight settles
 * before the error is thrown.
 */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]!, index);
    }
  };
  const workers = Array.from({ length: limit }, worker);
  try {
    await Promise.all(workers);
  } finally {
    next = items.length;
    await Promise.allSettled(workers);
  }
  return results;
}
