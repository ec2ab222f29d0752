// https://cloud.tencent.com/document/api/215/19216 and models/tencent/vpc.json
// DisableRoutes.
import { switchRoutes } from '#resources/route-table/verbs/switch-routes.ts';
import { action } from '../../../context.ts';
import * as model from '../models/disable-routes.ts';
import { oneListOfRoutes, routesSwitched, switchedRoutes } from './routes.ts';

export const disableRoutes = action.write({
  model,
  input: switchedRoutes,
  rules: oneListOfRoutes,
  handle: (context, input) =>
    switchRoutes(context, { ...routesSwitched(input, context.region), on: false }),
});
