import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boolean, id, integer, list, number, record, string, structure, time } from './builders.ts';
import { encoder } from './encode.ts';
import { aliyun, tencent } from './vendors.test-support.ts';

const AT = Date.UTC(2026, 0, 2, 3, 4, 5, 678);

const output = structure({
  InstanceIds: list(id('instance'), { element: 'InstanceId' }),
  Disks: list(
    structure({ Size: integer({ asString: true }), Id: id('disk', { nullable: true }) }),
    {
      element: 'Disk',
    },
  ),
  Plain: list(string()),
  Place: structure({ ZoneId: id('zone'), Primary: boolean() }),
  Price: number(),
  Created: time({ form: 'seconds' }),
  Started: time({ form: 'minutes' }),
  Expires: time({ form: 'spaced', nullable: true }),
  Day: time({ form: 'date' }),
  Order: string({ optional: true }),
});
const value = {
  InstanceIds: ['r8hr2upy', 'abcdefgh'],
  Disks: [{ Size: 40, Id: null }],
  Plain: ['a'],
  Place: { ZoneId: 'guangzhou-3', Primary: false },
  Price: 0.25,
  Created: AT,
  Started: AT,
  Expires: null,
  Day: AT,
};

describe('answers', () => {
  const same = {
    Plain: ['a'],
    Place: { ZoneId: 'zone-guangzhou-3', Primary: false },
    Price: 0.25,
    Created: '2026-01-02T03:04:05Z',
    Started: '2026-01-02T03:04Z',
    Expires: null,
    Day: '2026-01-02',
  };
  test('at Tencent: ids in its words, times as declared, null where it is said', () => {
    assert.deepEqual(encoder(output, tencent.writing)(value), {
      InstanceIds: ['instance-r8hr2upy', 'instance-abcdefgh'],
      Disks: [{ Size: '40', Id: null }],
      ...same,
    });
  });
  test('a whole number of type Float keeps its point at Alibaba', () => {
    const shape = structure({ MemorySize: number(), Size: integer() });
    const text = (writing: typeof aliyun.writing, MemorySize: number) =>
      JSON.stringify(encoder(shape, writing)({ MemorySize, Size: 8 }));
    assert.equal(text(aliyun.writing, 8), '{"MemorySize":8.0,"Size":8}');
    assert.equal(text(aliyun.writing, 0.25), '{"MemorySize":0.25,"Size":8}');
    assert.equal(text(tencent.writing, 8), '{"MemorySize":8,"Size":8}');
  });
  test('at Alibaba: lists in their wrapper', () => {
    assert.deepEqual(encoder(output, aliyun.writing)(value), {
      InstanceIds: { InstanceId: ['instance-r8hr2upy', 'instance-abcdefgh'] },
      Disks: { Disk: [{ Size: '40', Id: null }] },
      ...same,
    });
  });
  test('an empty list is there, wrapper and all (Terraform follows the path)', () => {
    const shape = structure({
      Vpcs: list(structure({ Tags: list(string(), { element: 'Tag' }) }), {
        element: 'Vpc',
      }),
    });
    const encode = encoder(shape, aliyun.writing);
    assert.deepEqual(encode({ Vpcs: [] }), { Vpcs: { Vpc: [] } });
    assert.deepEqual(encode({ Vpcs: [{ Tags: [] }] }), { Vpcs: { Vpc: [{ Tags: { Tag: [] } }] } });
  });
  test('a record has data for names, ids among them, and in them what its shape says', () => {
    const shape = structure({
      ById: record(id('instance'), structure({ code: integer() })),
      ByText: record(string(), list(id('instance'))),
    });
    const given = { ById: { r8hr2upy: { code: 0, more: 1 } }, ByText: { 121: ['r8hr2upy'] } };
    assert.deepEqual(encoder(shape, tencent.writing)(given), {
      ById: { 'instance-r8hr2upy': { code: 0 } },
      ByText: { 121: ['instance-r8hr2upy'] },
    });
  });
  test('an id that is a number, and a time by the clocks of China', () => {
    const shape = structure({
      zoneId: id('zone', { asNumber: true }),
      at: time({ form: 'china' }),
    });
    const numbers = { ...tencent.writing, renderId: () => '100002' };
    assert.deepEqual(encoder(shape, numbers)({ zoneId: 'guangzhou-2', at: AT }), {
      zoneId: 100002,
      at: '2026-01-02 11:04:05',
    });
  });
  test('members come in the order declared; one that is optional may be left out', () => {
    const shape = structure({ B: string(), A: string({ optional: true }), C: integer() });
    const encode = encoder(shape, tencent.writing);
    assert.deepEqual(Object.keys(encode({ C: 1, A: 'x', B: 'y' })), ['B', 'A', 'C']);
    assert.deepEqual(Object.keys(encode({ C: 1, B: 'y' })), ['B', 'C']);
  });
  test('what the shape does not name is not said', () => {
    const shape = structure({ Rows: list(structure({ Name: string() })) });
    const rows = [{ Name: 'a', secret: 'x' }];
    assert.deepEqual(encoder(shape, tencent.writing)({ Rows: rows }), { Rows: [{ Name: 'a' }] });
  });
  test('an encoder changes nothing of what it is given', () => {
    const before = structuredClone(value);
    encoder(output, aliyun.writing)(value);
    assert.deepEqual(value, before);
  });
});
