/** The index among `at` and its two children whose item comes first. */
function firstOf<Item>(items: readonly Item[], at: number, before: Before<Item>): number {
  let first = at;
  for (const child of [2 * at + 1, 2 * at + 2]) {
    const candidate = items[child];
    const best = items[first];
    if (candidate !== undefined && best !== undefined && before(candidate, best)) first = child;
  }
  return first;
}

/** Whether the first item comes before the second. A strict order. */
export type Before<Item> = (one: Item, other: Item) => boolean;

/** Lets the item at `at` sink to where it belongs. Called on the top after its item changed. */
export function sink<Item>(items: Item[], at: number, before: Before<Item>): void {
  let here = at;
  for (;;) {
    const first = firstOf(items, here, before);
    const down = items[here];
    const up = items[first];
    if (first === here || down === undefined || up === undefined) return;
    items[here] = up;
    items[first] = down;
    here = first;
  }
}

/** Orders an array as a binary heap in place: `items[0]` comes first. O(items). */
export function heapify<Item>(items: Item[], before: Before<Item>): void {
  for (let at = (items.length >> 1) - 1; at >= 0; at -= 1) sink(items, at, before);
}

/** Takes the top away. O(log items). */
export function removeTop<Item>(items: Item[], before: Before<Item>): void {
  const last = items.pop();
  if (last === undefined || items.length === 0) return;
  items[0] = last;
  sink(items, 0, before);
}
