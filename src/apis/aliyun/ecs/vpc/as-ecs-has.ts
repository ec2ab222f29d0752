import type { Action, Model } from '#wire/action.ts';
import type { Rule, Shape, StructureShape } from '#wire/shape.ts';

/**
 * An action of VPC under the name and with the fields that ECS had for it before VPC was a service
 * of its own. What that page does not take has no value, and what it does not show is left out.
 */
export function asEcsHas(action: Action, { request, response }: Model): Action {
  const { fields } = request;
  const rules = (action.input.rules ?? []).filter((rule) =>
    named(rule).every((name) => name in fields),
  );
  return {
    ...action,
    input: { ...partOf(action.input, request), rules },
    output: partOf(action.output, response),
  };
}

/** The part of a structure that the older model has, with what the later one knows of it. */
function partOf(shape: StructureShape, model: StructureShape): StructureShape {
  const fields = Object.entries(model.fields).map(([name, older]) => {
    const later = shape.fields[name];
    return [name, later === undefined ? older : fieldOf(later, older)] as const;
  });
  return { ...shape, fields: Object.fromEntries(fields) };
}

function fieldOf(later: Shape, older: Shape): Shape {
  const required = older.required === true ? { required: true as const } : {};
  if (later.kind === 'structure' && older.kind === 'structure') {
    return { ...partOf(later, older), ...required };
  }
  if (later.kind === 'list' && older.kind === 'list') {
    return { ...later, item: fieldOf(later.item, older.item), ...required };
  }
  return { ...later, ...required };
}

function named(rule: Rule): readonly string[] {
  return 'fields' in rule ? rule.fields : [];
}
