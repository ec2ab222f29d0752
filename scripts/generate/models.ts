/**
 * Writes conformance/models/*.json: the request and response members of the implemented actions
 * as the vendors' own models tell them. The conformance suite holds each declared shape against
 * them (D20).
 *
 * models/tencent of the inputs has names, types and required flags of Tencent's services; cvm is
 * joined with the installed SDK, whose additions are marked sdkOnly. Alibaba's models are read from
 * its installed SDKs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AliyunSdk } from './aliyun-sdk.ts';
import { renderJson, type GeneratedFiles } from './generated-file.ts';
import { implemented } from './implemented.ts';
import type { Inputs } from './inputs.ts';
import { member, type Actions, type Member, type Struct } from './struct.ts';
import { readCvmDeclarations, type DeclaredField } from './tencent-declarations.ts';

/** A field of an object in the Tencent models: `member` names the scalar or the object. */
interface ModelField {
  readonly name: string;
  readonly type: 'string' | 'int' | 'float' | 'bool' | 'list' | 'object';
  readonly member: string;
  readonly required?: boolean;
}

interface Model {
  readonly actions: Readonly<Record<string, { readonly input: string; readonly output: string }>>;
  readonly objects: Readonly<Record<string, readonly ModelField[]>>;
}

type Declarations = ReadonlyMap<string, readonly DeclaredField[]>;

const scalars: Readonly<Record<string, Member['type']>> = {
  string: 'string',
  int64: 'integer',
  uint64: 'integer',
  int: 'integer',
  float: 'float',
  bool: 'boolean',
  datetime: 'datetime',
  datetime_iso: 'datetime',
  date: 'datetime',
  number: 'number',
  boolean: 'boolean',
  any: 'any',
};

/** The actions of a Tencent model, with the fields that only the SDK's declarations have. */
export function tencentActions(
  model: Model,
  declarations: Declarations,
  actions: readonly string[],
): Actions {
  const structOf = (object: string, holders: readonly string[]): Struct => {
    const fields = model.objects[object] ?? [];
    const inside = [...holders, object];
    const typed = (name: string, facts: Partial<Record<keyof Member, unknown>>): Member => {
      const type = scalars[name];
      if (type !== undefined) return member(type, facts);
      if (inside.includes(name)) return member('object', { ...facts, recursive: true });
      return member('object', { ...facts, members: structOf(name, inside) });
    };
    const told = fields.map((field) => {
      const facts = { list: field.type === 'list', required: field.required === true };
      return [field.name, typed(field.member, facts)] as const;
    });
    const known = new Set(fields.map((field) => field.name));
    const added = (declarations.get(object) ?? [])
      .filter((field) => !known.has(field.name))
      .map((field) => {
        const facts = { list: field.list, required: field.required, sdkOnly: true };
        return [field.name, typed(field.type, facts)] as const;
      });
    const members = [...told, ...added];
    return Object.fromEntries(members.toSorted(([left], [right]) => (left < right ? -1 : 1)));
  };
  return Object.fromEntries(
    actions.map((action) => {
      const objects = model.actions[action];
      if (objects === undefined) throw new Error(`the model has no action ${action}`);
      return [action, { input: structOf(objects.input, []), output: structOf(objects.output, []) }];
    }),
  );
}

/** The actions as an installed Alibaba SDK models them. */
export function aliyunActions(packageName: string, actions: readonly string[]): Actions {
  const sdk = new AliyunSdk(packageName);
  return Object.fromEntries(actions.map((action) => [action, sdk.action(action)]));
}

/** The files of Alibaba's models, which need no more than the repository. */
export function aliyunModels(): GeneratedFiles {
  return modelFiles({
    'aliyun-ecs': aliyunActions('@alicloud/ecs20140526', implemented('aliyun', 'ecs')),
    'aliyun-vpc': aliyunActions('@alicloud/vpc20160428', implemented('aliyun', 'vpc')),
  });
}

/** The files of Tencent's models. */
export function tencentModels({ models }: Inputs): GeneratedFiles {
  const read = (service: string): Model =>
    JSON.parse(readFileSync(join(models, `${service}.json`), 'utf8')) as Model;
  const cvm = implemented('tencent', 'cvm');
  return modelFiles({
    'tencent-cvm': tencentActions(read('cvm'), readCvmDeclarations(), cvm),
    'tencent-vpc': tencentActions(read('vpc'), new Map(), implemented('tencent', 'vpc')),
  });
}

function modelFiles(files: Readonly<Record<string, Actions>>): GeneratedFiles {
  const texts = Object.entries(files).map(([name, actions]): [string, string] => {
    const text = renderJson('scripts/generate/models.ts', { actions });
    return [`conformance/models/${name}.json`, text];
  });
  return new Map(texts);
}
