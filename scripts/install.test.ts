import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingEntries, platformOf } from './complete-lock.mjs';
import { neededPaths } from './install.mjs';

const other = process.platform === 'darwin' ? 'win32' : 'darwin';
const LOCK = {
  packages: {
    '': {
      dependencies: { server: '1.0.0' },
      optionalDependencies: { 'node-here': '1.0.0', 'node-there': '1.0.0' },
      devDependencies: { tool: '1.0.0' },
    },
    conformance: { dependencies: { sdk: '1.0.0' } },
    'node_modules/conformance': { resolved: 'conformance', link: true },
    'node_modules/server': { version: '1.0.0', dependencies: { part: '2.0.0', shared: '1.0.0' } },
    'node_modules/server/node_modules/part': {
      version: '2.0.0',
      dependencies: { shared: '1.0.0' },
    },
    'node_modules/part': { version: '1.0.0' },
    'node_modules/shared': { version: '1.0.0', dependencies: { server: '1.0.0' } },
    'node_modules/sdk': { version: '1.0.0', dependencies: { part: '1.0.0' } },
    'node_modules/tool': { version: '1.0.0', dev: true },
    'node_modules/node-here': { version: '1.0.0', os: process.platform, cpu: [process.arch] },
    'node_modules/node-there': { version: '1.0.0', os: [other] },
  },
};

test('the server needs what the product reaches, nothing of the tools or the workspaces', () => {
  assert.deepEqual(neededPaths(LOCK, 'server').toSorted(), [
    'node_modules/node-here',
    'node_modules/server',
    'node_modules/server/node_modules/part',
    'node_modules/shared',
  ]);
});

test('everything is everything but what is for another platform', () => {
  const all = Object.keys(LOCK.packages).filter((path) => path !== '' && !path.endsWith('there'));
  assert.deepEqual(neededPaths(LOCK, 'all'), all);
});

test('a platform is read from the name of its package', () => {
  assert.deepEqual(platformOf('@oxlint/binding-linux-x64-musl'), {
    os: ['linux'],
    cpu: ['x64'],
    libc: ['musl'],
  });
  assert.deepEqual(platformOf('@oxlint/binding-linux-arm-gnueabihf'), {
    os: ['linux'],
    cpu: ['arm'],
    libc: ['glibc'],
  });
  assert.deepEqual(platformOf('tool-win32-arm64-msvc'), { os: ['win32'], cpu: ['arm64'] });
  assert.deepEqual(platformOf('@esbuild/linux-x64'), { os: ['linux'], cpu: ['x64'] });
  assert.equal(platformOf('fsevents'), undefined);
});

test('a lock file without a platform is completed, or refused where the name tells none', () => {
  const lockOf = (name: string) => ({
    packages: { 'node_modules/tool': { dev: true, optionalDependencies: { [name]: '1.2.3' } } },
  });
  assert.deepEqual(missingEntries(lockOf('tool-darwin-arm64')), {
    'node_modules/tool-darwin-arm64': {
      version: '1.2.3',
      cpu: ['arm64'],
      dev: true,
      optional: true,
      os: ['darwin'],
    },
  });
  assert.throws(() => missingEntries(lockOf('fsevents')), /fsevents@1\.2\.3 is not in the lock/);
});
