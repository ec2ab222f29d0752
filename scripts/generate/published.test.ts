import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { published as tencentCvm } from '#apis/tencent/cvm/published.ts';
import { renderPublished } from './published.ts';

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

  test('of cvm hold the 98 actions with a page, the two the overview alone names, the SDK', () => {
    assert.ok(tencentCvm.actions.includes('InquirePricePurchaseReservedInstancesOffering'));
    assert.ok(tencentCvm.actions.includes('PurchaseResourcePoolPacks'));
    assert.equal(tencentCvm.actions.length, 108);
  });
});
