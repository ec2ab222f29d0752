import { limits } from '#kernel/limits.ts';
import { characterCount, isStorableText } from '#kernel/text.ts';
import { instantOf } from './instants.ts';
import { kindText } from './kind-text.ts';
import { quoted } from './quoted.ts';
import {
  countText,
  rangeText,
  refuser,
  type Decode,
  type Reading,
  type Refuse,
} from './reading.ts';
import type { IdShape, IntegerShape, NumberShape, Shape, StringShape, TimeShape } from './shape.ts';

type Leaf = Exclude<Shape, { kind: 'list' | 'record' | 'structure' | 'filters' }>;

const INTEGER = /^-?\d{1,16}$/;
const DECIMAL = /^-?\d{1,16}(\.\d{1,16})?$/;

/**
 * The decoder of a shape without parts. Numbers and booleans may come as text in JSON too, as the
 * documents' own samples send them (seed 004 L8992-9432); no message repeats a value, which may be
 * a secret, save an id's.
 */
export function leafDecoder(shape: Leaf, reading: Reading): Decode {
  const refuse = refuser(shape.reasons);
  switch (shape.kind) {
    case 'string':
      return textDecoder(shape, refuse);
    case 'integer':
      return integerDecoder(shape, refuse);
    case 'number':
      return decimalDecoder(shape, refuse);
    case 'boolean':
      return booleanDecoder(refuse);
    case 'time':
      return timeDecoder(shape, refuse);
    case 'id':
      return idDecoder(shape, reading, refuse);
    case 'opaque':
      return (raw) => raw;
  }
}

function textDecoder(shape: StringShape, refuse: Refuse): Decode {
  const { min = 0, max = limits.textCharactersMax, values, pattern } = shape;
  return (raw, at) => {
    if (typeof raw !== 'string') return refuse('type', at, 'must be a string');
    if (!isStorableText(raw)) return refuse('pattern', at, 'has a character that is no text');
    // A character is one or two units, so most texts need no counting.
    const length = raw.length > max || raw.length < min * 2 ? characterCount(raw) : raw.length;
    if (length < min || length > max) {
      return refuse('length', at, `must have ${countText(min, max)} characters`);
    }
    if (values !== undefined && !values.includes(raw)) {
      return refuse('value', at, `must be one of ${values.join(', ')}`);
    }
    if (pattern !== undefined && !pattern.test(raw)) {
      return refuse('pattern', at, 'has characters or an order of them that are not allowed');
    }
    return raw;
  };
}

function integerDecoder(shape: IntegerShape, refuse: Refuse): Decode {
  return (raw, at) => {
    const value = typeof raw === 'string' && INTEGER.test(raw) ? Number(raw) : raw;
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
      return refuse('type', at, 'must be an integer');
    }
    checkRange(shape, value, { at, refuse });
    if (shape.values !== undefined && !shape.values.includes(value)) {
      return refuse('value', at, `must be one of ${shape.values.join(', ')}`);
    }
    return value;
  };
}

function decimalDecoder(shape: NumberShape, refuse: Refuse): Decode {
  const { decimals } = shape;
  return (raw, at) => {
    const value = typeof raw === 'string' && DECIMAL.test(raw) ? Number(raw) : raw;
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      return refuse('type', at, 'must be a number');
    }
    if (decimals !== undefined && Number(value.toFixed(decimals)) !== value) {
      return refuse('range', at, `must have at most ${decimals} digits after the point`);
    }
    checkRange(shape, value, { at, refuse });
    return value;
  };
}

function checkRange(
  { min = -Infinity, max = Infinity }: IntegerShape | NumberShape,
  value: number,
  { at, refuse }: { at: string; refuse: Refuse },
): void {
  if (value < min || value > max) refuse('range', at, `must be ${rangeText(min, max)}`);
}

function booleanDecoder(refuse: Refuse): Decode {
  return (raw, at) => {
    if (typeof raw === 'boolean') return raw;
    const lower = typeof raw === 'string' ? raw.toLowerCase() : '';
    if (lower === 'true') return true;
    if (lower === 'false') return false;
    return refuse('type', at, 'must be true or false');
  };
}

function timeDecoder(shape: TimeShape, refuse: Refuse): Decode {
  return (raw, at) => {
    const value = typeof raw === 'string' ? instantOf(raw, shape.form) : undefined;
    return value ?? refuse('malformed', at, 'is not a time of the documented form');
  };
}

function idDecoder(shape: IdShape, reading: Reading, refuse: Refuse): Decode {
  return (raw, at) => {
    if (typeof raw !== 'string') return refuse('type', at, 'must be a string');
    const isShort = raw.length <= limits.textCharactersMax && isStorableText(raw);
    const key = isShort ? reading.parseId(shape.of, raw) : undefined;
    return key ?? refuse('malformed', at, `is not the id of ${kindText(shape.of)}: ${quoted(raw)}`);
  };
}
