import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boolean, id, integer, list, number, opaque, string, structure, time } from './builders.ts';
import { decoder } from './decode.ts';
import {
  aliyun,
  faultOf,
  fromAliyunQuery,
  fromJson,
  fromTencentQuery,
  given,
  refuses,
  tencent,
} from './vendors.test-support.ts';

describe('a reason per constraint', () => {
  const shape = structure({
    Name: string({
      required: true,
      min: 2,
      max: 5,
      pattern: /^[a-z]+$/,
      reasons: {
        missing: { reason: 'Name.Missing' },
        type: { reason: 'Name.Type' },
        empty: { reason: 'Name.Empty' },
        length: { reason: 'Name.Length' },
        pattern: { reason: 'Name.Pattern' },
      },
    }),
    Kind: string({
      values: ['a', 'b'],
      reasons: { value: { reason: 'Kind.Value' } },
    }),
    Size: integer({
      min: 10,
      max: 20,
      reasons: { type: { reason: 'Size.Type' }, range: { reason: 'Size.Range' } },
    }),
    Odd: integer({ values: [1, 3], reasons: { value: { reason: 'Odd.Value' } } }),
    Price: number({
      min: 0,
      decimals: 3,
      reasons: { type: { reason: 'Price.Type' }, range: { reason: 'Price.Range' } },
    }),
    Dry: boolean({ reasons: { type: { reason: 'Dry.Type' } } }),
    At: time({ form: 'seconds', reasons: { malformed: { reason: 'At.Malformed' } } }),
    Id: id('instance', {
      reasons: { malformed: { reason: 'Id.Malformed' }, type: { reason: 'Id.Type' } },
    }),
    Ids: list(id('instance'), {
      min: 1,
      max: 2,
      reasons: { count: { reason: 'Ids.Count' }, type: { reason: 'Ids.Type' } },
    }),
    Part: structure({ Size: integer() }, { reasons: { type: { reason: 'Part.Type' } } }),
  });
  const wrong: ReadonlyArray<readonly [body: object, code: string]> = [
    [{}, 'Name.Missing'],
    [{ Name: null }, 'Name.Missing'],
    [{ Name: 5 }, 'Name.Type'],
    [{ Name: '' }, 'Name.Empty'],
    [{ Name: 'a' }, 'Name.Length'],
    [{ Name: 'abcdef' }, 'Name.Length'],
    [{ Name: 'AB' }, 'Name.Pattern'],
    [{ Name: 'ab', Kind: 'c' }, 'Kind.Value'],
    [{ Name: 'ab', Size: 'ten' }, 'Size.Type'],
    [{ Name: 'ab', Size: 21 }, 'Size.Range'],
    [{ Name: 'ab', Odd: 2 }, 'Odd.Value'],
    [{ Name: 'ab', Price: true }, 'Price.Type'],
    [{ Name: 'ab', Price: 0.1234 }, 'Price.Range'],
    [{ Name: 'ab', Dry: 1 }, 'Dry.Type'],
    [{ Name: 'ab', At: '2026-01-02' }, 'At.Malformed'],
    [{ Name: 'ab', Id: 'ins-1' }, 'Id.Malformed'],
    [{ Name: 'ab', Id: 7 }, 'Id.Type'],
    [{ Name: 'ab', Ids: [] }, 'Ids.Count'],
    [{ Name: 'ab', Ids: Array(3).fill('instance-00000000') }, 'Ids.Count'],
    [{ Name: 'ab', Ids: 'instance-00000000' }, 'Ids.Type'],
    [{ Name: 'ab', Part: [] }, 'Part.Type'],
  ];
  for (const [body, code] of wrong) {
    test(`${JSON.stringify(body)} is ${code}`, () => {
      refuses(code, () => fromJson(shape, body));
    });
  }

  test("a constraint without one has the vendor's common code and names the parameter", () => {
    const bare = structure({ Part: structure({ Size: integer({ max: 9 }) }) });
    const atTencent = faultOf(() => fromJson(bare, { Part: { Size: 10 } }));
    assert.equal(atTencent.code, 'InvalidParameterValue');
    assert.match(atTencent.message, /`Part\.Size` must be at most 9/);
    const atAliyun = faultOf(() => fromAliyunQuery(bare, 'Part.Size=10'));
    assert.equal(atAliyun.code, 'InvalidParameter');
    assert.equal(atAliyun.status, 400);
    assert.match(atAliyun.message, /"Part\.Size" must be at most 9/);
  });
});

