import type { Action } from './action.ts';
import type { Reading } from './reading.ts';
import type { Service } from './service.ts';
import type { Shape } from './shape.ts';

/** Who sent a request, once its signature has been verified. */
export interface Principal {
  readonly account: string;
  readonly principal: string;
}

/** A resource, zone or region that a request names by its id: neutral, it may not exist. */
export interface NamedResource {
  readonly kind: string;
  readonly key: string;
}

/** What somebody may do or not. */
export interface Access {
  readonly principal: Principal;
  readonly service: Service;
  readonly action: Action;
  /**
   * What the request names, each once. Its parameters are decoded for that, so it throws what is
   * wrong with them. Ids that are values of filters are texts, and not among them.
   */
  resources(): readonly NamedResource[];
}

/** Whether the principal may do that; what it denies is answered in the vendor's words. */
export type Authorise = (access: Access) => boolean | Promise<boolean>;

/** The owner of a key may do all that there is. */
export const allowAll: Authorise = () => true;

/** What is named by the ids in a decoded value of the shape. */
export function resourcesNamed(
  shape: Shape,
  value: unknown,
  parseId: Reading['parseId'],
): readonly NamedResource[] {
  const named = new Map<string, NamedResource>();
  const name = (kind: string, key: string | undefined): void => {
    if (key !== undefined) named.set(`${kind} ${key}`, { kind, key });
  };
  const collect = (part: Shape, given: unknown): void => {
    if (given === undefined || given === null) return;
    if (part.kind === 'id') name(part.of, given as string);
    else if (part.kind === 'string' && part.idOf !== undefined) {
      name(part.idOf, parseId(part.idOf, given as string));
    } else if (part.kind === 'list') {
      for (const item of given as readonly unknown[]) collect(part.item, item);
    } else if (part.kind === 'structure') {
      const values = given as Readonly<Record<string, unknown>>;
      for (const [field, shapeOf] of Object.entries(part.fields)) collect(shapeOf, values[field]);
    }
  };
  collect(shape, value);
  return [...named.values()];
}
