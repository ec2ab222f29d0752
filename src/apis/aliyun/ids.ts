import { isKey, keyCharacters, mix } from '#kernel/ids.ts';

/**
 * Prefix of each kind whose Alibaba id is a rendering of the neutral key (D13). From the examples
 * of seeds 001 to 003 (i-, sg-, vsw-, s-, ds-, hpc-, dh-, rg-) and of today's SDK models.
 */
const prefixes = {
  instance: 'i-',
  image: 'm-',
  vpc: 'vpc-',
  subnet: 'vsw-',
  router: 'vrt-',
  'route-table': 'vtb-',
  route: 'rte-',
  'nat-gateway': 'ngw-',
  'snat-table': 'stb-',
  'snat-rule': 'snat-',
  'dnat-table': 'ftb-',
  'dnat-rule': 'fwd-',
  'security-group': 'sg-',
  'security-group-rule': 'sgr-',
  disk: 'd-',
  snapshot: 's-',
  'snapshot-group': 'ssg-',
  'snapshot-link': 'sl-',
  'auto-snapshot-policy': 'sp-',
  'key-pair': 'ssh-',
  'dedicated-host': 'dh-',
  'dedicated-host-cluster': 'dc-',
  'placement-group': 'ds-',
  hpc: 'hpc-',
  'launch-template': 'lt-',
  'bandwidth-package': 'cbwp-',
  'elastic-address': 'eip-',
  'network-interface': 'eni-',
  'resource-group': 'rg-',
  task: 't-',
  'network-acl': 'nacl-',
  'ha-vip': 'havip-',
  'prefix-list': 'pl-',
  'ipv4-gateway': 'ipv4gw-',
  'ipv6-gateway': 'ipv6gw-',
  'dhcp-option-set': 'dopt-',
  command: 'c-',
  invocation: 't-',
  'sent-file': 'f-',
  'network-acl-rule': 'nae-',
  'system-event': 'e-',
} as const;

/** A kind that has an id of the form prefix + 20 characters at Alibaba. */
export type AliyunIdKind = keyof typeof prefixes;

export const aliyunIdKinds = Object.keys(prefixes) as readonly AliyunIdKind[];

/** Characters of an Alibaba instance id, e.g. for how long `${instance_id}` in a host name is. */
export const aliyunInstanceIdCharacters = 2 + 12 + keyCharacters;

const SIX_DIGITS = 36 ** 6;

function sixDigits(hash: number): string {
  return (hash % SIX_DIGITS).toString(36).padStart(6, '0');
}

/**
 * The Alibaba id of a resource: the prefix, twelve characters derived from prefix and key, and the
 * key; 20 characters after the prefix, as theirs. The twelve are a check, so that an id of another
 * kind or with a typing error names nothing.
 */
export function aliyunId(kind: AliyunIdKind, key: string): string {
  const prefix = prefixes[kind];
  const text = prefix + key;
  return prefix + sixDigits(mix(text, 0x1b873593)) + sixDigits(mix(text, 0xe6546b64)) + key;
}

/**
 * The key an Alibaba id names, or `unknown`: there is no malformed id at Alibaba, an id that does
 * not check names nothing (D13). The caller then tries it as an alias.
 */
export function parseAliyunId(kind: AliyunIdKind, text: string): { key: string } | 'unknown' {
  const start = prefixes[kind].length + 12;
  if (text.length !== start + keyCharacters) return 'unknown';
  const key = text.slice(start);
  return isKey(key) && aliyunId(kind, key) === text ? { key } : 'unknown';
}
