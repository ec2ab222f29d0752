import { isBase36 } from '#kernel/ids.ts';

/**
 * Prefix of each kind whose Tencent id is a rendering of the neutral key (D13). The first fifteen
 * are in seed 004 (examples at L39936, L32342, L24458, L34986, L22498, L34744); `eip-`, `eni-` and
 * `rtb-`, `rti-`, `nat-` and `snat-` are those of the vpc service, `asp-`, `csnap-` and `dbp-` of
 * cbs; `ipm-`, `ipmg-`, `ppm-` and `ppmg-` are those of the templates that rules name.
 */
const prefixes = {
  instance: 'ins-',
  image: 'img-',
  vpc: 'vpc-',
  subnet: 'subnet-',
  'security-group': 'sg-',
  disk: 'disk-',
  snapshot: 'snap-',
  'key-pair': 'skey-',
  'dedicated-host': 'host-',
  'hosted-server': 'chc-',
  'placement-group': 'ps-',
  hpc: 'hpc-',
  'launch-template': 'lt-',
  'bandwidth-package': 'bwp-',
  'system-event': 'rep-',
  'elastic-address': 'eip-',
  'network-interface': 'eni-',
  'route-table': 'rtb-',
  route: 'rti-',
  'nat-gateway': 'nat-',
  'snat-rule': 'snat-',
  'auto-snapshot-policy': 'asp-',
  'snapshot-group': 'csnap-',
  'network-acl': 'acl-',
  'ha-vip': 'havip-',
  'reserved-address': 'rsvip-',
  'ipv6-bandwidth': 'eip-',
  'network-acl-rule': 'acle-',
  'disk-backup': 'dbp-',
  addresses: 'ipm-',
  'address-group': 'ipmg-',
  services: 'ppm-',
  'service-group': 'ppmg-',
  command: 'cmd-',
  invocation: 'inv-',
  'invocation-task': 'invt-',
} as const;

/** A kind that has an id of the form prefix + key at Tencent. */
export type TencentIdKind = keyof typeof prefixes;

export const tencentIdKinds = Object.keys(prefixes) as readonly TencentIdKind[];

/**
 * Characters after the prefix. Ours have eight, but requests of the documents use seven
 * (ins-axzc12s, seed 004 L17459) and nine (img-34vaef8fe L26967, ins-bzps2kwdg L17222), which are
 * well-formed and reach a resource by its alias; the sample of a malformed id has four (L39936).
 */
const bodyCharactersMin = 7;
const bodyCharactersMax = 9;

/** The Tencent id of a resource: `tencentId('instance', 'r8hr2upy')` is `ins-r8hr2upy`. */
export function tencentId(kind: TencentIdKind, key: string): string {
  return prefixes[kind] + key;
}

/**
 * The key a Tencent id names. A well-formed id need not exist, and may be an alias. `malformed`
 * is for what InvalidInstanceId.Malformed and its like are answered to.
 */
export function parseTencentId(kind: TencentIdKind, text: string): { key: string } | 'malformed' {
  const prefix = prefixes[kind];
  const characters = text.length - prefix.length;
  if (characters < bodyCharactersMin || characters > bodyCharactersMax) return 'malformed';
  if (!text.startsWith(prefix) || !isBase36(text, prefix.length)) return 'malformed';
  return { key: text.slice(prefix.length) };
}
