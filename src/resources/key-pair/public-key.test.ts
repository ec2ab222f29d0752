import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { rsaKeys } from '#kernel/rsa-key.ts';
import { parsePublicKey } from './public-key.ts';

// The key of the documents' examples (seed 004 L28899): 1024 bits.
const OF_THE_EXAMPLES =
  'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDP0Yw2T4itUKOJQIK69c1Asy1UO88cxEbujR5Jbr0e/Ey1v4ZKAUzD' +
  'nsBnFlf4hKPA1YvMB8RBYj4GcLtM7PrKnBNNram8rgl73X/klOO8oqKv+J/XUA7KHH1Y6wcn1RTRTMdDHbGhW1q/Upfe' +
  'ylNTbf+wEIWhEfaL5FKQm4hqCw== skey_112168';
const [TYPE = '', BODY = ''] = OF_THE_EXAMPLES.split(' ');

const directory = mkdtempSync(join(tmpdir(), 'yuntai-keys-'));
after(() => rmSync(directory, { recursive: true }));

function hasSshKeygen(): boolean {
  try {
    execFileSync('ssh-keygen', ['-?'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

describe('a public key', () => {
  test('of the examples is read, with its comment', () => {
    const read = parsePublicKey(OF_THE_EXAMPLES);
    assert.equal(read?.type, 'rsa');
    assert.equal(read.line, OF_THE_EXAMPLES);
    assert.match(read.fingerprint, /^[0-9a-f]{32}$/);
  });

  test('is the same key whatever its comment and its spaces', () => {
    const bare = parsePublicKey(`  ${TYPE}   ${BODY}\n`);
    assert.equal(bare?.line, `${TYPE} ${BODY}`);
    assert.equal(bare.fingerprint, parsePublicKey(OF_THE_EXAMPLES)?.fingerprint);
  });

  test('that we make is read', async () => {
    const { publicKey } = await rsaKeys().make();
    assert.equal(parsePublicKey(publicKey)?.line, publicKey);
  });

  test('brings no second line into authorized_keys', () => {
    for (const end of ['\n', '\r', '\u2028', '\u0000', '\u001b[2J']) {
      const read = parsePublicKey(`${TYPE} ${BODY} me${end}ssh-rsa other`);
      assert.ok(read === undefined || !/[\p{Cc}]/u.test(read.line), JSON.stringify(end));
    }
    assert.equal(parsePublicKey(`command="rm" ${TYPE} ${BODY}`), undefined);
  });

  test('whose parts do not add up is none', () => {
    const blob = Buffer.from(BODY, 'base64');
    const wrong = [
      '',
      TYPE,
      `ssh-dss ${BODY}`,
      `ssh-ed25519 ${BODY}`,
      `${TYPE} ${BODY.slice(0, -8)}`,
      `${TYPE} ${BODY.slice(4)}`,
      `${TYPE} ${Buffer.concat([blob, Buffer.of(0, 0, 0, 0)]).toString('base64')}`,
      `${TYPE} ${BODY}!`,
      `${TYPE} XXXXXXXXXXXX== skey_45071`,
      `${OF_THE_EXAMPLES} ${'x'.repeat(8_192)}`,
    ];
    for (const text of wrong) assert.equal(parsePublicKey(text), undefined, text);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, comment) => {
        parsePublicKey(`${TYPE} ${Buffer.from(bytes).toString('base64')} ${comment}`);
        parsePublicKey(comment);
      }),
    );
  });

  const skip = hasSshKeygen() ? false : 'there is no ssh-keygen here';
  test('and its fingerprint are as OpenSSH has them', { skip }, () => {
    const made = [
      ['rsa', '3072', 'rsa'],
      ['ecdsa', '256', 'ecdsa'],
      ['ecdsa', '521', 'ecdsa'],
    ] as const;
    for (const [kind, bits, type] of made) {
      const file = join(directory, `${kind}${bits}`);
      execFileSync('ssh-keygen', ['-q', '-t', kind, '-b', bits, '-N', '', '-f', file]);
      const read = parsePublicKey(readFileSync(`${file}.pub`, 'utf8'));
      assert.equal(read?.type, type);
      const told = execFileSync('ssh-keygen', ['-l', '-E', 'md5', '-f', file], {
        encoding: 'utf8',
      });
      assert.equal(told.match(/MD5:([0-9a-f:]+)/)?.[1]?.replaceAll(':', ''), read.fingerprint);
    }
  });
});
