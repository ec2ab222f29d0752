// https://cloud.tencent.com/document/api/215/19215 and models/tencent/vpc.json
// EnableRoutes.
import { switchRoutes } from '#resources/route-table/verbs/switch-routes.ts';
import { action } from '../../../context.ts';
import * as model from '../models/enable-routes.ts';
import { oneListOfRoutes, routesSwitched, switchedRoutes } from './routes.ts';

export const enableRoutes = action.write({
  model,
  input: switchedRoutes,
  rules: oneListOfRoutes,
  handle: (context, input) =>
    switchRoutes(context, { ...routesSwitched(input, context.region), on: true }),
});
