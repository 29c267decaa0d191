/**
 * Work on items, so many at a time. The results are in the order of the items. After a failure nothing more is begun, and
 * what was begun is over before the failure is told.
 */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const turn = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]!, index);
    }
  };
  const turns = Array.from({ length: atOnce }, turn);
  try {
    await Promise.all(turns);
  } finally {
    next = items.length;
    await Promise.allSettled(turns);
  }
  return results;
}
