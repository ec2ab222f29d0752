import type { Shape } from '../src/wire/shape.ts';

/**
 * What an example's answer has and ours has not: names that lack, JSON types that differ, empty
 * lists, and null where the shape does not say that the field may be null. Values are not compared.
 */
export function lackingFields(
  example: unknown,
  actual: unknown,
  { shape, at = '' }: { readonly shape: Shape | undefined; readonly at?: string },
): string[] {
  if (example === null) return [];
  if (actual === null) return shape?.nullable === true ? [] : [`${at} is null`];
  if (Array.isArray(example)) return lackingItems(example, actual, { shape, at });
  if (typeof example !== 'object') {
    return typeof actual === typeof example ? [] : [`${at} is a ${typeof actual}`];
  }
  if (typeof actual !== 'object' || Array.isArray(actual)) return [`${at} is no object`];
  const fields = shape?.kind === 'structure' ? shape.fields : {};
  return Object.entries(example).flatMap(([name, value]) => {
    const inside = at === '' ? name : `${at}.${name}`;
    if (!Object.hasOwn(actual, name)) return [`${inside} is not there`];
    const field = (actual as Readonly<Record<string, unknown>>)[name];
    return lackingFields(value, field, { shape: fields[name], at: inside });
  });
}

/** Each item of the example is held against the first of ours: they are all alike. */
function lackingItems(
  example: readonly unknown[],
  actual: unknown,
  { shape, at }: { readonly shape: Shape | undefined; readonly at: string },
): string[] {
  if (!Array.isArray(actual)) return [`${at} is no list`];
  if (example.length === 0) return [];
  if (actual.length === 0) return [`${at} is empty`];
  const item = shape?.kind === 'list' ? shape.item : undefined;
  const lacking = example.flatMap((one) => lackingFields(one, actual[0], { shape: item, at }));
  return [...new Set(lacking)];
}
