import { broken, type Reading } from './reading.ts';
import type { Constraint, Rule, When } from './shape.ts';

type Values = Readonly<Record<string, unknown>>;

/** Checks the rules between the fields of a structure, in the order they are declared. */
export function checkRules(
  rules: readonly Rule[],
  values: Values,
  { reading, at }: { reading: Reading; at: string },
): void {
  for (const rule of rules) {
    const failed = failureOf(rule, values);
    if (failed === undefined) continue;
    const path = at === '' ? failed.field : `${at}.${failed.field}`;
    throw broken(reading, rule.code, { ...failed, at: path });
  }
}

interface Failure {
  readonly constraint: Constraint;
  readonly field: string;
  readonly detail: string;
}

function failureOf(rule: Rule, values: Values): Failure | undefined {
  switch (rule.rule) {
    case 'requires': {
      if (!holds(rule.when, values) || isPresent(values[rule.field])) return undefined;
      const detail = `is missing: it goes with ${rule.when.field}`;
      return { constraint: 'missing', field: rule.field, detail };
    }
    case 'one-of': {
      if (rule.fields.some((field) => isPresent(values[field]))) return undefined;
      const detail = `or another of ${rule.fields.join(', ')} has to be given`;
      return { constraint: 'missing', field: rule.fields[0] ?? '', detail };
    }
    case 'exclusive': {
      const present = rule.fields.filter((field) => isPresent(values[field]));
      if (present.length < 2) return undefined;
      const detail = `cannot be given together with ${present[1]}`;
      return { constraint: 'conflict', field: present[0] ?? '', detail };
    }
  }
}

function holds(when: When, values: Values): boolean {
  const value = values[when.field];
  if ('present' in when) return isPresent(value) === when.present;
  return when.is.some((wanted) => wanted === value);
}

/** An empty list or set of filters is as good as none. */
function isPresent(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  return !(value instanceof Map && value.size === 0);
}