describe('null, absent and "" are told apart', () => {
  const shape = structure({
    Note: string({ keepsNull: true }),
    Kept: string({ empty: 'kept' }),
    Dropped: string({ empty: 'absent', default: 'none' }),
    Size: integer({ default: 20 }),
  });
  test('in JSON', () => {
    assert.deepEqual(given(fromJson(shape, {})), { Dropped: 'none', Size: 20 });
    const said = { Note: null, Kept: '', Dropped: '', Size: null };
    assert.deepEqual(given(fromJson(shape, said)), {
      Note: null,
      Kept: '',
      Dropped: 'none',
      Size: 20,
    });
    assert.equal(fromJson(shape, { Note: '' }).Note, '');
  });
  test('null where a shape does not keep it is absent, or missing', () => {
    assert.deepEqual(given(fromJson(structure({ A: string() }), { A: null })), {});
    const needed = structure({ A: string({ required: true }) });
    refuses('MissingParameter', () => fromJson(needed, { A: null }));
  });
  test('an empty value is absent at Alibaba, unless it is kept', () => {
    const decoded = fromAliyunQuery(shape, 'Note=&Kept=&Dropped=&Size=');
    assert.deepEqual(given(decoded), { Kept: '', Dropped: 'none', Size: 20 });
  });
});

describe('presence', () => {
  test('a deprecated parameter is let through, and still has its type', () => {
    const shape = structure({
      ForceStop: boolean({ deprecated: true, source: 'seed 004 L14678' }),
    });
    assert.deepEqual(fromJson(shape, { ForceStop: 'TRUE' }), { ForceStop: true });
    refuses('InvalidParameter', () => fromJson(shape, { ForceStop: 'yes' }));
  });
  test('a parameter may have several spellings, the first of which counts', () => {
    const shape = structure({
      Tag: list(
        structure({ Key: string({ names: ['key'] }), Value: string({ names: ['value'] }) }),
      ),
      DiskIds: list(string(), { style: 'json', names: ['diskIds'] }),
    });
    const decoded = fromAliyunQuery(
      shape,
      'Tag.1.key=a&Tag.1.value=b&Tag.2.Key=c&Tag.2.key=x&diskIds=["d"]',
    );
    assert.deepEqual(decoded.Tag, [
      { Key: 'a', Value: 'b' },
      { Key: 'c', Value: undefined },
    ]);
    assert.deepEqual(decoded.DiskIds, ['d']);
  });
  test('no message repeats the value of a parameter, which may be secret', () => {
    const secret = 'hunter2-Hunter2';
    const facets = { secret: true } as const;
    const shapes = [
      string({ ...facets, max: 3 }),
      string({ ...facets, min: 30 }),
      string({ ...facets, pattern: /^x/ }),
      string({ ...facets, values: ['x'] }),
      integer(facets),
      boolean(facets),
      number(facets),
      time({ form: 'date', ...facets }),
      list(string(facets)),
    ];
    for (const Password of shapes) {
      const shape = structure({ Login: structure({ Password }) });
      const faults = [
        faultOf(() => fromJson(shape, { Login: { Password: secret } })),
        faultOf(() => fromAliyunQuery(shape, `Login.Password=${secret}`)),
      ];
      for (const { message } of faults) assert.doesNotMatch(message, /hunter/i);
    }
  });
});

