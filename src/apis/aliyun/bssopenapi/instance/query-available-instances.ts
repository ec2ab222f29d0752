// https://www.alibabacloud.com/help/en/user-center/developer-reference/api-queryavailableinstances
import { action } from '#apis/context.ts';
import { listInstances } from '#resources/instance/verbs/list.ts';
import { each } from '#wire/overlay.ts';
import { id, list, time } from '#wire/builders.ts';
import { chargeTypesOf, hiddenStates } from '../../ecs/instance/words.ts';
import { offsetAndLimit } from '../../paging.ts';
import { ownerIdOf } from '../../vpc/parameters.ts';
import * as model from '../models/query-available-instances.ts';
import { answered } from '../price/render-price.ts';
import { availableInstance, renewalOf } from './available-instance.ts';

const instant = time({ form: 'seconds' });
const optional = { optional: true } as const;

/** What the account has bought, of all products; here it can have instances of ECS alone. */
export const queryAvailableInstances = action.read({
  model,
  region: 'optional',
  input: {
    ...each(['CreateTimeStart', 'CreateTimeEnd', 'EndTimeStart', 'EndTimeEnd'], instant),
    InstanceIDs: list(id('instance'), { style: 'comma', max: 100 }),
    PageNum: { default: 1, min: 1 },
    PageSize: { default: 20, min: 1, max: 100 },
    ProductCode: { max: 64 },
    ProductType: { max: 64 },
    Region: id('region'),
    RenewStatus: { values: ['AutoRenewal', 'ManualRenewal', 'NotRenewal'] },
    SubscriptionType: { values: ['Subscription', 'PayAsYouGo'] },
  },
  output: {
    Data: {
      fields: {
        InstanceList: {
          item: {
            fields: {
              ...each(
                ['EndTime', 'ExpectedReleaseTime'],
                time({ form: 'seconds', optional: true }),
              ),
              ...each(['RenewStatus', 'RenewalDuration', 'RenewalDurationUnit'], optional),
              // Nothing has been released or stopped that is in the list; there is one seller.
              ...each(['ReleaseTime', 'StopTime', 'Seller', 'SellerId'], optional),
              CreateTime: instant,
              InstanceID: id('instance'),
              Region: id('region'),
            },
          },
        },
      },
    },
  },
  rules: [{ rule: 'requires', field: 'ProductCode', when: { field: 'Region', present: true } }],
  handle: async (context, input) => {
    const { PageNum, PageSize, ProductCode = 'ecs', ProductType = 'ecs' } = input;
    const { SubscriptionType: paid, RenewStatus: renewal } = input;
    const { total, instances } = await listInstances(context, {
      region: input.Region ?? null,
      keys: input.InstanceIDs?.length === 0 ? undefined : input.InstanceIDs,
      notStates: hiddenStates,
      chargeTypes:
        paid === undefined
          ? undefined
          : chargeTypesOf(paid === 'Subscription' ? 'PrePaid' : 'PostPaid'),
      renewals: renewal === undefined ? undefined : [renewalOf(renewal)],
      createdFrom: input.CreateTimeStart,
      createdTo: input.CreateTimeEnd,
      expiresFrom: input.EndTimeStart,
      expiresTo: input.EndTimeEnd,
      nothing: ProductCode === 'ecs' && ProductType === 'ecs' ? undefined : true,
      ...offsetAndLimit({ PageNumber: PageNum, PageSize }),
    });
    const OwnerId = ownerIdOf(context.account);
    return answered({
      TotalCount: total,
      PageNum,
      PageSize,
      InstanceList: instances.map((instance) => ({ OwnerId, ...availableInstance(instance) })),
    });
  },
});
