import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { switchRouteRows } from '../table.ts';
import { heldRoutes, type RoutesMeant } from './delete-routes.ts';

export interface Switch extends RoutesMeant {
  readonly on: boolean;
}

/** Enables or disables routes that users made; one that is so already stays. */
export const switchRoutes = verb([heldRoutes], async (scope: Scope, request: Switch) => {
  const { rows } = await heldRoutes(scope, request);
  const keys = rows.map(({ key }) => key);
  await scope.db.run(switchRouteRows, { keys, enabled: request.on ? 1 : 0 });
});
