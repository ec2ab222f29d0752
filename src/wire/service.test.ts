import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionsOf, type Action } from './action.ts';
import { structure } from './builders.ts';
import { serviceIndex, type Service, type Wanted } from './service.ts';

const { read } = actionsOf<undefined, never>();

function named(name: string): Action {
  const nothing = structure({});
  return read({
    name,
    input: nothing,
    output: nothing,
    handle: async () => ({}),
  });
}

const VERSION = '2017-03-12';
const cvm: Service = {
  vendor: 'tencent',
  service: 'cvm',
  version: VERSION,
  published: ['RunInstances', 'DescribeZones', 'DescribeRegions'],
  actions: [named('RunInstances'), named('DescribeZones')],
};
const vpc: Service = {
  vendor: 'tencent',
  service: 'vpc',
  version: VERSION,
  published: ['CreateVpc', 'DescribeZones', 'DescribeRegions'],
  actions: [named('CreateVpc'), named('DescribeZones')],
};
const ecs: Service = { ...cvm, vendor: 'aliyun', service: 'ecs', version: '2014-05-26' };
const find = serviceIndex([cvm, vpc, ecs]);

function found(action: string, service?: string, version = VERSION): string {
  return atHost(undefined, { action, service, version });
}

function atHost(host: string | undefined, wanted: Partial<Wanted>): string {
  const asked = { vendor: 'tencent', version: VERSION, action: '', service: undefined } as const;
  const one = find({ ...asked, ...wanted, host });
  if (one.found === 'unknown-product') return `no product ${one.name}`;
  if (one.found === 'action') return `${one.service.service} ${one.action.name}`;
  return one.found === 'not-implemented' ? `${one.service.service} without ${one.name}` : one.found;
}

test('two services of one version: the action tells which, whatever the host says', () => {
  for (const service of [undefined, 'cvm', 'vpc', '127', 'localhost:8600', '']) {
    assert.equal(found('RunInstances', service), 'cvm RunInstances');
    assert.equal(found('CreateVpc', service), 'vpc CreateVpc');
  }
});

test('a name of both is of the service the request names, else of the first', () => {
  assert.equal(found('DescribeZones', 'vpc'), 'vpc DescribeZones');
  assert.equal(found('DescribeZones', 'cvm'), 'cvm DescribeZones');
  assert.equal(found('DescribeZones', '127'), 'cvm DescribeZones');
  assert.equal(found('DescribeRegions', 'vpc'), 'vpc without DescribeRegions');
});

test('published, not implemented; never published; no such version; another vendor', () => {
  assert.equal(found('DescribeRegions'), 'cvm without DescribeRegions');
  assert.equal(found('FlyAway'), 'unknown-action');
  assert.equal(found('runinstances'), 'unknown-action');
  assert.equal(found('RunInstances', 'cvm', '2018-01-01'), 'unknown-version');
  assert.equal(found('RunInstances', undefined, '2014-05-26'), 'unknown-version');
  assert.equal(found('RunInstances', '127', '2014-05-26'), 'unknown-version');
  for (const name of ['__proto__', 'constructor', 'toString', '']) {
    assert.equal(found(name), 'unknown-action');
    assert.equal(found('RunInstances', 'cvm', name), 'unknown-version');
    assert.equal(found('RunInstances', name), 'cvm RunInstances');
  }
});

test('what one service implements goes before what another publishes, unless that is named', () => {
  const partly = serviceIndex([{ ...cvm, actions: [] }, vpc]);
  const zones = {
    vendor: 'tencent',
    version: VERSION,
    action: 'DescribeZones',
    host: undefined,
  } as const;
  const anywhere = partly({ ...zones, service: '127' });
  assert.ok(anywhere.found === 'action' && anywhere.service === vpc);
  assert.equal(partly({ ...zones, service: 'cvm' }).found, 'not-implemented');
});

test('what a product has that is not served is told by the name of the product', () => {
  for (const host of [undefined, '127.0.0.1:8600', 'localhost:8600', 'cloud:8600', '[::1]:8600']) {
    const balancers = { action: 'DescribeLoadBalancers', version: '2018-03-17' };
    assert.equal(atHost(host, { ...balancers, service: 'clb' }), 'no product clb');
    assert.equal(atHost(host, { action: 'FlyAway', service: 'es' }), 'no product es');
    assert.equal(atHost(host, { action: 'FlyAway', service: 'cvm' }), 'unknown-action');
  }
  assert.equal(atHost('clb.tencentcloudapi.com', { action: 'RunInstances' }), 'no product clb');
});

test('the host of a service takes its own actions and scopes alone', () => {
  const hosts = ['cvm.tencentcloudapi.com', 'CVM.ap-guangzhou.tencentcloudapi.com:443'];
  for (const host of [...hosts, 'cvm.127.0.0.1.nip.io:8600', 'cvm.localhost']) {
    assert.equal(atHost(host, { action: 'RunInstances', service: 'cvm' }), 'cvm RunInstances');
    assert.equal(atHost(host, { action: 'RunInstances' }), 'cvm RunInstances');
    assert.equal(atHost(host, { action: 'CreateVpc', service: 'cvm' }), 'unknown-action');
    for (const service of ['vpc', 'nosuch', 'CVM', '127']) {
      assert.equal(atHost(host, { action: 'RunInstances', service }), 'foreign-scope');
    }
  }
  for (const host of ['127.0.0.1:8600', 'localhost:8600', 'cvm', 'cvm:8600', 'yuntai.internal']) {
    assert.equal(atHost(host, { action: 'CreateVpc', service: 'cvm' }), 'vpc CreateVpc');
  }
  const ours = { vendor: 'aliyun', version: '2014-05-26', action: 'RunInstances' } as const;
  for (const host of [
    'ecs.aliyuncs.com',
    'ecs-cn-hangzhou.aliyuncs.com',
    'ecs.cn-x.aliyuncs.com',
  ]) {
    assert.equal(atHost(host, ours), 'ecs RunInstances');
  }
  assert.equal(atHost('slb.aliyuncs.com', ours), 'no product slb');
});
