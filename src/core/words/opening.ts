// An article without blank lines is one paragraph, and a first paragraph of that length sums up nothing.
const mostWords = 60;

/**
 * Return the part of a lead whose words weigh more than those of the body: its first 60 words, divided by white space.
 */
export function openingOf(lead: string): string {
  let [end, count] = [0, 0];
  for (const { index, 0: word } of lead.matchAll(/\S+/g)) {
    if (++count > mostWords) return lead.slice(0, end);
    end = index + word.length;
  }
  return lead;
}
