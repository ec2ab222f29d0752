import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { repositoryPath } from './generated-file.ts';
import { member, type Member, type Struct } from './struct.ts';

/** A model class of the SDK: wire names and types by property. */
interface ModelClass {
  readonly name: string;
  names(): Readonly<Record<string, string>>;
  types(): Readonly<Record<string, ModelType>>;
}

type ModelType = string | ModelClass | { readonly type: string; readonly itemType?: ModelType };

/** Reads the models of an installed Alibaba SDK (`@alicloud/ecs20140526`). */
export class AliyunSdk {
  readonly #models: Readonly<Record<string, ModelClass | undefined>>;
  readonly #sources: ReadonlyMap<string, string>;

  constructor(packageName: string) {
    const folder = repositoryPath(`node_modules/${packageName}`);
    const load = createRequire(import.meta.url);
    this.#models = load(`${folder}/dist/models/model.js`) as Record<string, ModelClass>;
    const files = readdirSync(`${folder}/src/models`);
    this.#sources = new Map(
      files.map((file) => [file.toLowerCase(), `${folder}/src/models/${file}`]),
    );
  }

  /** The request and response members of an action; the response's lists are unwrapped. */
  action(action: string): { input: Struct; output: Struct } {
    const request = `${action}Request`;
    return {
      // The SDK has no model of a request that has no parameters.
      input: this.#models[request] === undefined ? {} : this.#struct(request, []),
      output: unwrapLists(this.#struct(`${action}ResponseBody`, [])),
    };
  }

  #struct(model: string, holders: readonly string[]): Struct {
    const modelClass = this.#models[model];
    if (modelClass === undefined) throw new Error(`the SDK has no model ${model}`);
    return this.#members(modelClass, holders);
  }

  #members(modelClass: ModelClass, holders: readonly string[]): Struct {
    const types = modelClass.types();
    const required = this.#requiredProperties(modelClass.name);
    const members = Object.entries(modelClass.names()).map(([property, name]) => {
      const made = this.#member(types[property] ?? 'any', [...holders, modelClass.name]);
      return [name, required.has(property) ? { ...made, required: true as const } : made] as const;
    });
    return Object.fromEntries(members.toSorted(([left], [right]) => (left < right ? -1 : 1)));
  }

  #member(type: ModelType, holders: readonly string[]): Member {
    if (typeof type === 'string') return member(scalar(type), {});
    if (isModelClass(type)) {
      if (holders.includes(type.name)) return member('object', { recursive: true });
      return member('object', { members: this.#members(type, holders) });
    }
    if (type.type === 'array') {
      return { ...this.#member(type.itemType ?? 'any', holders), list: true };
    }
    return member('any', {});
  }

  /** The properties whose comment says that they are required; only comments tell. */
  #requiredProperties(model: string): Set<string> {
    const source = this.#sourceOf(model);
    const start = source.indexOf(`export class ${model} extends`);
    const body = source.slice(start, source.indexOf('static names()', start));
    const fields = body.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s+(\w+)\?:/g);
    const required = [...fields].filter(([, comment]) =>
      comment?.includes('This parameter is required.'),
    );
    return new Set(required.map(([, , property]) => property ?? ''));
  }

  /** A class stands in the file of the request or response it belongs to. */
  #sourceOf(model: string): string {
    for (let length = model.length; length > 0; length--) {
      const path = this.#sources.get(`${model.slice(0, length).toLowerCase()}.ts`);
      if (path !== undefined) return readFileSync(path, 'utf8');
    }
    throw new Error(`no source file holds ${model}`);
  }
}

/** Types are classes for objects, and plain objects for lists and maps. */
function isModelClass(type: Exclude<ModelType, string>): type is ModelClass {
  return 'names' in type;
}

function scalar(type: string): Member['type'] {
  switch (type) {
    case 'string':
    case 'number':
    case 'boolean':
      return type;
    default:
      return 'any';
  }
}

/** `Xs: { X: [...] }` as one list Xs with the element name X; what holds that is no wrapper. */
function unwrapLists(struct: Struct): Struct {
  const members = Object.entries(struct).map(([name, each]) => {
    const inner = each.members === undefined ? undefined : unwrapLists(each.members);
    const [only, ...others] = Object.entries(inner ?? {});
    const isWrapper = only?.[1].list === true && only[1].element === undefined;
    if (isWrapper && others.length === 0 && each.list === undefined) {
      return [name, { ...only[1], element: only[0] }] as const;
    }
    return [name, inner === undefined ? each : { ...each, members: inner }] as const;
  });
  return Object.fromEntries(members);
}
