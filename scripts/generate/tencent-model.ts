import type { DeclaredField } from './tencent-declarations.ts';
import type { ModelAction, ModelField, ServiceModel } from './shape-model.ts';

/** A field of an object in the Tencent models: `member` names the scalar or the object. */
interface JsonField {
  readonly name: string;
  readonly type: 'string' | 'int' | 'float' | 'bool' | 'list' | 'object';
  readonly member: string;
  readonly required?: boolean;
}

/** A service as DIR/models/tencent/<service>.json has it. */
export interface JsonModel {
  readonly actions: Readonly<Record<string, { readonly input: string; readonly output: string }>>;
  readonly objects: Readonly<Record<string, readonly JsonField[]>>;
}

type Declarations = ReadonlyMap<string, readonly DeclaredField[]>;

const scalars: Readonly<Record<string, ModelField['type']>> = {
  string: 'string',
  int64: 'integer',
  uint64: 'integer',
  float: 'number',
  bool: 'boolean',
  datetime: 'string',
  datetime_iso: 'time',
  date: 'string',
  number: 'integer',
  boolean: 'boolean',
  any: 'any',
};

/** The actions named of a service, with the fields that only the SDK's declarations have. */
export function tencentModel(
  folder: string,
  { actions, objects }: JsonModel,
  {
    names,
    declarations,
  }: { readonly names: readonly string[]; readonly declarations: Declarations },
): ServiceModel {
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (objects[from] ?? []).some(({ member }) => {
      if (member === to) return true;
      if (seen.has(member)) return false;
      seen.add(member);
      return reaches(member, to, seen);
    });
  const typed = (holder: string, member: string): Pick<ModelField, 'type' | 'struct'> => {
    const type = scalars[member];
    if (type !== undefined) return { type };
    // A structure within itself is cut there: no shape can hold it.
    const isCycle = member === holder || reaches(member, holder, new Set());
    return isCycle ? { type: 'any' } : { type: 'struct', struct: member };
  };
  const fieldsOf = (object: string): ModelField[] => {
    const told = objects[object] ?? [];
    const declared = declarations.get(object) ?? [];
    const nullable = new Set(declared.filter((field) => field.nullable).map(({ name }) => name));
    const known = new Set(told.map(({ name }) => name));
    return [
      ...told.map((field) => ({
        name: field.name,
        list: field.type === 'list',
        required: field.required === true,
        nullable: nullable.has(field.name),
        ...typed(object, field.member),
      })),
      ...declared
        .filter(({ name }) => !known.has(name))
        .map(({ name, list, required, type, nullable }) => {
          return { name, list, required, nullable, sdkOnly: true, ...typed(object, type) };
        }),
    ];
  };
  const structs = new Set([...Object.keys(objects), ...declarations.keys()]);
  return {
    vendor: 'tencent',
    folder,
    actions: Object.fromEntries(
      names.map((name): [string, ModelAction] => {
        const action = actions[name];
        if (action === undefined) throw new Error(`the model of ${folder} has no action ${name}`);
        return [name, { input: fieldsOf(action.input), output: fieldsOf(action.output) }];
      }),
    ),
    structs: Object.fromEntries([...structs].map((name) => [name, fieldsOf(name)])),
  };
}
