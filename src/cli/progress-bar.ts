import process from 'node:process';
import type { Progress } from '#server/admin-answer.ts';

const CELLS = 30;
const MIB = 2 ** 20;

/** A bar on stderr that shows how far something is; where that is no terminal, nothing. */
export function progressBar(title: string): { tell(progress: Progress): void; end(): void } {
  const isShown = process.stderr.isTTY;
  let shown = false;
  return {
    tell(progress) {
      if (!isShown) return;
      process.stderr.write(`\r${title} ${bar(progress)}`);
      shown = true;
    },
    end() {
      if (shown) process.stderr.write('\n');
    },
  };
}

/** Such as `[#####.....]  50 %  12.0 of 24.0 MiB`. */
export function bar({ done, total, unit }: Progress): string {
  const part = total === 0 ? 1 : Math.min(1, done / total);
  const full = Math.round(part * CELLS);
  const cells = `${'#'.repeat(full)}${'.'.repeat(CELLS - full)}`;
  const percent = String(Math.floor(part * 100)).padStart(3);
  const [many, of] =
    unit === 'bytes'
      ? [`${(done / MIB).toFixed(1)} of ${(total / MIB).toFixed(1)}`, 'MiB']
      : [`${done} of ${total}`, unit];
  return `[${cells}] ${percent} %  ${many} ${of}`;
}
