import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { filters, structure } from './builders.ts';
import { fromAliyunQuery, fromJson, fromTencentQuery, refuses } from './vendors.test-support.ts';

const shape = structure({
  Filters: filters({
    filters: { zone: {}, 'instance-state': { values: ['RUNNING', 'STOPPED'] } },
    prefixes: ['tag:'],
    max: 3,
    valuesMax: 2,
    nameField: 'Name',
    valuesField: 'Values',
    reasons: {
      unknown: { reason: 'InvalidFilter' },
      count: { reason: 'InvalidFilterValue.LimitExceeded' },
    },
  }),
});
const decode = (...Filters: readonly unknown[]) => fromJson(shape, { Filters }).Filters;

describe('filters', () => {
  test('are their values by name', () => {
    const decoded = decode(
      { Name: 'zone', Values: ['a', 'b'] },
      { Name: 'tag:env', Values: ['中'] },
    );
    assert.deepEqual(
      [...(decoded ?? [])],
      [
        ['zone', ['a', 'b']],
        ['tag:env', ['中']],
      ],
    );
    assert.equal(fromJson(shape, {}).Filters, undefined);
    assert.equal(decode()?.size, 0);
  });
  test('arrive flat as well (seed 004 L36452)', () => {
    const query =
      'Filters.0.Name=zone&Filters.0.Values.0=a&Filters.0.Values.1=b&Filters.1.Name=tag:x';
    const decoded = fromTencentQuery(shape, `${query}&Filters.1.Values.0=y`).Filters;
    assert.deepEqual(Object.fromEntries(decoded ?? []), { zone: ['a', 'b'], 'tag:x': ['y'] });
  });
  test("Alibaba's have one value each", () => {
    const one = { max: 4, valuesMax: 1, nameField: 'Key', valuesField: 'Value' };
    const Filter = filters({ filters: { CreationStartTime: {} }, ...one });
    const query = 'Filter.3.Key=CreationStartTime&Filter.3.Value=2017-12-05T22:40Z';
    const decoded = fromAliyunQuery(structure({ Filter }), query).Filter;
    assert.deepEqual([...(decoded ?? [])], [['CreationStartTime', ['2017-12-05T22:40Z']]]);
  });
  test('of the same name keep what all of them allow', () => {
    const decoded = decode(
      { Name: 'zone', Values: ['a', 'b'] },
      { Name: 'zone', Values: ['b', 'c'] },
    );
    assert.deepEqual(decoded?.get('zone'), ['b']);
  });
  test('not known, or only a prefix, are refused with the page’s code', () => {
    for (const Name of ['zones', 'ZONE', 'tag:', 'tag', '__proto__', 'constructor', 'toString']) {
      refuses('InvalidFilter', () => decode({ Name, Values: ['a'] }));
    }
  });
  test('not known are a bad value where the page has no code for it', () => {
    const limits = { max: 1, valuesMax: 1, nameField: 'Name', valuesField: 'Values' };
    const bare = structure({ Filters: filters({ filters: {}, ...limits }) });
    const body = { Filters: [{ Name: 'zone', Values: ['a'] }] };
    refuses('InvalidParameterValue', () => fromJson(bare, body));
  });
  test('too many of them, or of their values, are refused', () => {
    const zone = { Name: 'zone', Values: ['a'] };
    refuses('InvalidFilterValue.LimitExceeded', () => decode(zone, zone, zone, zone));
    refuses('InvalidFilterValue.LimitExceeded', () =>
      decode({ Name: 'zone', Values: ['a', 'b', 'c'] }),
    );
  });
  test('have a name and values (seed 004 L36470-36476)', () => {
    refuses('MissingParameter', () => decode({ Values: ['a'] }));
    refuses('MissingParameter', () => decode({ Name: 'zone' }));
    refuses('MissingParameter', () => decode({ Name: 'zone', Values: [] }));
    refuses('MissingParameter', () => decode({ Name: 'zone', Values: null }));
    refuses('InvalidParameterValue', () => decode({ Name: '', Values: ['a'] }));
  });
  test('with values of a list allow no others', () => {
    assert.ok(decode({ Name: 'instance-state', Values: ['RUNNING'] }));
    refuses('InvalidParameterValue', () => decode({ Name: 'instance-state', Values: ['running'] }));
  });
  test('of another form are refused', () => {
    const wrong: readonly unknown[] = ['zone', 7, [], { Name: 7, Values: [] }];
    for (const filter of wrong) refuses('InvalidParameter', () => decode(filter));
    refuses('InvalidParameter', () => decode({ Name: 'zone', Values: 'a' }));
    refuses('InvalidParameter', () => decode({ Name: 'zone', Values: [1] }));
    refuses('InvalidParameter', () => fromJson(shape, { Filters: { Name: 'zone' } }));
    refuses('UnknownParameter', () => decode({ Name: 'zone', Values: ['a'], Other: 1 }));
  });
  test('hold no text that a store does not keep', () => {
    refuses('InvalidParameterValue', () => decode({ Name: 'zone', Values: ['a\0'] }));
    refuses('InvalidParameterValue', () => decode({ Name: 'tag:\ud800', Values: ['a'] }));
  });
});
