import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aliyunInstanceTypes } from '#catalogue/aliyun/types.ts';
import { tencentInstanceTypes } from '#catalogue/tencent/types.ts';
import { defaultConfiguration } from '#drivers/simulator/configuration.ts';

test('a host of the simulator has room for the largest type of both vendors', () => {
  const { cpu, memoryGiB } = defaultConfiguration.hosts;
  for (const type of [...tencentInstanceTypes(), ...aliyunInstanceTypes()]) {
    assert.ok(type.cpu <= cpu && type.memoryMiB <= memoryGiB * 1024, type.name);
  }
});
