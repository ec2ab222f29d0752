import { filtersDecoder } from './decode-filters.ts';
import { leafDecoder } from './decode-leaf.ts';
import { listDecoder } from './decode-list.ts';
import { structureDecoder } from './decode-structure.ts';
import { reasonFor, refuser, type Decode, type Reading } from './reading.ts';
import type { Shape } from './shape.ts';

/** The decoder of a shape with its presence rules: absent, null, "" and the default. */
export function fieldDecoder(shape: Shape, reading: Reading): Decode {
  const refuse = refuser(shape.reasons);
  const decode = valueDecoder(shape, reading);
  const fallback = 'default' in shape ? shape.default : undefined;
  const emptyIsAbsent =
    shape.empty === undefined ? reading.emptyIsAbsent : shape.empty === 'absent';
  const absent = (at: string): unknown => {
    if (fallback !== undefined || shape.required !== true) return fallback;
    return refuse('missing', at, 'is missing');
  };
  return (raw, at) => {
    if (raw === undefined) return absent(at);
    if (raw === null) return shape.keepsNull === true ? null : absent(at);
    if (raw !== '') return decode(raw, at);
    if (emptyIsAbsent) return absent(at);
    const named = reasonFor(shape.reasons, 'empty');
    return named === undefined ? decode(raw, at) : refuse('empty', at, 'must not be empty');
  };
}

function valueDecoder(shape: Shape, reading: Reading): Decode {
  const decoderOf = (part: Shape): Decode => fieldDecoder(part, reading);
  switch (shape.kind) {
    case 'list':
      return listDecoder(shape, reading, decoderOf(shape.item));
    case 'structure':
      return structureDecoder(shape, reading, decoderOf);
    case 'filters':
      return filtersDecoder(shape, reading, decoderOf);
    case 'record':
      throw new Error('A record is of answers alone.');
    default:
      return leafDecoder(shape, reading);
  }
}
