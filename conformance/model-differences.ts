import type { Fields, FiltersShape, ListShape, Shape, StructureShape } from '../src/wire/shape.ts';
import type { Member, Struct } from '../scripts/generate/struct.ts';

/** What a declared shape and the SDK's model of it do not agree on. */
export interface Difference {
  /** `input Placement.HostIds` */
  readonly at: string;
  readonly is:
    | 'not declared'
    | 'not in the model'
    | 'of another kind'
    | 'a list in one of them'
    | 'wrapped otherwise'
    | 'required here alone';
  readonly detail: string;
}

type Side = 'input' | 'output';

interface Place {
  readonly side: Side;
  readonly at: string;
}

/** Compares the members of a structure both ways (D20). */
export function structureDifferences(shape: StructureShape, model: Struct, side: Side) {
  return fieldDifferences(shape.fields, model, { side, at: '' });
}

function fieldDifferences(fields: Fields, model: Struct, place: Place): Difference[] {
  const names = new Set([...Object.keys(fields), ...Object.keys(model)]);
  // The dialect adds it to every answer.
  if (place.side === 'output' && place.at === '') names.delete('RequestId');
  return [...names].flatMap((name) => {
    const inside = { ...place, at: place.at === '' ? name : `${place.at}.${name}` };
    const [shape, member] = [fields[name], model[name]];
    if (shape === undefined) return [difference(inside, 'not declared', member?.type ?? '')];
    if (member === undefined) {
      // A parameter of the documents says where it is from.
      const isSourced = shape.source !== undefined && shape.source !== 'sdk';
      return isSourced ? [] : [difference(inside, 'not in the model', shape.kind)];
    }
    return memberDifferences(shape, member, inside);
  });
}

function memberDifferences(shape: Shape, member: Member, place: Place): Difference[] {
  const found: Difference[] = [];
  const optional = shape.required !== true || 'default' in shape;
  if (place.side === 'input' && !optional && member.required !== true) {
    found.push(difference(place, 'required here alone', ''));
  }
  return [...found, ...valueDifferences(shape, member, place)];
}

function valueDifferences(shape: Shape, member: Member, place: Place): Difference[] {
  if (shape.kind === 'opaque' || member.type === 'any') return [];
  if (shape.kind === 'filters') return filtersDifferences(shape, member, place);
  if (shape.kind === 'list') return listDifferences(shape, member, place);
  if (member.list === true) return [difference(place, 'a list in one of them', shape.kind)];
  return scalarDifferences(shape, member, place);
}

function listDifferences(shape: ListShape, member: Member, place: Place): Difference[] {
  if (place.side === 'input' && (shape.style === 'json' || shape.style === 'comma')) {
    const isText = member.type === 'string' && member.list !== true;
    return isText ? [] : [difference(place, 'a list in one of them', `${shape.style} text`)];
  }
  if (member.list !== true) return [difference(place, 'a list in one of them', 'list')];
  const { element } = member;
  const wrapped = shape.element === element || place.side === 'input';
  const { list: _list, element: _element, ...item } = member;
  return [
    ...(wrapped ? [] : [difference(place, 'wrapped otherwise', `${shape.element} ≠ ${element}`)]),
    ...valueDifferences(shape.item, item, place),
  ];
}

/** Filters travel as a list of objects that have a name and values. */
function filtersDifferences(shape: FiltersShape, member: Member, place: Place): Difference[] {
  const item = { kind: 'string' } as const;
  const values = member.members?.[shape.valuesField]?.list === true;
  const fields: Fields = {
    [shape.nameField]: item,
    [shape.valuesField]: values ? { kind: 'list', item } : item,
  };
  const list: ListShape = { kind: 'list', item: { kind: 'structure', fields } };
  return listDifferences(list, member, place);
}

function scalarDifferences(shape: Shape, member: Member, place: Place): Difference[] {
  if (shape.kind === 'structure' && member.type === 'object') {
    if (member.recursive === true) return [];
    return fieldDifferences(shape.fields, member.members ?? {}, place);
  }
  const fits = KINDS[member.type]?.includes(kindOf(shape)) === true;
  if (fits) return [];
  return [difference(place, 'of another kind', `${kindOf(shape)} ≠ ${member.type}`)];
}

/** A number may travel as text. */
function kindOf(shape: Shape): string {
  return shape.kind === 'integer' && shape.asString === true ? 'string' : shape.kind;
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  string: ['string', 'id', 'time'],
  datetime: ['time', 'string'],
  integer: ['integer'],
  float: ['number', 'integer'],
  number: ['integer', 'number'],
  boolean: ['boolean'],
};

function difference({ side, at }: Place, is: Difference['is'], detail: string): Difference {
  return { at: `${side} ${at}`, is, detail };
}
