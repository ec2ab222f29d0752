// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeaccountattributes
import { action, type ReadContext } from '#apis/context.ts';
import { zonesOfVendor } from '#catalogue/places.ts';
import { aliyunInstanceTypes } from '#catalogue/aliyun/types.ts';
import { spotQuotaInZone } from '#resources/instance/quotas.ts';
import { limitOf } from '#resources/quota/quota.ts';
import { zoneFaults } from '#resources/zone/faults.ts';
import { each } from '#wire/overlay.ts';
import * as model from '../models/describe-account-attributes.ts';

/** A value, and for which zone it is. */
interface Value {
  readonly Value: string;
  readonly ZoneId?: string;
}

type Read = (context: ReadContext, zones: readonly string[]) => Promise<readonly Value[]>;

const always = (...values: readonly string[]): Read => {
  return async () => values.map((Value) => ({ Value }));
};

const ofSpot = (name: 'used' | 'limit'): Read => {
  return async (context, zones) => {
    const { region } = context;
    const values = [];
    for (const zone of zones) {
      const quota = await spotQuotaInZone(context, { region, zone });
      values.push({ Value: String(quota[name]), ZoneId: zone });
    }
    return values;
  };
};

/** The attributes of the page; what is not counted here has no value. */
const attributes: Readonly<Record<string, Read>> = {
  'instance-network-type': always('vpc'),
  'max-security-groups': async (context) => {
    const { region: place } = context;
    return [{ Value: String(await limitOf(context, 'securityGroupsPerRegionMax', { place })) }];
  },
  'max-elastic-network-interfaces': always(),
  'max-postpaid-instance-vcpu-count': always(),
  'max-spot-instance-vcpu-count': ofSpot('limit'),
  'used-postpaid-instance-vcpu-count': always(),
  'used-spot-instance-vcpu-count': ofSpot('used'),
  'max-postpaid-yundisk-capacity': always(),
  'used-postpaid-yundisk-capacity': always(),
  'max-dedicated-hosts': always('0'),
  'supported-postpaid-instance-types': async ({ cloud }, zones) =>
    aliyunInstanceTypes()
      .filter((type) => zones.some((zone) => cloud.catalogue.sells(type, zone)))
      .map(({ name }) => ({ Value: name })),
  'max-axt-command-count': always('0'),
  'max-axt-invocation-daily': always('0'),
  'real-name-authentication': always('yes'),
  'max-cloud-assistant-activation-count': always('0'),
};

const optional = ['Count', 'DiskCategory', 'ExpiredTime', 'InstanceChargeType'] as const;

/** What an account may have in a region, or in one of its zones. */
export const describeAccountAttributes = action.read({
  model,
  input: { AttributeName: { max: 8, item: { values: Object.keys(attributes) } } },
  output: {
    AccountAttributeItems: {
      item: {
        fields: {
          AttributeValues: {
            item: {
              fields: each([...optional, 'InstanceType', 'ZoneId'], { optional: true }),
            },
          },
        },
      },
    },
  },
  handle: async (context, { AttributeName: names, ZoneId }) => {
    const all = zonesOfVendor('aliyun', context.region);
    const zones = all.filter((zone) => ZoneId === undefined || ZoneId === zone);
    if (zones.length === 0) throw zoneFaults.notFound();
    const AccountAttributeItems = [];
    for (const [AttributeName, read] of Object.entries(attributes)) {
      if (names?.includes(AttributeName) === false) continue;
      const AttributeValues = await read(context, zones);
      AccountAttributeItems.push({ AttributeName, AttributeValues });
    }
    return { AccountAttributeItems };
  },
});
