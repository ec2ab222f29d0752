import type { GuestChange, Machine } from '../driver.ts';
import { hashedPassword, type GuestCommand } from './guest.ts';
import { CHANGE, environmentOf } from './guest-script.ts';
import { recordKeys } from './machine-record.ts';

/** The last change of a machine's guest, as it is written beside its instance. */
export interface ChangeRecord {
  /** The generation that asked for it. */
  readonly generation: number;
  /** What is still to be made different; gone when it has ended. The password is sealed. */
  readonly change?: GuestChange;
  readonly ended?: 'done' | 'failed';
}

/** The last change written beside an instance with this configuration, if there was one. */
export function changeRecordOf(config: Readonly<Record<string, string>>): ChangeRecord | undefined {
  const text = config[recordKeys.change];
  return text === undefined || text === '' ? undefined : (JSON.parse(text) as ChangeRecord);
}

/**
 * What is to be written down for a change. What waits for the next boot of a stopped machine is
 * kept with it: the newer word counts.
 */
export function withChange(
  waiting: ChangeRecord | undefined,
  { generation }: Machine,
  change: GuestChange,
): ChangeRecord {
  return { generation, change: { ...waiting?.change, ...allowing(change) } };
}

/** A new password opens the guest, unless the same change says that it does not. */
function allowing(change: GuestChange): GuestChange {
  const { sealedPassword, passwordLogin } = change;
  return sealedPassword === undefined || passwordLogin !== undefined
    ? change
    : { ...change, passwordLogin: true };
}

/** A record as the value of its key. */
export function changeConfigOf(record: ChangeRecord): Record<string, string> {
  return { [recordKeys.change]: JSON.stringify(record) };
}

/** The command that makes what waits different in a guest; it does nothing the second time. */
export function changeCommandOf(
  machine: Pick<Machine, 'key'>,
  { generation, change = {} }: ChangeRecord,
  openPassword: (sealed: string) => string,
): GuestCommand {
  const { user = 'root', hostName, sealedPassword, publicKeys, passwordLogin } = change;
  const login = { true: 'yes', false: 'no', undefined: '' } as const;
  return {
    command: ['/bin/sh', '-c', CHANGE],
    environment: {
      ...environmentOf({ machine: machine.key, user, hostName, publicKeys: publicKeys ?? [] }),
      YT_CHANGE: String(generation),
      YT_PASSWORD: sealedPassword === undefined ? '' : hashedPassword(openPassword(sealedPassword)),
      YT_SETS_KEYS: publicKeys === undefined ? '' : 'yes',
      YT_PASSWORD_LOGIN: login[`${passwordLogin}`],
    },
  };
}
