import { isIP } from 'node:net';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { BootOptions } from '#server/boot.ts';
import { Failure } from './failure.ts';

/** What `yuntai serve` is told about TLS. */
export interface TlsOptions {
  /** `false` is what --no-tls leaves here. */
  readonly tls: 'on' | 'off' | false;
  readonly tlsName: readonly string[];
  readonly tlsCert?: string;
  readonly tlsKey?: string;
}

/** Adds the options that say who the server is to clients that speak TLS. */
export function withTlsOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--tls-name <name>', 'one more name or address of our certificate; repeatable')
        .default([], 'localhost, the vendors’ hosts')
        .env('YUNTAI_TLS_NAMES')
        .argParser(namesWith),
    )
    .addOption(
      new Option('--tls-cert <file>', 'your certificate in place of ours, PEM').env(
        'YUNTAI_TLS_CERT',
      ),
    )
    .addOption(new Option('--tls-key <file>', 'its key, PEM').env('YUNTAI_TLS_KEY'))
    .addOption(
      new Option('--tls <which>', 'whether the port takes TLS besides plain HTTP')
        .choices(['on', 'off'])
        .default('on')
        .env('YUNTAI_TLS'),
    )
    .option('--no-tls', 'the same as --tls off');
}

/** The same for `boot`. @throws Failure where two of them exclude each other */
export function tlsChoice({ tls, tlsName, tlsCert, tlsKey }: TlsOptions): BootOptions['tls'] {
  if ((tlsCert === undefined) !== (tlsKey === undefined)) {
    throw new Failure('Give --tls-cert and --tls-key together, or neither of them.');
  }
  if (tls !== 'on') return false;
  if (tlsCert === undefined || tlsKey === undefined) return { names: tlsName };
  if (tlsName.length === 0) return { given: { certFile: tlsCert, keyFile: tlsKey } };
  throw new Failure('--tls-name is of the certificate made here: leave it out with --tls-cert.');
}

const NAME_CHARACTERS_MAX = 253;
const NAMES_MAX = 100;
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const NAME = new RegExp(`^(?:\\*\\.)?${LABEL}(?:\\.${LABEL})*$`);

/** A variable has several with blanks between them. */
function namesWith(text: string, before: readonly string[]): readonly string[] {
  const names = [...before, ...text.toLowerCase().split(/\s+/)].filter((name) => name !== '');
  if (names.length > NAMES_MAX) throw new InvalidArgumentError(`At most ${NAMES_MAX} names.`);
  for (const name of names) {
    const isName = name.length <= NAME_CHARACTERS_MAX && NAME.test(name);
    if (isIP(name) === 0 && !isName) {
      throw new InvalidArgumentError('It must be a host name, *. in front of one, or an address.');
    }
  }
  return names;
}
