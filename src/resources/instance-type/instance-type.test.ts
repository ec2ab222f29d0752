import assert from 'node:assert/strict';
import test from 'node:test';
import type { InstanceType, InstanceTypeSource } from './instance-type.ts';
import { instanceTypesOf } from './instance-type.ts';

const typeNamed = (catalogue: string, name: string): InstanceType => ({
  name,
  catalogue,
  family: 'f',
  cpu: 1,
  memoryMiB: 1024,
  architecture: 'x86_64',
  tenancy: 'shared',
  needsHpcCluster: false,
  processor: '',
  clockMHz: 0,
  turboMHz: 0,
  gpu: null,
  fpgas: 0,
  localDisks: null,
  network: {
    mbps: 0,
    packetsPerSecond: 0,
    queues: 1,
    interfacesMax: 1,
    addressesPerInterfaceMax: 1,
    ipv6AddressesPerInterfaceMax: 1,
  },
  dataDisksMax: 16,
  credits: null,
});

function source(catalogue: string, zone: string, counted = { builds: 0 }): InstanceTypeSource {
  return {
    catalogue,
    types() {
      counted.builds += 1;
      return [typeNamed(catalogue, `${catalogue}.small`)];
    },
    typeByRule: (name) => (name === `${catalogue}:rule` ? typeNamed(catalogue, name) : undefined),
    sells: (_type, name) => name === zone,
  };
}

test('a type is found by its name in whichever catalogue names it, by list or by rule', () => {
  const types = instanceTypesOf([source('a', 'x-1'), source('b', 'y-1')]);
  assert.equal(types.instanceType('a.small')?.catalogue, 'a');
  assert.equal(types.instanceType('b.small')?.catalogue, 'b');
  assert.equal(types.instanceType('b:rule')?.catalogue, 'b');
  for (const name of ['', 'c.small', '__proto__', 'toString']) {
    assert.equal(types.instanceType(name), undefined);
  }
});

test('whether a zone sells a type is asked of the catalogue that names it', () => {
  const types = instanceTypesOf([source('a', 'x-1'), source('b', 'y-1')]);
  const type = types.instanceType('b.small');
  assert.ok(type);
  assert.ok(types.sells(type, 'y-1'));
  assert.ok(!types.sells(type, 'x-1'));
  assert.ok(!types.sells({ ...type, catalogue: 'c' }, 'y-1'));
});

test('types are built once, when one is first asked for', () => {
  const counted = { builds: 0 };
  const types = instanceTypesOf([source('a', 'x-1', counted)]);
  assert.equal(counted.builds, 0);
  types.instanceType('a.small');
  types.instanceType('a.large');
  assert.equal(counted.builds, 1);
});
