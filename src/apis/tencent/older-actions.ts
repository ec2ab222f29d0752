import type { Action } from '#wire/action.ts';
import type { StructureShape } from '#wire/shape.ts';

/**
 * An action of API 3.0 as an older generation has it too. Its handler stays; what the older page
 * does not take or tell is left out of its shapes.
 */
export function sameAs(
  today: Action,
  older: { readonly input?: StructureShape; readonly output?: StructureShape } = {},
): Action {
  return { ...today, ...older };
}
