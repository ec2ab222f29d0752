import { randomBytes } from 'node:crypto';
import type { MachineSpec } from '../driver.ts';
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
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      YT_MACHINE: key,
      YT_HOST_NAME: hostName ?? '',
      YT_USER: user,
      YT_PASSWORD: sealedPassword === undefined ? '' : hashed(openPassword(sealedPassword)),
      YT_KEYS: publicKeys.join('\n'),
      YT_USER_DATA: userData ?? '',
    },
  };
}

function hashed(password: string): string {
  return sha512Crypt(password, randomBytes(SALT_BYTES).toString('base64').replaceAll('+', '.'));
}

/**
 * Runs in the guest with what the smallest images have. The mark holds the machine's key, so that
 * an image made from a machine is prepared again. Shadow is edited in place of chpasswd, which not
 * every image has; sshd takes the first value it reads.
 */
const FIRST_BOOT = `
set -eu
umask 077
mark=/var/lib/yuntai/first-boot
if [ -e $mark ] && [ "$(cat $mark)" = "$YT_MACHINE" ]; then exit 0; fi
mkdir -p /var/lib/yuntai
if [ -n "$YT_HOST_NAME" ]; then
  printf '%s\\n' "$YT_HOST_NAME" > /etc/hostname
  chmod 644 /etc/hostname
  hostname "$YT_HOST_NAME"
fi
if [ -n "$YT_PASSWORD$YT_KEYS" ]; then
  id "$YT_USER" > /dev/null 2>&1 || useradd -m -s /bin/sh "$YT_USER"
fi
if [ -n "$YT_PASSWORD" ]; then
  grep -q "^$YT_USER:" /etc/shadow || printf '%s:*:19000:0:99999:7:::\\n' "$YT_USER" >> /etc/shadow
  sed "s|^$YT_USER:[^:]*:|$YT_USER:$YT_PASSWORD:|" /etc/shadow > /etc/shadow.yuntai
  cat /etc/shadow.yuntai > /etc/shadow
  rm /etc/shadow.yuntai
  if [ -d /etc/ssh/sshd_config.d ]; then
    printf 'PasswordAuthentication yes\\nPermitRootLogin yes\\n' \\
      > /etc/ssh/sshd_config.d/10-yuntai.conf
  fi
fi
if [ -n "$YT_KEYS" ]; then
  home=$(grep "^$YT_USER:" /etc/passwd | cut -d: -f6)
  mkdir -p "$home/.ssh"
  printf '%s\\n' "$YT_KEYS" >> "$home/.ssh/authorized_keys"
  chown -R "$YT_USER:" "$home/.ssh"
fi
printf '%s' "$YT_MACHINE" > $mark
unset YT_PASSWORD YT_KEYS
if [ -n "$YT_USER_DATA" ] && ! command -v cloud-init > /dev/null; then
  script=/var/lib/yuntai/user-data
  printf '%s' "$YT_USER_DATA" > $script
  unset YT_USER_DATA
  chmod 700 $script
  case "$(head -n 1 $script)" in
    '#!'*) mkdir -p /var/log; $script > /var/log/yuntai-user-data.log 2>&1 < /dev/null & ;;
  esac
fi
`;
