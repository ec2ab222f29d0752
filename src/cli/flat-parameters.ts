import { Failure } from './failure.ts';

const DEPTH_MAX = 16;

/**
 * JSON as Alibaba's RPC calls carry it: `{"Tag":[{"Key":"a"}]}` is `Tag.1.Key=a`.
 * @throws Failure where it is nested too deep or holds a null.
 */
export function flatParameters(
  value: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const flat: Record<string, string> = {};
  const add = (name: string, part: unknown, depth: number): void => {
    if (depth > DEPTH_MAX) throw new Failure(`The body is nested deeper than ${DEPTH_MAX}.`);
    if (part === null || part === undefined) throw new Failure(`${name} is null: leave it out.`);
    if (typeof part !== 'object') {
      flat[name] = String(part);
      return;
    }
    const isList = Array.isArray(part);
    for (const [key, inner] of Object.entries(part)) {
      add(`${name}.${isList ? Number(key) + 1 : key}`, inner, depth + 1);
    }
  };
  for (const [name, part] of Object.entries(value)) add(name, part, 1);
  return flat;
}
