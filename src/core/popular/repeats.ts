import { entryOf } from './tally.ts';

/** How long a reader's return to an article is the same read, in milliseconds. */
const slotLength = 30 * 60_000;
/** Readers of one article that may share an address within this time: a household, an office, a mobile network. */
const mostAgents = 8;

/**
 * Create a function that tells whether a read is new: not again by the same address and agent within half an hour, and not by
 * ever new agents of one address. What it remembers lasts as long as the function.
 */
export function createRepeatTest(): (slug: string, household: string, agent: number, time: number) => boolean {
  // Nearly all have one agent, and a set for each of them would take most of the memory.
  const slots = new Map<number, Map<string, Map<string | number, number | Set<number>>>>();
  return (slug, household, agent, time) => {
    const slot = Math.floor(time / slotLength);
    const articles = entryOf(slots, slot, () => {
      // Lines of a log are nearly in order.
      slots.delete(slot - 2);
      return new Map();
    });
    const readers = entryOf(articles, slug, () => new Map<string | number, number | Set<number>>());
    const key = numberOf(household);
    const known = readers.get(key);
    if (known === agent) return false;
    if (known === undefined) readers.set(key, agent);
    else {
      const agents = typeof known === 'number' ? new Set([known]) : known;
      if (agents.has(agent) || agents.size >= mostAgents) return false;
      readers.set(key, agents.add(agent));
    }
    return true;
  };
}

/** An IPv4 address as a number, which takes no memory of its own; others as they are. */
function numberOf(household: string): string | number {
  let [address, part] = [0, 0];
  for (let index = 0; index < household.length; index++) {
    const code = household.charCodeAt(index) - 48;
    if (code >= 0 && code <= 9) part = part * 10 + code;
    else if (code !== -2) return household;
    else {
      address = (address << 8) | part;
      part = 0;
    }
  }
  return (address << 8) | part;
}
