import type { Filter } from '../../structs/filters.ts';
import { usages } from '../disk/disk-filters.ts';

const roles = ['system', 'data'] as const;

/** The use that a word of DiskUsage names. */
export function roleOf(word: string | undefined): 'system' | 'data' | undefined {
  return roles.find((role) => usages[role] === word);
}

/** The filter `disk-usage`. */
export const diskUsage: Filter<{ readonly roles?: readonly string[] }> = {
  values: Object.values(usages),
  narrow: (values) => ({ roles: roles.filter((role) => values.includes(usages[role])) }),
};
