import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultConfiguration, parseConfiguration, withEnvironment } from './configuration.ts';
import type { KnownNames } from './configuration.ts';

const refused: ReadonlyArray<readonly [title: string, text: string, message: RegExp]> = [
  ['no JSON', '{', /^The file is not JSON: /],
  ['no object', '[]', /^\$ must be an object/],
  ['an unknown key', '{"delays":{}}', /^\$ has no key "delays"; use one of seed, hosts, /],
  ['a key of hosts', '{"hosts":{"cpus":1}}', /^\$\.hosts has no key "cpus"; use one of perZone/],
  ['a negative size', '{"hosts":{"cpu":-1}}', /^\$\.hosts\.cpu must be a whole number from 0 to/],
  ['a size as text', '{"hosts":{"cpu":"8"}}', /^\$\.hosts\.cpu must be a whole number/],
  [
    'a size in a zone',
    '{"hosts":{"zones":{"a":{"diskGiB":1.5}}}}',
    /^\$\.hosts\.zones\.a\.diskGiB must be a whole number/,
  ],
  [
    'too many hosts',
    '{"hosts":{"perZone":65537}}',
    /perZone must be a whole number from 0 to 65536/,
  ],
  ['stock that is no list', '{"stock":{}}', /^\$\.stock must be a list/],
  ['stock without a limit', '{"stock":[{"type":"a"}]}', /^\$\.stock\[0\]\.remaining must be/],
  ['stock of an odd limit', '{"stock":[{"remaining":"few"}]}', /whole number or "sold-out"/],
  [
    'a type that is no text',
    '{"stock":[{"type":1,"remaining":1}]}',
    /^\$\.stock\[0\]\.type must be/,
  ],
  ['a delay of an unknown verb', '{"delaysMs":{"create":1}}', /^\$\.delaysMs has no key "create"/],
  ['a range that runs backwards', '{"delaysMs":{"boot":[2,1]}}', /^\$\.delaysMs\.boot must be/],
  ['a range of three', '{"delaysMs":{"boot":[1,2,3]}}', /^\$\.delaysMs\.boot must be/],
  ['a range of one', '{"delaysMs":{"boot":[1]}}', /^\$\.delaysMs\.boot\[1\] must be/],
  [
    'a rate beyond 1',
    '{"failureRates":{"create":1.1}}',
    /^\$\.failureRates\.create must be a number/,
  ],
  ['a quota that is no number', '{"quotas":{"instances":null}}', /^\$\.quotas\.instances must be/],
  ['an empty seed', '{"seed":""}', /^\$\.seed must be a text/],
];

describe('simulator.json', () => {
  test('an empty object is the default', () => {
    assert.deepEqual(parseConfiguration('{}'), defaultConfiguration);
  });

  test('every key is read, what is left out has its default', () => {
    const text = JSON.stringify({
      seed: 'monday',
      hosts: { perZone: 4, zones: { 'east-1': { cpu: 2 } } },
      stock: [
        { type: 'small', zone: 'east-1', remaining: 3 },
        { charge: 'spot', remaining: 'sold-out' },
      ],
      delaysMs: { boot: [10, 20], stop: 0 },
      failureRates: { create: 0.25 },
      quotas: { instances: 20 },
    });
    assert.deepEqual(parseConfiguration(text), {
      seed: 'monday',
      hosts: { ...defaultConfiguration.hosts, perZone: 4, zones: { 'east-1': { cpu: 2 } } },
      stock: [
        { type: 'small', zone: 'east-1', remaining: 3 },
        { charge: 'spot', remaining: 'sold-out' },
      ],
      delaysMs: {
        ...defaultConfiguration.delaysMs,
        boot: { min: 10, max: 20 },
        stop: { min: 0, max: 0 },
      },
      failureRates: { ...defaultConfiguration.failureRates, create: 0.25 },
      quotas: { instances: 20 },
    });
  });

  for (const [title, text, message] of refused) {
    test(`refuses ${title} and says where`, () => {
      assert.throws(() => parseConfiguration(text), { message });
    });
  }

  test('refuses names the cloud does not know', () => {
    const isType = (name: string) => name === 'small';
    const known: KnownNames = { zones: ['east-1'], isType, quotas: ['instances'] };
    const parse = (json: object) => parseConfiguration(JSON.stringify(json), known);
    assert.throws(
      () => parse({ hosts: { zones: { west: {} } } }),
      /no key "west"; use one of east-1/,
    );
    assert.throws(
      () => parse({ stock: [{ type: 'huge', remaining: 1 }] }),
      /"huge", which is no type/,
    );
    assert.throws(() => parse({ stock: [{ zone: 'west', remaining: 1 }] }), /use one of east-1/);
    assert.throws(() => parse({ quotas: { disks: 1 } }), /no key "disks"/);
    parse({ hosts: { zones: { 'east-1': {} } }, quotas: { instances: 1 } });
  });

  test('__proto__ is an unknown key like any other', () => {
    assert.throws(() => parseConfiguration('{"__proto__":{}}'), /no key "__proto__"/);
    assert.throws(() => parseConfiguration('{"hosts":{"__proto__":{}}}'), /no key "__proto__"/);
    const { zones } = parseConfiguration('{"hosts":{"zones":{"__proto__":{"cpu":1}}}}').hosts;
    assert.equal(Object.getPrototypeOf(zones)?.cpu, undefined);
  });
});

describe('YUNTAI_SIMULATOR_BOOT_MS', () => {
  test('overrides the file', () => {
    const changed = withEnvironment(defaultConfiguration, { YUNTAI_SIMULATOR_BOOT_MS: '7' });
    assert.deepEqual(changed.delaysMs.boot, { min: 7, max: 7 });
    assert.equal(withEnvironment(defaultConfiguration, {}), defaultConfiguration);
  });

  test('says what it must be', () => {
    for (const value of ['soon', '-1', '1.5', '99999999999']) {
      const env = { YUNTAI_SIMULATOR_BOOT_MS: value };
      assert.throws(
        () => withEnvironment(defaultConfiguration, env),
        /^Error: YUNTAI_SIMULATOR_BOOT/,
      );
    }
  });
});
