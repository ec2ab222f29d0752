import { type Command, Option } from 'commander';
import { print, remark } from './print.ts';
import { startProgress } from './progress.ts';

interface CopyOptions {
  readonly from: string;
  readonly to: string;
  readonly keyFile?: string;
}

/** `yuntai store`: what is done with a cloud's data while no server runs on it. */
export function addStore(program: Command): void {
  const store = program.command('store').description('move the data of a cloud that is stopped');
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
    .addHelpText(
      'after',
      `
All rows are read back and compared before anything is kept: a copy that fails or is killed leaves
the target as it was. The source is not changed. Servers have to be stopped on both.

Examples:
  yuntai store copy --from ./.yuntai --to postgres://yuntai@127.0.0.1/yuntai
  yuntai store copy --from postgres://yuntai@127.0.0.1/yuntai --to ./back --key-file ./.yuntai/key
  yuntai store copy --from ./.yuntai --to ./backup`,
    )
    .action(copy);
}

async function copy({ from, to, keyFile }: CopyOptions): Promise<void> {
  // Loaded only here: the other commands need none of it.
  const { copyCloud } = await import('#server/copy-cloud.ts');
  const { isDatabase } = await import('#server/open-copy-end.ts');
  const progress = startProgress();
  try {
    const copied = await copyCloud({
      from,
      to,
      ...(keyFile !== undefined && { keyFile }),
      onProgress: ({ step, table, rows, rowsMax }) => {
        progress.show(rows, rowsMax, `${step} ${table}`);
      },
    });
    progress.end();
    for (const { table, rows, checksum } of copied.tables) {
      print(`${table.padEnd(COLUMN)} ${String(rows).padStart(9)}  sha256:${checksum}`);
    }
    remark(`yuntai: copied and compared, row by row. ${adviceOn(copied.keyFile, isDatabase(to))}`);
  } finally {
    progress.end();
  }
}

/** As wide as the longest name of a table. */
const COLUMN = 24;

function adviceOn(keyFile: string | undefined, inDatabase: boolean): string {
  if (keyFile === undefined) {
    const advice = inDatabase ? 'name it with --key-file' : 'copy it to <data>/key, or name it';
    return `Its secrets open only with the key file of its servers: ${advice}.`;
  }
  return inDatabase
    ? `Serve it with --database and the same key: --key-file ${keyFile}`
    : `Its key is ${keyFile}; who has the directory has the cloud.`;
}
