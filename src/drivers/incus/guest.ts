import { randomBytes } from 'node:crypto';
import type { MachineSpec } from '../driver.ts';
import { environmentOf, FIRST_BOOT } from './guest-script.ts';
import { recordKeys } from './machine-record.ts';
import { sha512Crypt } from './sha512-crypt.ts';

/** What the guest of a machine is to be given when it boots for the first time. */
interface Guest {
  readonly hostName?: string;
  readonly user: string;
  readonly sealedPassword?: string;
  readonly publicKeys: readonly string[];
}

const USER_DATA = 'cloud-init.user-data';
const VENDOR_DATA = 'cloud-init.vendor-data';
const SALT_BYTES = 12;

/**
 * What of a machine's guest is written beside its instance; the password stays sealed, since every
 * user of the guest may read it there. User data is for cloud-init where the image has it.
 * @throws Error where the user data is no text, which the server could not hold.
 */
export function guestConfigOf({ hostName, login, userData }: MachineSpec): Record<string, string> {
  const { user = 'root', sealedPassword, publicKeys = [], keepImageLogin } = login ?? {};
  const guest: Guest = {
    ...(hostName === undefined ? {} : { hostName }),
    user,
    ...(sealedPassword === undefined || keepImageLogin === true ? {} : { sealedPassword }),
    publicKeys: keepImageLogin === true ? [] : publicKeys,
  };
  const config: Record<string, string> = { [recordKeys.guest]: JSON.stringify(guest) };
  if (userData !== undefined) config[USER_DATA] = textOf(userData);
  config[VENDOR_DATA] = vendorDataOf(guest);
  return config;
}

/** Whether a user's data can be handed to a guest: text without a null character. */
export function isText(base64: string): boolean {
  try {
    return !textOf(base64).includes('\0');
  } catch {
    // It is not UTF-8.
    return false;
  }
}

function textOf(base64: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
}

/** So that cloud-init, which comes later, does not take back what the first boot was given. */
function vendorDataOf({ hostName, sealedPassword }: Guest): string {
  const lines = ['#cloud-config', 'disable_root: false'];
  if (sealedPassword !== undefined) lines.push('ssh_pwauth: true');
  if (hostName !== undefined) lines.push(`hostname: ${JSON.stringify(hostName)}`);
  return `${lines.join('\n')}\n`;
}

export interface GuestCommand {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The command that prepares a guest at its first boot, from what is written beside its instance;
 * undefined where there is nothing to prepare. It does nothing the second time.
 */
export function guestCommandOf(
  key: string,
  config: Readonly<Record<string, string>>,
  openPassword: (sealed: string) => string,
): GuestCommand | undefined {
  const text = config[recordKeys.guest];
  if (text === undefined) return undefined;
  const { hostName, user, sealedPassword, publicKeys } = JSON.parse(text) as Guest;
  const userData = config[USER_DATA];
  const wanted = hostName ?? sealedPassword ?? publicKeys[0] ?? userData;
  if (wanted === undefined) return undefined;
  return {
    command: ['/bin/sh', '-c', FIRST_BOOT],
    environment: {
      ...environmentOf({ machine: key, user, hostName, publicKeys }),
      YT_PASSWORD: sealedPassword === undefined ? '' : hashedPassword(openPassword(sealedPassword)),
      YT_USER_DATA: userData ?? '',
    },
  };
}

/** A password as a guest holds it. */
export function hashedPassword(password: string): string {
  return sha512Crypt(password, randomBytes(SALT_BYTES).toString('base64').replaceAll('+', '.'));
}
