import type { Action } from '#wire/action.ts';
import type { StructureShape } from '#wire/shape.ts';
import { olderRatePerSecond } from './older-rate.ts';

/**
 * An action of API 3.0 that the API of 2017 has as well. Its handler stays; what the older page
 * does not take or tell is left out of the shapes.
 */
export function sameAs(
  today: Action,
  older: { readonly input?: StructureShape; readonly output?: StructureShape } = {},
): Action {
  return { ...today, ...older, ratePerSecond: olderRatePerSecond };
}