describe('unknown parameters', () => {
  const shape = structure({
    Part: structure({ Size: integer() }),
    Disks: list(structure({ Size: integer() })),
  });
  const unknown: ReadonlyArray<readonly [query: string, at: string]> = [
    ['Other=1', 'Other'],
    ['Part.Other=1', 'Part.Other'],
    ['Disks.0.Size=1&Disks.4.Other=1', 'Disks.4.Other'],
    ['__proto__=1', '__proto__'],
    ['__proto__.Size=1', '__proto__'],
    ['Part.__proto__.Size=1', 'Part.__proto__'],
    ['Part.constructor=1', 'Part.constructor'],
    ['toString=1', 'toString'],
    ['hasOwnProperty=1', 'hasOwnProperty'],
    ['Part..Size=1', 'Part..Size'],
    ['=1', ''],
  ];
  for (const [query, at] of unknown) {
    test(`${query} is refused at Tencent and ignored at Alibaba`, () => {
      const fault = faultOf(() => fromTencentQuery(shape, query));
      assert.equal(fault.code, 'UnknownParameter');
      assert.ok(fault.message.includes(`\`${at}\``), fault.message);
      const { Part, Disks } = fromAliyunQuery(shape, query);
      assert.equal(Part?.Size, undefined);
      assert.ok(Disks === undefined || Disks.every(({ Size }) => Size === 1 || Size === undefined));
    });
  }
  test('in JSON they are refused at every depth, whatever they are called', () => {
    const bodies = [
      '{"__proto__":{"Part":{}}}',
      '{"Part":{"__proto__":1}}',
      '{"Part":{"constructor":{"prototype":1}}}',
      '{"Disks":[{},{"toString":1}]}',
      '{"Part":{"Other":null}}',
      '{"":1}',
      '{"Part.Size":1}',
    ];
    for (const body of bodies) {
      refuses('UnknownParameter', () => fromJson(shape, body));
    }
    assert.equal(({} as Record<string, unknown>)['Part'], undefined);
  });
  test('what every object inherits is no parameter that was given', () => {
    const inherited = structure({ constructor: string(), toString: string() });
    assert.deepEqual(given(fromJson(inherited, {})), {});
    assert.deepEqual(given(fromJson(inherited, { toString: 'x' })), { toString: 'x' });
  });
  test('a long name is cut in the message', () => {
    const { message } = faultOf(() => fromJson(shape, { [`x${'y'.repeat(1_000_000)}`]: 1 }));
    assert.ok(message.length < 200);
  });
});

describe('lists', () => {
  const shape = structure({
    Names: list(string()),
    Disks: list(structure({ Size: integer({ required: true }) })),
    Json: list(id('instance'), { style: 'json', max: 2 }),
    Comma: list(string(), { style: 'comma' }),
  });
  for (const [base, query] of [
    ['0', 'Names.0=a&Names.1=b&Names.2=c'],
    ['1', 'Names.1=a&Names.2=b&Names.3=c'],
    ['any, with gaps and in any order', 'Names.12=c&Names.7=a&Names.9=b'],
  ] as const) {
    test(`numbers from ${base}`, () => {
      assert.deepEqual(fromAliyunQuery(shape, query).Names, ['a', 'b', 'c']);
      assert.deepEqual(fromTencentQuery(shape, query).Names, ['a', 'b', 'c']);
    });
  }
  test('numbers are numbers: 10 comes after 2', () => {
    const query = 'Disks.10.Size=10&Disks.2.Size=2&Disks.1.Size=1';
    assert.deepEqual(fromAliyunQuery(shape, query).Disks, [{ Size: 1 }, { Size: 2 }, { Size: 10 }]);
  });
  test('a fault names the number that was sent', () => {
    const fault = faultOf(() => fromAliyunQuery(shape, 'Disks.3.Size=1&Disks.7.Size=x'));
    assert.match(fault.message, /"Disks\.7\.Size"/);
    const json = faultOf(() => fromJson(shape, { Disks: [{ Size: 1 }, {}] }));
    assert.match(json.message, /`Disks\.1\.Size`/);
  });
  test('holes close: an item that is empty at Alibaba is none and does not count', () => {
    assert.deepEqual(fromJson(shape, { Names: ['a', ''] }).Names, ['a', '']);
    assert.deepEqual(fromAliyunQuery(shape, 'Names.1=&Names.2=b').Names, ['b']);
    const one = structure({ Names: list(string(), { min: 1, max: 1 }) });
    assert.deepEqual(fromAliyunQuery(one, 'Names.1=&Names.2=b').Names, ['b']);
    refuses('InvalidParameter', () => fromAliyunQuery(one, 'Names.1='));
  });
  test('null is no item: a list of nothing but null must not come to mean all', () => {
    refuses('InvalidParameter', () => fromJson(shape, { Names: [null] }));
    refuses('InvalidParameter', () => fromJson(shape, { Names: ['a', null] }));
    refuses('InvalidParameter', () => fromJson(shape, { Disks: [null] }));
    const query = `Json=${encodeURIComponent('[null]')}`;
    refuses('InvalidParameter', () => fromAliyunQuery(shape, query));
  });
  test('an empty list is a list', () => {
    assert.deepEqual(fromJson(shape, { Names: [] }).Names, []);
    assert.deepEqual(fromAliyunQuery(shape, 'Json=[]').Json, []);
    assert.equal(fromAliyunQuery(shape, 'Json=').Json, undefined);
  });
  test('a JSON array in one string', () => {
    const query = `Json=${encodeURIComponent('["instance-00000001", "instance-00000002"]')}`;
    assert.deepEqual(fromAliyunQuery(shape, query).Json, ['00000001', '00000002']);
    for (const text of [
      'instance-1',
      '{"0":"a"}',
      '"a"',
      '[1',
      'null',
      '["a","b","c"]',
      '[["a"]]',
    ]) {
      refuses('InvalidParameter', () => fromAliyunQuery(shape, `Json=${encodeURIComponent(text)}`));
    }
  });
  test('a comma list', () => {
    assert.deepEqual(fromAliyunQuery(shape, 'Comma=a,b,,c').Comma, ['a', 'b', 'c']);
    assert.equal(fromAliyunQuery(shape, 'Comma=').Comma, undefined);
  });
  test('one far too long is refused before any of its items is looked at', () => {
    let looked = 0;
    const parseId = (): string => `${(looked += 1)}`;
    const far = 5_000;
    const flat = decoder(shape, { ...aliyun.reading.flat, parseId });
    const json = decoder(shape, { ...tencent.reading.json, parseId });
    const tooMany = { reason: 'parameter.count' };
    assert.throws(() => flat({ Json: `[${'1,'.repeat(far)}1]` }), tooMany);
    assert.throws(() => flat({ Comma: ','.repeat(far) }), tooMany);
    assert.throws(() => json({ Names: Array(far).fill('a') }), tooMany);
    assert.throws(() => json({ Json: Array(far).fill('a') }), tooMany);
    assert.equal(looked, 0);
  });
  test('what is no list is refused', () => {
    for (const Names of ['a', { 0: 'a' }, 7, true]) {
      refuses('InvalidParameter', () => fromJson(shape, { Names }));
    }
    refuses('InvalidParameter', () => fromTencentQuery(shape, 'Names=a'));
    refuses('InvalidParameter', () => fromTencentQuery(shape, 'Names.0=a&Names.x=b'));
    assert.deepEqual(fromAliyunQuery(shape, 'Names.1=a&Names.x=b&Names.01=c').Names, ['a']);
  });
});

