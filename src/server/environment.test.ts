import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configurationFrom, rootKeyFrom } from './environment.ts';

test('what is not set is not changed', () => {
  assert.deepEqual(configurationFrom({}), {});
  assert.deepEqual(configurationFrom({ YUNTAI_TOKEN_MS: '' }), {});
});

test('each variable sets its own', () => {
  assert.deepEqual(
    configurationFrom({
      YUNTAI_DEFAULT_VPC_CIDR: '10.0.0.0/8',
      YUNTAI_DEFAULT_SUBNET_MASK: '24',
      YUNTAI_PUBLIC_CIDR: '203.0.113.0/24',
      YUNTAI_RECYCLE_BIN_MS: '1000',
      YUNTAI_LAUNCH_FAILED_MS: '2000',
      YUNTAI_TOKEN_MS: '3000',
      YUNTAI_SPOT_SEED: 'another',
      YUNTAI_SPOT_SWING: '100',
      YUNTAI_TRAFFIC_USE: '0',
      YUNTAI_SPOT_NOTICE_MS: '4000',
      YUNTAI_ROLES: 'reader writer',
    }),
    {
      defaultVpcCidr: '10.0.0.0/8',
      defaultSubnetMask: 24,
      publicCidr: '203.0.113.0/24',
      recycleBinMs: 1000,
      launchFailedMs: 2000,
      tokenMs: 3000,
      spotSeed: 'another',
      spotSwingPercent: 100,
      trafficUsePercent: 0,
      spotNoticeMs: 4000,
      roles: ['reader', 'writer'],
    },
  );
});

test('a value that cannot be is refused by the name of its variable', () => {
  const wrong = {
    YUNTAI_DEFAULT_VPC_CIDR: ['10.0.0.1/8', '10.0.0.0/30', 'x'],
    YUNTAI_DEFAULT_SUBNET_MASK: ['8', '30', '2x', '-1', '1e1'],
    YUNTAI_PUBLIC_CIDR: ['0.0.0.0/0', '10.0.0.0'],
    YUNTAI_SPOT_SWING: ['101', '-1', '2.5'],
    YUNTAI_TRAFFIC_USE: ['101', '-1', '2.5'],
    YUNTAI_ROLES: ['a;b', 'é'],
    YUNTAI_RECYCLE_BIN_MS: ['7d', '-1', '99999999999999999999'],
  };
  for (const [name, values] of Object.entries(wrong)) {
    for (const value of values) {
      assert.throws(() => configurationFrom({ [name]: value }), new RegExp(name), value);
    }
  }
});

test('the root key pair comes whole or not at all', () => {
  assert.equal(rootKeyFrom({}), undefined);
  const pair = { YUNTAI_ACCESS_KEY_ID: 'AKIDx', YUNTAI_ACCESS_KEY_SECRET: 'secret' };
  assert.deepEqual(rootKeyFrom(pair), { id: 'AKIDx', secret: 'secret' });
  assert.throws(() => rootKeyFrom({ YUNTAI_ACCESS_KEY_ID: 'AKIDx' }), /together/);
  assert.throws(() => rootKeyFrom({ YUNTAI_ACCESS_KEY_SECRET: 'secret' }), /together/);
});
