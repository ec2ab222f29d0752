import { isLikeOneOf, within, type Narrowing, type Where } from '../listing/narrowings.ts';

/** Whether IPv6 addresses are unique everywhere, or in a site (RFC 4193). */
export type Ipv6Kind = 'global' | 'local';

/** What a list asks of the IPv6 blocks of networks or subnets. */
export interface Ipv6Filter {
  readonly ipv6Blocks?: readonly string[] | undefined;
  readonly ipv6Kinds?: readonly Ipv6Kind[] | undefined;
  readonly hasIpv6?: boolean | undefined;
}

const hasIpv6: Narrowing<boolean> = {
  by: 'scan',
  condition: (eb, is) => eb('ipv6_block', is ? '!=' : '=', ''),
};

const ipv6Kinds: Narrowing<readonly Ipv6Kind[]> = {
  by: 'scan',
  condition: (eb, kinds) => eb.or(kinds.map((kind) => isOfKind(eb, kind))),
};

/** Blocks that are given for a site begin with `fd`. */
function isOfKind(eb: Where, kind: Ipv6Kind) {
  const isLocal = isLikeOneOf(eb, 'ipv6_block', ['fd%']);
  return kind === 'local' ? isLocal : eb.and([eb('ipv6_block', '!=', ''), eb.not(isLocal)]);
}

/** How the lists of networks and of subnets are narrowed by their IPv6 blocks. */
export const ipv6Narrowings = { ipv6Blocks: within('ipv6_block', 'scan'), ipv6Kinds, hasIpv6 };
