import type { NameRefusal } from './wire-refusal.ts';

/**
 * Flat parameters as a tree. Objects have no prototype; lists are objects with the indices as
 * names, in whatever base and with whatever gaps they were sent. A name that has both a value and
 * children keeps its own value under ''.
 */
export type Nested = string | NestedObject;

export interface NestedObject {
  [name: string]: Nested;
}

export interface NameLimits {
  readonly parametersMax: number;
  readonly nameCharactersMax: number;
  /** Parts of a dotted name. */
  readonly depthMax: number;
}

function emptyObject(): NestedObject {
  return Object.create(null) as NestedObject;
}

/** The object under `name`, made where there is none; a value already there moves under ''. */
function childOf(parent: NestedObject, name: string): NestedObject {
  const known = parent[name];
  if (typeof known === 'object') return known;
  const child = emptyObject();
  if (known !== undefined) child[''] = known;
  parent[name] = child;
  return child;
}

function put(parent: NestedObject, name: string, value: string): void {
  const known = parent[name];
  if (typeof known === 'object') known[''] = value;
  else parent[name] = value;
}

/**
 * Turns dotted names (`Filters.0.Values.1`, `SystemDisk.Size`) into a tree, the last of equal
 * names counting. A name with an empty part (`a..b`, `.a`, `a.`) is not taken apart: it stays one
 * name that no shape knows, instead of being taken for something that was not said.
 */
export function nest(
  flat: Iterable<readonly [string, string]>,
  limits: NameLimits,
): { readonly value: NestedObject } | NameRefusal {
  const root = emptyObject();
  let count = 0;
  for (const [name, value] of flat) {
    count += 1;
    const refusal = overLimit(name, count, limits);
    if (refusal !== undefined) return refusal;
    const parts = name.split('.');
    if (parts.length > limits.depthMax) {
      return { refusal: 'name-too-deep', depthMax: limits.depthMax };
    }
    const last = parts.includes('') ? undefined : parts.pop();
    if (last === undefined) put(root, name, value);
    else put(parts.reduce(childOf, root), last, value);
  }
  return { value: root };
}

function overLimit(name: string, count: number, limits: NameLimits): NameRefusal | undefined {
  const { parametersMax, nameCharactersMax } = limits;
  if (count > parametersMax) return { refusal: 'too-many-parameters', parametersMax };
  if (name.length > nameCharactersMax) return { refusal: 'name-too-long', nameCharactersMax };
  return undefined;
}
