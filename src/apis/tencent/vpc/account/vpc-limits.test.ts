import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestCloud } from '../../cloud.test-support.ts';

test('the quotas that are counted here are told by name', async () => {
  const cloud = await startTestCloud({ configuration: { haVipsPerVpcMax: 3 } });
  const service = { service: 'vpc' } as const;
  const asked = {
    'vpc-max-havips': 3,
    'vpc-max-enis': 1_000,
    'vpc-max-network-acls': 50,
    'network-acl-max-inbound-policies': 20,
    'network-acl-max-outbound-policies': 20,
    'vpc-max-nat-gateways': 10,
    'nat-gateway-max-eips': 10,
    'nat-gateway-max-dnapts': 100,
    'vpc-max-assistant_cidrs': 5,
  };
  const LimitTypes = Object.keys(asked);
  const { VpcLimitSet } = await cloud.ok('DescribeVpcLimits', { LimitTypes }, service);
  const told = Object.entries(asked).map(([LimitType, LimitValue]) => ({ LimitType, LimitValue }));
  assert.deepEqual(VpcLimitSet, told);
  const unknown = { LimitTypes: ['vpc-max-vpn-gateways'] };
  assert.equal(await cloud.refusal('DescribeVpcLimits', unknown, service), 'InvalidParameterValue');
  await cloud.stop();
});
