import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aclOf } from './rules-acl.ts';

const allow = { action: 'allow', state: 'enabled' } as const;
const everybody = ['0.0.0.0-255.255.255.255'];

test('machines let through what they say, and other addresses everything', () => {
  const acl = aclOf(
    [
      {
        key: 'one',
        address: '10.0.0.5',
        ingress: [
          { protocol: 'tcp', peers: ['10.0.0.9', '10.0.1.0-10.0.1.255'], ports: '80-90' },
          { protocol: 'icmp', peers: everybody },
        ],
        egress: [{ protocol: 'all', peers: everybody }],
      },
      { key: 'two', address: '10.0.0.7', ingress: [], egress: [] },
    ],
    ['10.0.0.6'],
  );
  const rest = '0.0.0.0-10.0.0.4,10.0.0.8-255.255.255.255';
  assert.deepEqual(acl, {
    ingress: [
      { ...allow, destination: rest },
      { ...allow, destination: '::/0' },
      {
        ...allow,
        source: '10.0.0.9,10.0.1.0-10.0.1.255',
        destination: '10.0.0.5',
        protocol: 'tcp',
        destination_port: '80-90',
      },
      { ...allow, destination: '10.0.0.5', protocol: 'icmp4' },
    ],
    egress: [
      { ...allow, source: rest },
      { ...allow, source: '::/0' },
      { ...allow, source: '10.0.0.5' },
    ],
  });
});

test('the first and the last address of all leave no room beside them', () => {
  const at = (address: string) => ({ key: address, address, ingress: [], egress: [] });
  const [rest] = aclOf([at('0.0.0.0'), at('255.255.255.255')], []).ingress;
  assert.equal(rest?.destination, '0.0.0.1-255.255.255.254');
});
