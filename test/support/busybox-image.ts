import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DIRECTORIES =
  'bin sbin etc proc sys dev tmp root var/lib var/log usr/share/udhcpc mnt www run'.split(' ');
const COMMANDS = (
  'sh ip udhcpc ls cat hostname httpd ps sleep sed grep env ' +
  'mkdir chmod chown rm mv cp echo id mount cut head touch'
).split(' ');

const FILES: Readonly<Record<string, string>> = {
  'etc/passwd': 'root:x:0:0:root:/root:/bin/sh\n',
  'etc/group': 'root:x:0:\n',
  'etc/shadow': 'root:*:19000:0:99999:7:::\n',
  'etc/inittab': '::sysinit:/etc/boot\n',
  'etc/boot': `#!/bin/sh
[ -e /etc/hostname ] && hostname -F /etc/hostname
ip link set lo up
ip link set eth0 up
udhcpc -b -t 20 -T 1 -i eth0 -s /usr/share/udhcpc/default.script > /dev/null 2>&1
httpd -h /www
`,
  'usr/share/udhcpc/default.script': `#!/bin/sh
case "$1" in
  bound | renew)
    ip addr replace "$ip/\${mask:-24}" dev "$interface"
    ip route replace default via "$router"
    ;;
esac
`,
  'www/index.html': 'busybox\n',
};

/**
 * A directory with metadata.yaml and rootfs/ that boots in a tenth of a second, takes its address
 * by DHCP and serves /www on port 80. `label` makes it another image.
 */
export function writeBusyboxImage(directory: string, label = 'busybox'): string {
  const root = join(directory, 'rootfs');
  for (const each of DIRECTORIES) mkdirSync(join(root, each), { recursive: true });
  cpSync('/usr/bin/busybox', join(root, 'bin/busybox'));
  for (const command of COMMANDS) symlinkSync('busybox', join(root, 'bin', command));
  symlinkSync('../bin/busybox', join(root, 'sbin/init'));
  for (const [path, text] of Object.entries(FILES)) writeFileSync(join(root, path), text);
  for (const path of ['etc/boot', 'usr/share/udhcpc/default.script']) {
    chmodSync(join(root, path), 0o755);
  }
  chmodSync(join(root, 'etc/shadow'), 0o640);
  const properties = `properties: {os: busybox, description: ${label}}`;
  writeFileSync(
    join(directory, 'metadata.yaml'),
    `architecture: x86_64\ncreation_date: 1700000000\n${properties}\n`,
  );
  return directory;
}

/** The same image as one file. */
export function archiveImage(directory: string, file: string): string {
  execFileSync('tar', ['-cf', file, '-C', directory, 'metadata.yaml', 'rootfs']);
  return file;
}
