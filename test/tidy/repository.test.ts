import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaints } from './problem.ts';
import { lockFile, machinePaths, pageLinks, registryHosts } from './rules/repository.ts';
import { EXCEPTIONS, holds } from './rule.ts';

// Put together, so that the rules do not find them here.
const WORK = ['', 'work', ''].join('/');
const HOME = ['', 'root', ''].join('/');
const HOST = `https://${['registry', 'npmjs', 'org'].join('.')}/`;

holds(machinePaths, {
  good: [
    { 'a.ts': "f('/workflows/a');", 'README.md': `https://example.com/a${WORK}b` },
    { 'src/a/examples.json': `"${WORK}a"` },
  ],
  bad: [
    [{ 'a.ts': `\nf('${WORK}main');` }, 'a.ts:2'],
    [{ 'README.md': `cd ${WORK}main` }, 'README.md:1'],
    [{ '.ci/run': `DATA=${HOME}a` }, '.ci/run:1'],
  ],
});

holds(registryHosts, {
  good: [{ 'README.md': 'npm install' }],
  bad: [[{ 'README.md': `npm --registry ${HOST}` }, 'README.md:1']],
});

holds(pageLinks, {
  good: [
    {
      'README.md': '[a](docs/a.md#part) [b](docs/) [c](https://example.com) [d](#d)',
      'docs/a.md': '',
    },
    { 'docs/a.md': '[up](../README.md)', 'README.md': '' },
  ],
  bad: [
    [{ 'README.md': '\n[a](docs/a.md)' }, 'README.md:2'],
    [{ 'docs/a.md': '[b](docs/a.md)' }, 'docs/a.md:1'],
  ],
});

const lockOf = (packages: object) => ({ 'package-lock.json': JSON.stringify({ packages }) });
const TOOL = {
  integrity: 'sha512-a',
  dev: true,
  optionalDependencies: { 'tool-linux-x64': '1.0.0' },
};
const PART = { version: '1.0.0', os: ['linux'], cpu: ['x64'], optional: true };

holds(lockFile, {
  good: [
    lockOf({
      '': {},
      conformance: {},
      'node_modules/conformance': { resolved: 'conformance', link: true },
      'node_modules/tool': TOOL,
      'node_modules/tool-linux-x64': PART,
    }),
  ],
  bad: [
    [lockOf({ 'node_modules/tool': TOOL }), 'package-lock.json:0'],
    [lockOf({ 'node_modules/a': { integrity: 'a', resolved: HOST } }), 'package-lock.json:0'],
    [lockOf({ 'node_modules/a': { version: '1.0.0' } }), 'package-lock.json:0'],
  ],
});

test('the list of exceptions shrinks: what is not needed or has changed is complained of', () => {
  const at = { path: 'src/a.ts', subject: 'f' };
  const long = { ...at, line: 3, value: 80, message: 'f has 80 lines' };
  const allowed = { ...at, rule: 'function-lines', value: 80, reason: 'it is a table' };
  assert.deepEqual(complaints('function-lines', [long], [allowed]), []);
  assert.deepEqual(complaints('function-lines', [long], []), ['src/a.ts:3  f has 80 lines']);
  const [stale] = complaints('function-lines', [], [allowed]);
  assert.match(stale ?? '', /needs its exception .* no more/);
  const [grown] = complaints('function-lines', [{ ...long, value: 81 }], [allowed]);
  assert.match(grown ?? '', /has grown from 80 to 81/);
  const [shrunk] = complaints('function-lines', [{ ...long, value: 79 }], [allowed]);
  assert.match(shrunk ?? '', /has shrunk from 80 to 79/);
  assert.deepEqual(complaints('columns', [], [allowed]), []);
});

test('every exception says why, and is given once', () => {
  const keys = EXCEPTIONS.map(({ rule, path, subject }) => `${rule} ${path} ${subject}`);
  assert.equal(new Set(keys).size, keys.length, 'an exception is there twice');
  for (const { rule, path, reason } of EXCEPTIONS) {
    assert.match(reason, /\S+ \S+ \S+/, `${rule} for ${path}: say in a sentence why`);
  }
});
