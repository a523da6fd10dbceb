/**
 * Asks for something about each item, a few at a time, as soon as another has been answered.
 *
 * @param ask is not rejected
 * @returns the answers in the order of the items
 */
export async function mapFewAtOnce<Item, Answer>(
  items: readonly Item[],
  atOnce: number,
  ask: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const left = items.entries();
  const work = async (): Promise<void> => {
    // One iterator for all of them: each takes the next item.
    for (const [index, item] of left) answers[index] = await ask(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return answers;
}
