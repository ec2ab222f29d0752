import { macOf } from '#kernel/ids.ts';
import { familyWords } from '#catalogue/tencent/types.ts';
import type { HostedServer, ServerNetwork } from '#resources/hosted-server/hosted-server.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { chcStates } from './chc-states.ts';

/** What no server has: it is not resold or rented, and what is done to it is done at once. */
const absent = {
  Gpu: '',
  NetworkCard: '',
  ResaleAppId: '',
  ResaleAccountId: '',
  SaleStatus: 'NOT_FOR_SALE',
  TenantType: 'HOSTING',
  Tags: [],
  LatestOperation: '',
  LatestOperationErrorCode: '',
  LatestOperationErrorMsg: '',
  LatestOperationName: '',
  LatestOperationState: '',
  ChcGatewayId: '',
  DedicatedClusterId: '',
  NetworkMode: '',
} as const;

/** A CHC server as DescribeChcHosts shows it (seed 004 L35896-36100). */
export function renderChcHost(server: HostedServer) {
  const { key, type, cpu, disks, networks } = server;
  const { management, deployment } = networks;
  const [family = ''] = type.split('.');
  const memory = Math.ceil(server.memoryMiB / 1_024);
  return {
    ...absent,
    ChcId: key,
    InstanceName: server.name ?? server.serial,
    SerialNumber: server.serial,
    InstanceState: chcStates[server.state].state,
    DeviceType: server.deviceType,
    Placement: { Zone: server.zone, ProjectId: 0 },
    BmcVirtualPrivateCloud: networkShown(management),
    BmcIp: addressShown(management),
    BmcSecurityGroupIds: management?.groups ?? [],
    DeployVirtualPrivateCloud: networkShown(deployment),
    DeployIp: addressShown(deployment),
    DeploySecurityGroupIds: deployment?.groups ?? [],
    CvmInstanceId: server.instance ?? '',
    CreatedTime: server.createdAt,
    HardwareDescription: `${cpu}核 ${memory}GB ${disks}`,
    CPU: cpu,
    Memory: memory,
    Disk: disks,
    BmcMAC: management === undefined ? '' : macOf(key),
    DeployMAC: deployment === undefined ? '' : macOf(key, 1),
    DeployExtraConfig: bootShown(deployment),
    IsPredefinedType: true,
    ChcInstanceType: type,
    ChcInstanceFamily: family,
    ChcInstanceFamilyName: familyWords(family)?.zh ?? '',
  };
}

function networkShown(network: ServerNetwork | undefined) {
  return {
    VpcId: network?.vpc ?? '',
    SubnetId: network?.subnet ?? '',
    AsVpcGateway: false,
    PrivateIpAddresses: network === undefined ? [] : [formatAddress(network.address)],
    Ipv6AddressCount: 0,
  };
}

function addressShown(network: ServerNetwork | undefined): string {
  return network === undefined ? '' : formatAddress(network.address);
}

function bootShown(network: ServerNetwork | undefined) {
  const boot = network?.boot;
  return {
    MiniOsType: boot?.system ?? '',
    BootType: boot?.way ?? '',
    BootFile: boot?.file ?? '',
    NextServerAddress: boot?.server ?? '',
  };
}
