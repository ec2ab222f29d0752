import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultIncusConfiguration, parseIncusConfiguration } from './configuration.ts';

const SERVER = 'unix:/run/unix.socket';
const ZONES = ['guangzhou-3', 'guangzhou-4'];

const refused: ReadonlyArray<readonly [title: string, text: string, message: RegExp]> = [
  ['no JSON', '{', /^It is no JSON: /],
  ['no object', '[]', /^\$ must be an object/],
  ['an unknown key', '{"pool":"fast"}', /^\$ has no key "pool"; use one of server, certificate, /],
  ['another way to a server', '{"server":"http://host"}', /^http:\/\/host names no server: write/],
  ['a path on a server', '{"server":"https://host:8443/1.0"}', /names no server: write unix:/],
  [
    'another kind of machine',
    '{"machines":"vm"}',
    /^\$\.machines is "vm"; use one of container, virtual-machine/,
  ],
  ['networks that are no list', '{"networks":"lxdbr0"}', /^\$\.networks must be a list/],
  ['a network that is no text', '{"networks":["a",1]}', /^\$\.networks\[1\] must be a text/],
  ['no zones', '{"zones":{}}', /^\$\.zones must map one zone at least/],
  [
    'a zone nobody has',
    '{"zones":{"mars-1":"*"}}',
    /^\$\.zones has no key "mars-1"; use one of gua/,
  ],
  ['members as a text', '{"zones":{"guangzhou-3":"one"}}', /^\$\.zones\.guangzhou-3 must be /],
  [
    'a group and a failure domain',
    '{"zones":{"guangzhou-3":{"group":"a","failureDomain":"b"}}}',
    /^\$\.zones\.guangzhou-3 must be "\*", a list of members, /,
  ],
  [
    'more than is given out',
    '{"overcommit":{"cpu":1001}}',
    /^\$\.overcommit\.cpu must be a number/,
  ],
  ['what is kept in parts', '{"reserve":{"cpu":0.5}}', /^\$\.reserve\.cpu must be a whole number/],
  ['a stop without end', '{"softStopSeconds":3601}', /^\$\.softStopSeconds must be .* 3600/],
  ['a truth as text', '{"publicAddresses":"yes"}', /^\$\.publicAddresses must be true or false/],
];

const parse = (text: string) =>
  parseIncusConfiguration(text, { options: { server: SERVER }, zones: ZONES });

describe('incus.json', () => {
  test('an empty object is the default', () => {
    assert.deepEqual(parse('{}'), { ...defaultIncusConfiguration, server: SERVER });
  });

  test('a server has to be named, by the file or by the command line, which goes before', () => {
    assert.throws(() => parseIncusConfiguration('{}'), /^Error: No Incus or LXD server is named/);
    const file = JSON.stringify({
      server: 'https://host:8443',
      key: 'a.pem',
      certificate: 'b.pem',
    });
    const { server, key, certificate, serverCertificate } = parseIncusConfiguration(file, {
      options: { key: 'c.pem' },
    });
    assert.deepEqual(
      [server, key, certificate, serverCertificate],
      ['https://host:8443', 'c.pem', 'b.pem', undefined],
    );
  });

  test('every key is read, what is left out has its default', () => {
    const written = {
      project: 'cloud',
      machines: 'virtual-machine',
      storagePool: 'fast',
      networks: ['ytbr0'],
      profiles: ['limits'],
      zones: { 'guangzhou-3': ['one', 'two'], 'guangzhou-4': { failureDomain: 'rack-2' } },
      overcommit: { cpu: 4.5 },
      reserve: { memoryMiB: 2_048 },
      softStopSeconds: 5,
      publicAddresses: true,
      securityGroups: false,
    };
    assert.deepEqual(parse(JSON.stringify(written)), {
      ...written,
      server: SERVER,
      overcommit: { cpu: 4.5, memory: 1, disk: 1 },
      reserve: { cpu: 0, memoryMiB: 2_048, diskGiB: 0 },
    });
  });

  for (const [title, text, message] of refused) {
    test(`refused: ${title}`, () => {
      const isSaid = ({ message: said }: Error) => message.test(said);
      assert.throws(
        () => parseIncusConfiguration(text, { zones: ZONES, options: named(text) }),
        isSaid,
      );
    });
  }
});

/** A server, unless the text is about that. */
function named(text: string): { server?: string } {
  return text.includes('"server"') ? {} : { server: SERVER };
}
