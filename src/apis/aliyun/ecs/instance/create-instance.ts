// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createinstance
// Seeds 002 L1 and 003 L1, read together.
import { action } from '#apis/context.ts';
import { buyLaunch } from '#resources/instance/verbs/launch.ts';
import { number } from '#wire/builders.ts';
import { orderOf } from '../../order-id.ts';
import { createFields, createRules, refuseCreate } from './launch/create-fields.ts';
import { launchRequestOf } from './launch/launch-request.ts';
import * as model from '../models/create-instance.ts';

/** One instance, left stopped and without a public address (seed 002 L33, 003 L19 and L37). */
export const createInstance = action.write({
  model,
  input: createFields,
  rules: createRules,
  output: { OrderId: { optional: true }, TradePrice: number({ optional: true }) },
  handle: async (context, asked) => {
    refuseCreate(asked);
    const { VSwitchId, PrivateIpAddress, SecurityGroupId: group } = asked;
    const groups = group === undefined ? [] : [group];
    const request = await launchRequestOf(context, {
      asked,
      count: 1,
      countMin: 1,
      uniqueSuffix: false,
      hostNames: [],
      network: { VSwitchId, PrivateIpAddress, groups },
      renewalPeriodDefault: undefined,
      releaseAt: null,
      start: false,
      own: {},
    });
    const bought = await buyLaunch(context, request);
    return { InstanceId: bought.keys[0] ?? '', ...orderOf(bought) };
  },
});
