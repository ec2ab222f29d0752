import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { published as aliyunEcs } from '#apis/aliyun/ecs/published.ts';
import { published as aliyunVpc } from '#apis/aliyun/vpc/published.ts';
import { published as tencentCvm } from '#apis/tencent/cvm/published.ts';
import { published as tencentVpc } from '#apis/tencent/vpc/published.ts';
import { implementedActions } from './implemented-actions.ts';
import { aliyunPublished, aliyunServices, renderPublished } from './published.ts';

describe('published names', () => {
  test('are rendered sorted, once each, on lines of at most 100 columns', () => {
    const actions = Array.from({ length: 40 }, (_, index) => `Describe${'X'.repeat(index)}`);
    const text = renderPublished({
      vendor: 'tencent',
      service: 'cvm',
      version: '2017-03-12',
      actions: [...actions.toReversed(), ...actions],
    });
    const names = text.match(/\bDescribe\w*/g);
    assert.deepEqual(names, actions.toSorted());
    assert.ok(text.split('\n').every((line) => line.length <= 100));
  });

  test('of Alibaba are those of the installed SDKs (else run published.ts again)', () => {
    for (const source of aliyunServices) {
      const { service, version, actions } = source.service === 'ecs' ? aliyunEcs : aliyunVpc;
      const installed = aliyunPublished(source);
      assert.equal(service, installed.service);
      assert.equal(version, installed.version);
      assert.deepEqual(actions, [...new Set(installed.actions)].toSorted());
    }
  });

  test('of cvm hold the 98 actions with a page, the two the overview alone names, the SDK', () => {
    assert.ok(tencentCvm.actions.includes('InquirePricePurchaseReservedInstancesOffering'));
    assert.ok(tencentCvm.actions.includes('PurchaseResourcePoolPacks'));
    assert.equal(tencentCvm.actions.length, 108);
  });

  test('hold every action whose model is generated', () => {
    const { tencent, aliyun } = implementedActions;
    const all = [
      [tencent.cvm, tencentCvm.actions],
      [tencent.vpc, tencentVpc.actions],
      [aliyun.ecs, aliyunEcs.actions],
      [aliyun.vpc, aliyunVpc.actions],
    ] as const;
    for (const [implemented, names] of all) {
      assert.deepEqual(
        implemented.filter((name) => !names.includes(name)),
        [],
      );
    }
  });
});
