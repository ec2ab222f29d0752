import { limits } from '#kernel/limits.ts';
import type { Decode } from './decode-field.ts';
import { broken, type Reading } from './reading.ts';
import type { Constraint, ListShape } from './shape.ts';

const POSITION = /^(0|[1-9]\d{0,5})$/;

/** The decoder of a list, in whichever of its styles it arrives; gaps in its numbering close. */
export function listDecoder(shape: ListShape, reading: Reading, item: Decode): Decode {
  const refuse = (constraint: Constraint, at: string, detail: string): never => {
    throw broken(reading, shape.codes?.[constraint], { constraint, at, detail });
  };
  const { min = 0, max = limits.listItemsMax } = shape;
  return (raw, at) => {
    const items = itemsOf(shape, reading, raw);
    if (items === undefined) return refuse('type', at, 'must be a list');
    if (items.length < min || items.length > max) {
      return refuse('count', at, `must have ${min} to ${max} items`);
    }
    const decoded: unknown[] = [];
    for (const [position, value] of items) {
      const one = item(value, `${at}.${position}`);
      // A null among the items is no item: the vendors' SDKs leave such holes.
      if (one !== undefined) decoded.push(one);
    }
    return decoded;
  };
}

type Items = ReadonlyArray<readonly [position: string | number, value: unknown]>;

function itemsOf(shape: ListShape, reading: Reading, raw: unknown): Items | undefined {
  if (shape.style === 'json') return typeof raw === 'string' ? jsonItems(raw) : undefined;
  if (shape.style === 'comma') {
    return typeof raw === 'string' ? [...raw.split(',').entries()] : undefined;
  }
  if (Array.isArray(raw)) return [...raw.entries()];
  if (!reading.flattened || typeof raw !== 'object' || raw === null) return undefined;
  return numberedItems(raw, reading.unknown === 'ignore');
}

function jsonItems(text: string): Items | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? [...value.entries()] : undefined;
  } catch {
    return undefined;
  }
}

function numberedItems(raw: object, ignoreOthers: boolean): Items | undefined {
  const named = Object.entries(raw);
  const numbered = named.filter(([name]) => POSITION.test(name));
  if (numbered.length < named.length && !ignoreOthers) return undefined;
  return numbered.toSorted(([a], [b]) => Number(a) - Number(b));
}
