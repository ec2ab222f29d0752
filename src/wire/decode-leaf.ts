import { characterCount, isStorableText } from '#kernel/text.ts';
import type { Decode } from './decode-field.ts';
import { instantOf } from './instants.ts';
import { broken, type Reading } from './reading.ts';
import type {
  Constraint,
  IdShape,
  IntegerShape,
  NumberShape,
  Shape,
  StringShape,
  TimeShape,
} from './shape.ts';

type Leaf = Exclude<Shape, { kind: 'list' | 'structure' | 'filters' }>;
type Refuse = (constraint: Constraint, at: string, detail: string) => never;

const INTEGER = /^-?\d{1,16}$/;
const DECIMAL = /^-?\d{1,16}(\.\d{1,16})?$/;

/** The decoder of a shape without parts. */
export function leafDecoder(shape: Leaf, reading: Reading): Decode {
  const refuse: Refuse = (constraint, at, detail) => {
    throw broken(reading, shape.codes?.[constraint], { constraint, at, detail });
  };
  switch (shape.kind) {
    case 'string':
      return (raw, at) => text(shape, raw, { at, refuse });
    case 'integer':
      return (raw, at) => integer(shape, raw, { at, refuse });
    case 'number':
      return (raw, at) => decimal(shape, raw, { at, refuse });
    case 'boolean':
      return (raw, at) => truth(raw, at, refuse);
    case 'time':
      return (raw, at) => instant(shape, raw, { at, refuse });
    case 'id':
      return (raw, at) => key(shape, raw, { at, refuse, reading });
    case 'opaque':
      return (raw) => raw;
  }
}

interface At {
  readonly at: string;
  readonly refuse: Refuse;
}

function text(shape: StringShape, raw: unknown, { at, refuse }: At): string {
  if (typeof raw !== 'string') return refuse('type', at, 'must be a string');
  if (!isStorableText(raw)) return refuse('pattern', at, 'has a character that is no text');
  const { min = 0, max = Infinity } = shape;
  // Code points are at most code units, so most texts need no counting.
  const length = raw.length > max || raw.length < min * 2 ? characterCount(raw) : raw.length;
  if (length < min || length > max) {
    return refuse('length', at, `must have ${min} to ${max} characters`);
  }
  if (shape.values !== undefined && !shape.values.includes(raw)) {
    return refuse('value', at, `must be one of ${shape.values.join(', ')}`);
  }
  if (shape.pattern !== undefined && !shape.pattern.test(raw)) {
    return refuse('pattern', at, 'has characters or an order of them that are not allowed');
  }
  return raw;
}

function integer(shape: IntegerShape, raw: unknown, { at, refuse }: At): number {
  const value = typeof raw === 'string' && INTEGER.test(raw) ? Number(raw) : raw;
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    return refuse('type', at, 'must be an integer');
  }
  return bounded(shape, value, { at, refuse });
}

function decimal(shape: NumberShape, raw: unknown, { at, refuse }: At): number {
  const value = typeof raw === 'string' && DECIMAL.test(raw) ? Number(raw) : raw;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return refuse('type', at, 'must be a number');
  }
  const digits = String(value).split('.')[1]?.length ?? 0;
  if (digits > (shape.decimals ?? Infinity)) {
    return refuse('range', at, `must have at most ${shape.decimals} digits after the point`);
  }
  return bounded(shape, value, { at, refuse });
}

function bounded(
  shape: { min?: number; max?: number; values?: readonly number[] },
  value: number,
  { at, refuse }: At,
): number {
  const { min = -Infinity, max = Infinity } = shape;
  if (value < min || value > max) return refuse('range', at, `must be from ${min} to ${max}`);
  if (shape.values !== undefined && !shape.values.includes(value)) {
    return refuse('value', at, `must be one of ${shape.values.join(', ')}`);
  }
  return value;
}

function truth(raw: unknown, at: string, refuse: Refuse): boolean {
  if (typeof raw === 'boolean') return raw;
  const lower = typeof raw === 'string' ? raw.toLowerCase() : '';
  if (lower === 'true') return true;
  if (lower === 'false') return false;
  return refuse('type', at, 'must be true or false');
}

function instant(shape: TimeShape, raw: unknown, { at, refuse }: At): number {
  const value = typeof raw === 'string' ? instantOf(raw, shape.form) : undefined;
  return value ?? refuse('malformed', at, 'is not a time of the documented form');
}

function key(shape: IdShape, raw: unknown, { at, refuse, reading }: At & { reading: Reading }) {
  if (typeof raw !== 'string') return refuse('type', at, 'must be a string');
  const found = reading.parseId(shape.of, raw);
  return found ?? refuse('malformed', at, `is not the id of a ${shape.of}: ${raw.slice(0, 64)}`);
}
