import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A disk that can be full. */
export interface SmallDisk {
  /** Leaves room for not a byte more. */
  fill(): void;
  /** Takes that back. */
  free(): void;
  release(): void;
}

/** For the skip of a test that was refused one. */
export const NO_DISK = 'only root may mount a small disk';

/** A disk of so many MiB at a new directory; undefined where this user may not make one. */
export function smallDisk(path: string, mebibytes: number): SmallDisk | undefined {
  mkdirSync(path);
  const options = ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=0755`, 'tmpfs', path];
  if (spawnSync('mount', options).status !== 0) return undefined;
  const filler = join(path, 'filler');
  return {
    fill: () => fill(filler),
    free: () => rmSync(filler),
    release: () => void spawnSync('umount', ['--lazy', path]),
  };
}

function fill(file: string): void {
  const opened = openSync(file, 'w');
  for (const size of [65_536, 4_096, 512, 1]) {
    const bytes = Buffer.alloc(size);
    try {
      for (;;) writeSync(opened, bytes);
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
    }
  }
  closeSync(opened);
}
