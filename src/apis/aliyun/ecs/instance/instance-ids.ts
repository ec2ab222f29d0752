import { id, list } from '#wire/builders.ts';

/** InstanceIds of the pages that take a JSON array of them in one parameter. */
export function instanceIds<const O extends { readonly max: number; readonly required?: true }>(
  options: O,
) {
  return list(id('instance'), {
    style: 'json',
    min: 1,
    ...options,
  });
}
