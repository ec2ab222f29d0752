import { filtersDecoder } from './decode-filters.ts';
import { leafDecoder } from './decode-leaf.ts';
import { listDecoder } from './decode-list.ts';
import { structureDecoder } from './decode-structure.ts';
import { broken, type Reading } from './reading.ts';
import type { Shape } from './shape.ts';

/** Decodes what stands at the path `at`; undefined where it is absent and may be. */
export type Decode = (raw: unknown, at: string) => unknown;

/** The decoder of a shape with its presence rules: absent, null, "" and the default. */
export function fieldDecoder(shape: Shape, reading: Reading): Decode {
  const decode = valueDecoder(shape, reading);
  const fallback = 'default' in shape ? shape.default : undefined;
  const emptyIsAbsent =
    shape.empty === undefined ? reading.emptyIsAbsent : shape.empty === 'absent';
  const missing = (at: string): undefined => {
    if (shape.required !== true) return undefined;
    const detail = 'is missing';
    throw broken(reading, shape.codes?.missing, { constraint: 'missing', at, detail });
  };
  return (raw, at) => {
    if (raw === undefined) return fallback ?? missing(at);
    if (raw === null) return shape.nullable === true ? null : (fallback ?? missing(at));
    if (raw === '') {
      if (emptyIsAbsent) return fallback ?? missing(at);
      if (shape.codes?.empty !== undefined) {
        const detail = 'must not be empty';
        throw broken(reading, shape.codes.empty, { constraint: 'empty', at, detail });
      }
    }
    return decode(raw, at);
  };
}

function valueDecoder(shape: Shape, reading: Reading): Decode {
  switch (shape.kind) {
    case 'list':
      return listDecoder(shape, reading, fieldDecoder(shape.item, reading));
    case 'structure':
      return structureDecoder(shape, reading, (field) => fieldDecoder(field, reading));
    case 'filters':
      return filtersDecoder(shape, reading);
    default:
      return leafDecoder(shape, reading);
  }
}
