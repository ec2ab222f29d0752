import process from 'node:process';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { LogLevel } from '#kernel/log.ts';
import { driverChoice, type DriverOptions, withDriverOptions } from './driver-options.ts';
import { print, remark } from './print.ts';
import { dataOption } from './server-options.ts';
import { tlsChoice, type TlsOptions, withTlsOptions } from './tls-options.ts';

const PORT_DEFAULT = 8600;
const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];

interface ServeOptions extends DriverOptions, TlsOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly database?: string;
  readonly keyFile?: string;
  readonly simulator?: string;
  readonly prices?: string;
  readonly throttle: 'off' | 'documented';
  readonly logLevel: LogLevel;
}

/** `yuntai serve`: a cloud until SIGTERM. */
export function addServe(program: Command): void {
  withTlsOptions(withDriverOptions(program.command('serve')))
    .description('run a cloud until SIGTERM; prints one line on stdout when it accepts requests')
    .addOption(
      new Option('--port <number>', 'port; 0 picks a free one')
        .default(PORT_DEFAULT)
        .env('YUNTAI_PORT')
        .argParser(portOf),
    )
    .addOption(
      new Option('--host <address>', 'address to listen on')
        .default('127.0.0.1')
        .env('YUNTAI_HOST'),
    )
    .addOption(dataOption())
    .addOption(
      new Option(
        '--database <url>',
        'PostgreSQL that holds the cloud, for any number of processes: postgres://user@host/name',
      ).env('YUNTAI_DATABASE_URL'),
    )
    .addOption(
      new Option(
        '--key-file <file>',
        'key that secrets are kept under (default: <data>/key, made at the first start)',
      ).env('YUNTAI_KEY_FILE'),
    )
    .addOption(
      new Option(
        '--simulator <file>',
        'hosts, stock, delays, failures, quotas (default: <data>/simulator.json, if it exists)',
      ).env('YUNTAI_SIMULATOR'),
    )
    .addOption(
      new Option(
        '--prices <file>',
        'what everything costs (default: sample data; see docs/reference/prices.md)',
      ).env('YUNTAI_PRICES'),
    )
    .addOption(
      new Option('--throttle <which>', 'whether the documented request rates are enforced')
        .choices(['off', 'documented'])
        .default('off')
        .env('YUNTAI_THROTTLE'),
    )
    .addOption(
      new Option('--log-level <level>', 'least severe log lines to write to stderr')
        .choices(LEVELS)
        .default('info')
        .env('YUNTAI_LOG_LEVEL'),
    )
    .addHelpText(
      'after',
      `
YUNTAI_ACCESS_KEY_ID and YUNTAI_ACCESS_KEY_SECRET fix the root key pair; else one is made at the
first start, shown once on stderr and kept in <data>/credentials. More variables:
docs/reference/configuration.md

Examples:
  yuntai serve
  yuntai serve --port 0 --data :memory:
  YUNTAI_SIMULATOR_BOOT_MS=20000 yuntai serve --data ./data --throttle documented`,
    )
    .action(serve);
}

async function serve(options: ServeOptions): Promise<void> {
  // Loaded only here: the other commands need none of it.
  const { boot } = await import('#server/boot.ts');
  const { stderrLog } = await import('#kernel/log.ts');
  const { port, host, data, database, keyFile, simulator, prices, throttle, logLevel } = options;
  const log = stderrLog(logLevel);
  const tls = tlsChoice(options) ?? {};
  const running = await boot({
    port,
    host,
    data,
    throttle,
    log,
    admin: true,
    env: process.env,
    ...(database !== undefined && { database }),
    ...driverChoice(options),
    tls,
    ...(keyFile !== undefined && { keyFile }),
    ...(simulator !== undefined && { simulatorFile: simulator }),
    ...(prices !== undefined && { pricesFile: prices }),
  });
  const { rootKey } = running;
  if (rootKey.isNew) {
    const kept = data === ':memory:' ? '' : ` and kept in ${data}/credentials`;
    remark(`yuntai: the root access key of this cloud, shown this once${kept}:`);
    remark(`  YUNTAI_ACCESS_KEY_ID=${rootKey.id}`);
    remark(`  YUNTAI_ACCESS_KEY_SECRET=${rootKey.secret}`);
  }
  const socket = running.admin?.socketPath;
  log.info({ url: running.url, pid: process.pid, socket }, 'Accepting requests.');
  if (!isLoopback(host)) log.warn({ host }, EXPOSED);
  stopOnSignal(() => running.stop());
  print(`yuntai ready ${running.url}`);
}

const EXPOSED =
  'Others can reach this port, and it takes plain HTTP: who sees a request may repeat it, and ' +
  'the vendors’ signatures leave parts of it open (docs/differences.md). Have clients use https.';

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** The first signal ends it in good order, a second one at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        remark(`yuntai: stopping failed: ${error instanceof Error ? error.stack : String(error)}`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a whole number from 0 to 65535.');
}
