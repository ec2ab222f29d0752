import process from 'node:process';
import { type Command, Option } from 'commander';
import type { CloudCopy, CopiedCloud } from '#server/copy-cloud.ts';
import { print, remark } from './print.ts';
import { progressBar } from './progress-bar.ts';

interface CopyOptions {
  readonly from: string;
  readonly to: string;
  readonly keyFile?: string;
  readonly withoutKey: boolean;
}

/** `yuntai store`: what is done with a cloud's data while no server runs on it. */
export function addStore(program: Command): void {
  const store = program
    .command('store')
    .description('move the data of a cloud that is stopped')
    .addHelpText(
      'afterAll',
      `
All rows are read back and compared before anything is kept: a copy that fails or is killed leaves
the target as it was. The source is not changed. Servers have to be stopped on both.

Examples:
  yuntai store copy --from ./.yuntai --to postgres://yuntai@127.0.0.1/yuntai
  yuntai store copy --from postgres://yuntai@127.0.0.1/yuntai --to ./back --key-file ./.yuntai/key
  yuntai store copy --from ./.yuntai --to ./backup`,
    );
  store
    .command('copy')
    .description('copy a stopped cloud to another place: from SQLite to PostgreSQL, or back')
    .requiredOption('--from <place>', 'data directory, or postgres://user@host/name')
    .requiredOption('--to <place>', 'the same; it has to be empty')
    .addOption(
      new Option(
        '--key-file <file>',
        'key that the cloud is sealed with (default: <from>/key, where that is a directory)',
      ).env('YUNTAI_KEY_FILE'),
    )
    .option('--without-key', 'copy the rows alone; the key file is kept elsewhere', false)
    .action(copy);
}

async function copy({ from, to, keyFile, withoutKey }: CopyOptions): Promise<void> {
  // Loaded only here: the other commands need none of it.
  const { copyCloud } = await import('#server/copy-cloud.ts');
  const progress = process.stderr.isTTY ? showBars() : showLines();
  try {
    const copied = await copyCloud({
      from,
      to,
      withoutKey,
      ...(keyFile !== undefined && { keyFile }),
      onProgress: progress.tell,
    });
    progress.end();
    for (const { table, rows, checksum } of copied.tables) {
      print(`${table.padEnd(COLUMN)} ${String(rows).padStart(9)}  sha256:${checksum}`);
    }
    remark(`yuntai: copied and compared, row by row. ${adviceOn(copied)}`);
  } finally {
    progress.end();
  }
}

type CopyProgress = Parameters<CloudCopy['onProgress']>[0];

interface Shown {
  tell(progress: CopyProgress): void;
  end(): void;
}

function showBars(): Shown {
  let bar = progressBar('');
  let now: CopyProgress['step'] | undefined;
  return {
    tell({ step, rows, rowsMax }) {
      if (step !== now) {
        bar.end();
        bar = progressBar(step === 'copied' ? 'Copying  ' : 'Comparing');
        now = step;
      }
      bar.tell({ done: rows, total: rowsMax, unit: 'rows' });
    },
    end() {
      bar.end();
      bar = progressBar('');
    },
  };
}

/** A line when a table is begun: a log has no use for more. */
function showLines(): Shown {
  let last = '';
  return {
    tell({ step, table }) {
      const line = `${step} ${table}`;
      if (line !== last) remark(line);
      last = line;
    },
    end: () => undefined,
  };
}

/** As wide as the longest name of a table. */
const COLUMN = 24;

function adviceOn({ keyFile, inDatabase }: CopiedCloud): string {
  if (keyFile === undefined) {
    const advice = inDatabase ? 'name it with --key-file' : 'copy it to <data>/key, or name it';
    return `Its secrets open only with the key file of its servers: ${advice}.`;
  }
  return inDatabase
    ? `Serve it with --database and the same key: --key-file ${keyFile}`
    : `Its key is ${keyFile}; who has the directory has the cloud.`;
}
