import { limits } from '#kernel/limits.ts';
import { embeddedJson } from './embedded-json.ts';
import { pathOf, countText, refuser, type Decode, type Reading } from './reading.ts';
import type { ListShape } from './shape.ts';

const POSITION = /^(0|[1-9]\d{0,5})$/;

/**
 * The decoder of a list, in whichever of its styles it arrives. Gaps in its numbering close, and
 * an item that is "" where that is absent is none: SDKs leave such holes. An item that is null is
 * refused: dropped, it would turn a list of ids into one that names none, which means all.
 */
export function listDecoder(shape: ListShape, reading: Reading, item: Decode): Decode {
  const refuse = refuser(shape.reasons);
  const { min = 0, max = limits.listItemsMax } = shape;
  // Holes do not count towards the list's own limit, but cost time like any item.
  const itemsMax = Math.max(max, limits.listItemsMax);
  const wanted = `must have ${countText(min, max)} items`;
  return (raw, at) => {
    const items = itemsOf(raw, { shape, reading, itemsMax });
    if (typeof items === 'string') return refuse(items, at, 'must be a list');
    if (items.values.length > itemsMax) return refuse('count', at, wanted);
    const decoded: unknown[] = [];
    for (const [index, value] of items.values.entries()) {
      const place = pathOf(at, items.positions?.[index] ?? index);
      if (value === null) return refuse('type', place, 'must not be null');
      const one = item(value, place);
      if (one !== undefined) decoded.push(one);
    }
    if (decoded.length < min || decoded.length > max) return refuse('count', at, wanted);
    return decoded;
  };
}

interface Items {
  readonly values: readonly unknown[];
  /** The numbers the items came under; their indices where absent. */
  readonly positions?: readonly string[];
}

interface Style {
  readonly shape: ListShape;
  readonly reading: Reading;
  readonly itemsMax: number;
}

function itemsOf(raw: unknown, { shape, reading, itemsMax }: Style): Items | 'type' | 'malformed' {
  if (Array.isArray(raw)) return { values: raw };
  if (shape.style === 'json' || shape.style === 'comma') {
    if (typeof raw !== 'string') return 'type';
    // Some pages that want commas show a JSON array as well, and their clients send one.
    const value = shape.style === 'json' || raw.startsWith('[') ? embeddedJson(raw) : undefined;
    if (Array.isArray(value)) return { values: value };
    return shape.style === 'json' ? 'malformed' : { values: raw.split(',', itemsMax + 1) };
  }
  if (!reading.flattened || typeof raw !== 'object' || raw === null) return 'type';
  return numberedItems(raw as Readonly<Record<string, unknown>>, reading) ?? 'type';
}

/**
 * `Name.1`, `Name.5`: whatever the base and the gaps, in the order of the numbers. Names that are
 * no numbers may be ignored, but not all there is: again a list that names none would mean all.
 */
function numberedItems(
  raw: Readonly<Record<string, unknown>>,
  reading: Reading,
): Items | undefined {
  const names = Object.keys(raw);
  const numbered = names.filter((name) => POSITION.test(name));
  if (numbered.length < names.length) {
    if (reading.unknown === 'refuse' || numbered.length === 0) return undefined;
  }
  const positions = numbered.toSorted((a, b) => Number(a) - Number(b));
  return { values: positions.map((position) => raw[position]), positions };
}
