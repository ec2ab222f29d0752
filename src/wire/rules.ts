import { ParameterFault } from './parameter-fault.ts';
import { pathOf } from './reading.ts';
import type { Constraint, Rule, StructureShape, When } from './shape.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * The check of the rules between the fields of a structure, in the order they are declared. A field
 * that has its default counts as not given, whether it was sent or not: sending what would be
 * anyway conflicts with nothing (Terraform sends PasswordInherit=false beside a Password).
 */
export function rulesCheck({
  rules = [],
  fields,
}: StructureShape): (values: Values, at: string) => void {
  const isGiven = (values: Values, field: string): boolean => {
    const shape = fields[field];
    const value = values[field];
    if (!has(value)) return false;
    return shape === undefined || !('default' in shape) || value !== shape.default;
  };
  return (values, at) => {
    for (const rule of rules) {
      const failed = failureOf(rule, values, (field) => isGiven(values, field));
      if (failed === undefined) continue;
      const { constraint, field, problem } = failed;
      throw new ParameterFault(rule.reason, { constraint, at: pathOf(at, field), problem });
    }
  };
}

interface Failure {
  readonly constraint: Constraint;
  readonly field: string;
  readonly problem: string;
}

function failureOf(
  rule: Rule,
  values: Values,
  isGiven: (field: string) => boolean,
): Failure | undefined {
  switch (rule.rule) {
    case 'requires': {
      if (has(values[rule.field]) || !holds(rule.when, values, isGiven)) return undefined;
      if (rule.unless !== undefined && isGiven(rule.unless)) return undefined;
      const { field } = rule.when;
      const isAlternative = 'present' in rule.when && !rule.when.present;
      const problem = `is missing: ${isAlternative ? 'give it or' : 'it goes with'} ${field}`;
      return { constraint: 'missing', field: rule.field, problem };
    }
    case 'one-of': {
      if (rule.fields.some(isGiven)) return undefined;
      const [field = '', ...others] = rule.fields;
      const choice = others.length === 0 ? '' : `: give it or ${others.join(' or ')}`;
      const problem = `is missing${choice}`;
      return { constraint: 'missing', field, problem };
    }
    case 'exclusive': {
      const [field, other] = rule.fields.filter(isGiven);
      if (field === undefined || other === undefined) return undefined;
      return { constraint: 'conflict', field, problem: `cannot be given together with ${other}` };
    }
  }
}

function holds(when: When, values: Values, isGiven: (field: string) => boolean): boolean {
  if ('present' in when) return isGiven(when.field) === when.present;
  const value = values[when.field];
  return when.is.some((wanted) => wanted === value);
}

/** An empty list or set of filters is as good as none. */
function has(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  return !(value instanceof Map && value.size === 0);
}
