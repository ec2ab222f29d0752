import process from 'node:process';
import { remark } from './print.ts';

const BAR = 30;
const PERCENT = 100;

/** Shows how far something is, on stderr. */
export interface Progress {
  /** `done` and `all` in the same unit; the text says what is on its way. */
  show(done: number, all: number, text: string): void;
  /** Leaves the last state where it is, and the cursor on a line of its own. */
  end(): void;
}

/** A bar that moves where stderr is a terminal; else a line whenever the text changes. */
export function startProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? bar(stream) : lines();
}

function bar(stream: NodeJS.WriteStream): Progress {
  let last = '';
  return {
    show(done, all, text) {
      const part = all === 0 ? 1 : Math.min(done / all, 1);
      const filled = '#'.repeat(Math.floor(part * BAR)).padEnd(BAR);
      const percent = String(Math.floor(part * PERCENT)).padStart(3);
      const line = `[${filled}] ${percent} % ${text}`.slice(0, stream.columns - 1);
      if (line === last) return;
      last = line;
      // Over what is there, and away with what is left of a longer one.
      stream.write(`\r${line}\u001B[K`);
    },
    end() {
      if (last !== '') stream.write('\n');
      last = '';
    },
  };
}

function lines(): Progress {
  let last = '';
  return {
    show(_done, _all, text) {
      if (text !== last) remark(text);
      last = text;
    },
    end: () => undefined,
  };
}
