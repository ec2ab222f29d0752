import { AliyunSdk } from './aliyun-sdk.ts';
import type { ModelAction, ModelField, ServiceModel } from './shape-model.ts';
import type { Member, Struct } from './struct.ts';

const types: Readonly<Record<Member['type'], ModelField['type']>> = {
  string: 'string',
  integer: 'integer',
  float: 'number',
  number: 'integer',
  boolean: 'boolean',
  datetime: 'string',
  any: 'any',
  object: 'struct',
};

/** The actions named of a service, as its installed SDK models them. */
export function aliyunModel(
  folder: string,
  packageName: string,
  names: readonly string[],
): ServiceModel {
  const sdk = new AliyunSdk(packageName);
  const actions = names.map((name): [string, ModelAction] => {
    const { input, output } = sdk.action(name);
    return [name, { input: fieldsOf(input), output: fieldsOf(output) }];
  });
  return { vendor: 'aliyun', folder, actions: Object.fromEntries(actions), structs: {} };
}

function fieldsOf(struct: Struct): ModelField[] {
  return Object.entries(struct).map(([name, member]) => {
    const { type, list, element, required, members, recursive } = member;
    return {
      name,
      type: recursive === true ? 'any' : types[type],
      ...(list === true && { list }),
      ...(element !== undefined && { element }),
      ...(required === true && { required }),
      ...(members !== undefined && { fields: fieldsOf(members) }),
    };
  });
}