describe('an object', () => {
  const shape = structure({
    SystemDisk: structure({ Size: integer(), Encrypted: boolean(), Tags: list(string()) }),
    Extra: opaque(),
  });
  const json = (text: string): string => encodeURIComponent(text);
  test('comes as dotted names, as JSON in one parameter, or as both', () => {
    const dotted = 'SystemDisk.Size=40&SystemDisk.Encrypted=True&SystemDisk.Tags.1=a';
    const whole = json('{"Size":"40","Encrypted":true,"Tags":["a"]}');
    const wanted = { Size: 40, Encrypted: true, Tags: ['a'] };
    assert.deepEqual(fromAliyunQuery(shape, dotted).SystemDisk, wanted);
    assert.deepEqual(fromAliyunQuery(shape, `SystemDisk=${whole}`).SystemDisk, wanted);
    const both = `SystemDisk=${whole}&SystemDisk.Size=50`;
    assert.deepEqual(fromAliyunQuery(shape, both).SystemDisk, { ...wanted, Size: 50 });
  });
  test('is refused where it is none: pop-core sends [object Object]', () => {
    for (const text of ['[object Object]', '[]', 'null', '7', '{"Size":1', '{}}']) {
      for (const query of [
        `SystemDisk=${json(text)}`,
        `SystemDisk=${json(text)}&SystemDisk.Size=1`,
      ]) {
        refuses('InvalidParameter', () => fromAliyunQuery(shape, query));
      }
    }
  });
  test('in JSON is an object, not text', () => {
    refuses('InvalidParameter', () => fromJson(shape, { SystemDisk: '{"Size":40}' }));
  });
  test('of any kind is kept as it is', () => {
    const Extra = { a: [1, null, { b: 'c' }] };
    assert.deepEqual(fromJson(shape, { Extra }).Extra, Extra);
  });
});
