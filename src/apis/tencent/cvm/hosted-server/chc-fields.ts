import { hostedServerFaults } from '#resources/hosted-server/faults.ts';
import type { BootOptions } from '#resources/hosted-server/hosted-server.ts';
import type { NetworkWanted } from '#resources/hosted-server/verbs/networks.ts';
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { id, list } from '#wire/builders.ts';
import { overlay } from '#wire/overlay.ts';
import type { InferIn } from '#wire/infer.ts';
import { networkGiven, placeOf } from '../../structs/instance/network.ts';
import { chcDeployExtraConfig } from '../models/chc-deploy-extra-config.ts';

/** ChcIds, at most a hundred (seed 004 L23560). */
export const chcIdsAsked = list(
  id('hosted-server', { reasons: { malformed: hostedServerFaults.malformed } }),
  { max: 100, reasons: { count: hostedServerFaults.tooMany } },
);

export const chcIdsMeant = { ...chcIdsAsked, required: true, min: 1 } as const;

/** BmcSecurityGroupIds and DeploySecurityGroupIds. */
export const groupIdsAsked = list(
  id('security-group', { reasons: { malformed: securityGroupFaults.malformed } }),
  { max: 100 },
);

/** BootType has a third value in the sample of DescribeChcHosts (L23745). */
export const bootAsked = overlay(chcDeployExtraConfig, {
  MiniOsType: { max: 64 },
  BootType: { values: ['x86_legacy', 'arm_uefi', 'x86_uefi'] },
  BootFile: { max: 256, default: 'pxelinux.0' },
  NextServerAddress: { max: 64, default: '' },
});

/** What servers are booted with. */
export function bootOf(asked: InferIn<typeof bootAsked> | undefined): BootOptions | null {
  if (asked === undefined) return null;
  const { MiniOsType: system, BootType: way, BootFile: file, NextServerAddress: server } = asked;
  return { system, way, file, server };
}

/** A network of servers; the other parameters of the struct are those of instances. */
export const chcNetwork = overlay(networkGiven, { AsVpcGateway: { deprecated: true } });

/** A network that so many servers are put into. @throws hosted-server.amountNotEqual */
export function networkWanted(
  asked: InferIn<typeof chcNetwork>,
  groups: readonly string[] | undefined,
  count: number,
): NetworkWanted {
  const named = asked.PrivateIpAddresses ?? [];
  if (named.length > 0 && named.length !== count) throw hostedServerFaults.amountNotEqual();
  const { addresses } = placeOf(asked, count);
  return { vpc: asked.VpcId, subnet: asked.SubnetId, addresses, groups: groups ?? [] };
}
