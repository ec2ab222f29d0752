import { type Command, Option } from 'commander';
import type { BootOptions } from '#server/boot.ts';

const DRIVERS = ['simulator', 'incus'] as const satisfies ReadonlyArray<BootOptions['driver']>;

/** What `yuntai serve` is told about the machines underneath. */
export interface DriverOptions {
  readonly driver: (typeof DRIVERS)[number];
  readonly incus?: string;
  readonly incusCert?: string;
  readonly incusKey?: string;
  readonly incusServerCert?: string;
  readonly incusConfig?: string;
}

/** Adds the options that choose the driver, and the server that it drives. */
export function withDriverOptions(command: Command): Command {
  const option = (flags: string, text: string, variable: string) =>
    new Option(flags, text).env(variable);
  return command
    .addOption(
      option('--driver <which>', 'what makes the machines', 'YUNTAI_DRIVER')
        .choices(DRIVERS)
        .default('simulator'),
    )
    .addOption(
      option(
        '--incus <server>',
        'Incus or LXD server: unix:/path/unix.socket or https://host:8443',
        'YUNTAI_INCUS',
      ),
    )
    .addOption(option('--incus-cert <file>', 'client certificate, PEM', 'YUNTAI_INCUS_CERT'))
    .addOption(option('--incus-key <file>', 'its key, PEM', 'YUNTAI_INCUS_KEY'))
    .addOption(
      option(
        '--incus-server-cert <file>',
        'the one certificate that the server may show, PEM',
        'YUNTAI_INCUS_SERVER_CERT',
      ),
    )
    .addOption(
      option(
        '--incus-config <file>',
        'zones, networks, limits (default: <data>/incus.json, if it exists)',
        'YUNTAI_INCUS_CONFIG',
      ),
    );
}

/** The same for `boot`. */
export function driverChoice(options: DriverOptions): Pick<BootOptions, 'driver' | 'incus'> {
  const { driver, incus, incusCert, incusKey, incusServerCert, incusConfig } = options;
  return {
    driver,
    incus: {
      ...(incus !== undefined && { server: incus }),
      ...(incusCert !== undefined && { certificate: incusCert }),
      ...(incusKey !== undefined && { key: incusKey }),
      ...(incusServerCert !== undefined && { serverCertificate: incusServerCert }),
      ...(incusConfig !== undefined && { file: incusConfig }),
    },
  };
}
