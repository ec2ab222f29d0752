// Puts into package-lock.json the platform packages that npm left out of it.
//
// Tools with native parts (oxlint, oxfmt, …) name one optional package per platform. Where the
// registry in use lacks some of them, npm writes a lock file without them, and `npm ci` then
// refuses that lock file everywhere. They are never fetched on a platform they are not for, so an
// entry with the exact version and the platform is enough; on its own platform npm fetches it.
//
// Run it after every `npm install <package>`:  node scripts/complete-lock.mjs
// With --check it changes nothing and exits 1 if something is missing.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LOCK_URL = new URL('../package-lock.json', import.meta.url);
const OS_NAMES = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony'];
const CPU_NAMES = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64'];

/**
 * The npm platform fields told by a package name such as `@oxlint/binding-linux-x64-musl`.
 * Undefined when the name tells no operating system or no processor.
 */
export function platformOf(name) {
  const words = name.split('/').pop().split('-');
  const os = words.includes('win32') ? 'win32' : OS_NAMES.find((word) => words.includes(word));
  const cpu = CPU_NAMES.find((word) => words.includes(word));
  if (os === undefined || cpu === undefined) return undefined;
  const abi = words.find((word) => word.startsWith('musl') || word.startsWith('gnu'));
  if (os !== 'linux' || abi === undefined) return { os: [os], cpu: [cpu] };
  return { os: [os], cpu: [cpu], libc: [abi.startsWith('musl') ? 'musl' : 'glibc'] };
}

/** The entries missing from a parsed lock file, by their path in it. Throws on an unclear name. */
export function missingEntries(lock) {
  const missing = {};
  for (const entry of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const path = `node_modules/${name}`;
      if (lock.packages[path] !== undefined) continue;
      const platform = platformOf(name);
      if (platform === undefined || !/^\d/.test(version)) {
        throw new Error(`${name}@${version} is not in the lock file and no platform can be told`);
      }
      missing[path] = {
        version,
        cpu: platform.cpu,
        ...(entry.dev ? { dev: true } : {}),
        ...(platform.libc ? { libc: platform.libc } : {}),
        optional: true,
        os: platform.os,
      };
    }
  }
  return missing;
}

function main() {
  const lock = JSON.parse(readFileSync(LOCK_URL, 'utf8'));
  const missing = missingEntries(lock);
  const paths = Object.keys(missing);
  if (paths.length === 0) return;
  if (process.argv.includes('--check')) {
    console.error(`package-lock.json lacks ${paths.length} platform packages:`);
    console.error(`run node scripts/complete-lock.mjs`);
    process.exitCode = 1;
    return;
  }
  const [root, ...rest] = Object.entries({ ...lock.packages, ...missing });
  rest.sort(([left], [right]) => left.localeCompare(right, 'en'));
  lock.packages = Object.fromEntries([root, ...rest]);
  writeFileSync(LOCK_URL, `${JSON.stringify(lock, null, 2)}\n`);
  console.error(`package-lock.json: ${paths.length} platform packages added`);
}

if (fileURLToPath(import.meta.url) === process.argv[1]) main();
