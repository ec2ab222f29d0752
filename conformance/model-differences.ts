import type { Fields, FiltersShape, ListShape, Shape, StructureShape } from '../src/wire/shape.ts';

/** What a declared shape and the vendor's model of it do not agree on. */
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

/** Compares the fields of a structure with those of its skeleton, both ways (D20). */
export function structureDifferences(shape: StructureShape, model: StructureShape, side: Side) {
  return fieldDifferences(shape, model.fields, { side, at: '' });
}

/** A field that the shape says it leaves out, with the reason, is no difference. */
function fieldDifferences(
  { fields: declared, omitted = {} }: Pick<StructureShape, 'fields' | 'omitted'>,
  model: Fields,
  place: Place,
): Difference[] {
  const fields = undotted(declared);
  const names = new Set([...Object.keys(fields), ...Object.keys(model)]);
  return [...names].flatMap((name) => {
    const inside = { ...place, at: place.at === '' ? name : `${place.at}.${name}` };
    const [shape, member] = [fields[name], model[name]];
    if (shape === undefined) {
      const isMeant = Object.hasOwn(omitted, name);
      return isMeant ? [] : [difference(inside, 'not declared', member?.kind ?? '')];
    }
    if (member === undefined) {
      // A parameter of the documents says where it is from.
      const isSourced = shape.source !== undefined && shape.source !== 'sdk';
      return isSourced ? [] : [difference(inside, 'not in the model', shape.kind)];
    }
    return memberDifferences(shape, member, inside);
  });
}

/** What an answer has as `SystemDisk.Size` is, in the model, a field of a structure. */
function undotted(fields: Fields): Fields {
  const all: Record<string, Shape> = {};
  for (const [name, field] of Object.entries(fields)) {
    const [outer = '', inner] = name.split('.');
    const group = all[outer];
    const before = group?.kind === 'structure' ? group.fields : {};
    all[outer] =
      inner === undefined ? field : { kind: 'structure', fields: { ...before, [inner]: field } };
  }
  return all;
}

function memberDifferences(shape: Shape, member: Shape, place: Place): Difference[] {
  const found: Difference[] = [];
  const optional = shape.required !== true || 'default' in shape;
  if (place.side === 'input' && !optional && member.required !== true) {
    found.push(difference(place, 'required here alone', ''));
  }
  return [...found, ...valueDifferences(shape, member, place)];
}

function valueDifferences(shape: Shape, member: Shape, place: Place): Difference[] {
  if (shape.kind === 'opaque' || member.kind === 'opaque') return [];
  if (shape.kind === 'filters') return filtersDifferences(shape, member, place);
  if (shape.kind === 'list') return listDifferences(shape, member, place);
  if (member.kind === 'list') return [difference(place, 'a list in one of them', shape.kind)];
  return scalarDifferences(shape, member, place);
}

function listDifferences(shape: ListShape, member: Shape, place: Place): Difference[] {
  if (place.side === 'input' && (shape.style === 'json' || shape.style === 'comma')) {
    const isText = wireKind(member) === 'string';
    return isText ? [] : [difference(place, 'a list in one of them', `${shape.style} text`)];
  }
  if (member.kind !== 'list') return [difference(place, 'a list in one of them', 'list')];
  const { element } = member;
  const wrapped = shape.element === element || place.side === 'input';
  return [
    ...(wrapped ? [] : [difference(place, 'wrapped otherwise', `${shape.element} ≠ ${element}`)]),
    ...valueDifferences(shape.item, member.item, place),
  ];
}

/** Filters travel as a list of objects that have a name and values. */
function filtersDifferences(shape: FiltersShape, member: Shape, place: Place): Difference[] {
  const item = { kind: 'string' } as const;
  const inside = member.kind === 'list' && member.item.kind === 'structure' ? member.item : null;
  const values = inside?.fields[shape.valuesField]?.kind === 'list';
  const fields: Fields = {
    [shape.nameField]: item,
    [shape.valuesField]: values ? { kind: 'list', item } : item,
  };
  const list: ListShape = { kind: 'list', item: { kind: 'structure', fields } };
  return listDifferences(list, member, place);
}

function scalarDifferences(shape: Shape, member: Shape, place: Place): Difference[] {
  if (shape.kind === 'structure' && member.kind === 'structure') {
    return fieldDifferences(shape, member.fields, place);
  }
  const [declared, modelled] = [wireKind(shape), wireKind(member)];
  // The SDKs do not all tell whole numbers from fractions.
  const areNumbers = [declared, modelled].every((kind) => kind === 'integer' || kind === 'number');
  if (declared === modelled || areNumbers) return [];
  return [difference(place, 'of another kind', `${declared} ≠ ${modelled}`)];
}

/** What travels: ids and times are texts, and a number may be one. */
function wireKind(shape: Shape): string {
  if (shape.kind === 'id' || shape.kind === 'time') return 'string';
  return shape.kind === 'integer' && shape.asString === true ? 'string' : shape.kind;
}

function difference({ side, at }: Place, is: Difference['is'], detail: string): Difference {
  return { at: `${side} ${at}`, is, detail };
}
