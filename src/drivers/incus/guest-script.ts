/** What the scripts below are told besides secrets. */
export interface ScriptSubject {
  /** Key of the machine. */
  readonly machine: string;
  readonly user: string;
  readonly hostName: string | undefined;
  readonly publicKeys: readonly string[];
}

/** The environment that both scripts run in; the caller adds what only one of them reads. */
export function environmentOf(subject: ScriptSubject): Record<string, string> {
  return {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    YT_MACHINE: subject.machine,
    YT_USER: subject.user,
    // For sed and grep, where a period stands for any character.
    YT_USER_PATTERN: subject.user.replaceAll('.', String.raw`\.`),
    YT_HOST_NAME: subject.hostName ?? '',
    YT_KEYS: subject.publicKeys.join('\n'),
  };
}

/**
 * Runs in the guest with what the smallest images have. Shadow is edited in place of chpasswd,
 * which not every image has; sshd takes the first value it reads. A password that does not open
 * the guest has a `*` before its hash, since sshd refuses keys as well to a user with a `!` there.
 * The keys put in by the cloud are listed in a file of their own, so that the next change finds
 * them among those that somebody else put in.
 */
const FUNCTIONS = String.raw`
set -eu
umask 077
kept=/var/lib/yuntai
mkdir -p $kept
edit_shadow() {
  sed "$1" /etc/shadow > /etc/shadow.yuntai
  cat /etc/shadow.yuntai > /etc/shadow
  rm /etc/shadow.yuntai
}
have_user() {
  id "$YT_USER" > /dev/null 2>&1
}
set_host_name() {
  printf '%s\n' "$YT_HOST_NAME" > /etc/hostname
  chmod 644 /etc/hostname
  hostname "$YT_HOST_NAME"
}
set_password() {
  have_user
  grep -q "^$YT_USER_PATTERN:" /etc/shadow ||
    printf '%s:*:19000:0:99999:7:::\n' "$YT_USER" >> /etc/shadow
  edit_shadow "s|^$YT_USER_PATTERN:[^:]*:|$YT_USER:$YT_PASSWORD:|"
  if [ -d /etc/ssh/sshd_config.d ]; then
    printf 'PasswordAuthentication yes\nPermitRootLogin yes\n' \
      > /etc/ssh/sshd_config.d/10-yuntai.conf
  fi
}
set_keys() {
  have_user
  home=$(grep "^$YT_USER_PATTERN:" /etc/passwd | cut -d: -f6)
  mkdir -p "$home/.ssh"
  file=$home/.ssh/authorized_keys
  touch "$file" $kept/keys
  if [ -s $kept/keys ]; then
    grep -vxFf $kept/keys "$file" > "$file.yuntai" || true
    cat "$file.yuntai" > "$file"
    rm "$file.yuntai"
  fi
  if [ -n "$YT_KEYS" ]; then
    printf '%s\n' "$YT_KEYS" > $kept/keys
    cat $kept/keys >> "$file"
  else
    rm $kept/keys
  fi
  chown -R "$YT_USER:" "$home/.ssh"
}
`;

/**
 * Prepares a guest at its first boot; it does nothing the second time. The mark holds the machine's
 * key, so that an image made from a machine is prepared again.
 */
export const FIRST_BOOT = String.raw`${FUNCTIONS}
mark=$kept/first-boot
if [ -e $mark ] && [ "$(cat $mark)" = "$YT_MACHINE" ]; then exit 0; fi
if [ -n "$YT_HOST_NAME" ]; then set_host_name; fi
if [ -n "$YT_PASSWORD$YT_KEYS" ]; then
  have_user || useradd -m -s /bin/sh "$YT_USER"
fi
if [ -n "$YT_PASSWORD" ]; then set_password; fi
if [ -n "$YT_KEYS" ]; then set_keys; fi
printf '%s' "$YT_MACHINE" > $mark
unset YT_PASSWORD YT_KEYS
if [ -n "$YT_USER_DATA" ] && ! command -v cloud-init > /dev/null; then
  script=$kept/user-data
  printf '%s' "$YT_USER_DATA" > $script
  unset YT_USER_DATA
  chmod 700 $script
  case "$(head -n 1 $script)" in
    '#!'*) mkdir -p /var/log; $script > /var/log/yuntai-user-data.log 2>&1 < /dev/null & ;;
  esac
fi
`;

/**
 * Changes a guest: what its variable is empty for stays, and the keys where YT_SETS_KEYS is. A user
 * that it does not have is not made. It does nothing the second time, which the mark with the
 * change's number tells. cloud-init leaves a host name alone that was changed behind its back.
 */
export const CHANGE = String.raw`${FUNCTIONS}
mark=$kept/changed
if [ -e $mark ] && [ "$(cat $mark)" = "$YT_MACHINE $YT_CHANGE" ]; then exit 0; fi
if [ -n "$YT_HOST_NAME" ]; then set_host_name; fi
if [ -n "$YT_PASSWORD" ]; then set_password; fi
if [ -n "$YT_SETS_KEYS" ]; then set_keys; fi
case "$YT_PASSWORD_LOGIN" in
  no) edit_shadow "s|^$YT_USER_PATTERN:\([^*!:]\)|$YT_USER:*\1|" ;;
  yes) edit_shadow "s|^$YT_USER_PATTERN:\*\([^*!:]\)|$YT_USER:\1|" ;;
esac
printf '%s' "$YT_MACHINE $YT_CHANGE" > $mark
`;
