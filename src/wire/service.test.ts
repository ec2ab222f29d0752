import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionsOf, type Action } from './action.ts';
import { structure } from './builders.ts';
import { serviceIndex, type Service } from './service.ts';

const { read } = actionsOf<undefined, never>();

function named(name: string): Action {
  const nothing = structure({});
  return read({
    name,
    ratePerSecond: 1,
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
  const one = find({ vendor: 'tencent', version, action, service });
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
  assert.equal(found('RunInstances', 'ecs', '2014-05-26'), 'unknown-version');
  for (const name of ['__proto__', 'constructor', 'toString', '']) {
    assert.equal(found(name), 'unknown-action');
    assert.equal(found('RunInstances', 'cvm', name), 'unknown-version');
    assert.equal(found('RunInstances', name), 'cvm RunInstances');
  }
});

test('what one service implements goes before what another publishes, unless that is named', () => {
  const partly = serviceIndex([{ ...cvm, actions: [] }, vpc]);
  const zones = { vendor: 'tencent', version: VERSION, action: 'DescribeZones' };
  const anywhere = partly({ ...zones, service: '127' });
  assert.ok(anywhere.found === 'action' && anywhere.service === vpc);
  assert.equal(partly({ ...zones, service: 'cvm' }).found, 'not-implemented');
});
