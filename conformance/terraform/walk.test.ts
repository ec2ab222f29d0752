import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import RpcClient from '@alicloud/pop-core';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common';
import { systemRandom } from '../../src/kernel/random.ts';
import { rsaKeys } from '../../src/kernel/rsa-key.ts';
import { createAccount } from '../../src/resources/account/accounts.ts';
import { boot, type Running } from '../../src/server/boot.ts';
import { openWorkspace, type Resource, type Workspace } from './terraform.ts';

// Terraform with the vendors' own providers, unmodified, from a first apply to the last destroy.
// The providers are not part of this project: YUNTAI_TEST_TF_PROVIDERS names the directory of their
// binaries, and without it these tests are skipped.

const directory = process.env['YUNTAI_TEST_TF_PROVIDERS'];
const skip = directory === undefined && 'YUNTAI_TEST_TF_PROVIDERS names no directory of providers';
const rootKey = { id: 'AKIDofTheTerraformWalks', secret: 'secret/of+the=walks' };
const HOUR_MS = 3_600_000;

/** Version and name of an action that lists something. */
type List = readonly [version: string, action: string];

interface Vendor {
  /** `ca` is the file of the authority that the server's certificate is of. */
  env(server: Running, ca: string): Record<string, string>;
  /** Asks a list of the vendor for its total. */
  count(server: Running, list: List): Promise<number>;
}

/** A configuration from its first apply to its destruction. */
interface Walk {
  readonly configuration: string;
  readonly vendor: Vendor;
  /** The id that `terraform import` wants of a resource, where it is not its `id`. */
  readonly importIds?: Readonly<Record<string, (resource: Resource) => string>>;
  /** Types that stand for something done once: they cannot be imported. */
  readonly notImported?: readonly string[];
  /** What a plan finds after an import: the provider reads none of it back. */
  readonly unread: readonly RegExp[];
  readonly lists: readonly List[];
  /** What was there before the first apply, or is made by the cloud itself. */
  readonly stays: Readonly<Record<string, number>>;
}

const tencent: Vendor = {
  // The provider calls cvm.<domain>, vpc.<domain> and so on: as its proxy the server gets them all.
  env: (server) => ({
    TENCENTCLOUD_SECRET_ID: rootKey.id,
    TENCENTCLOUD_SECRET_KEY: rootKey.secret,
    TENCENTCLOUD_DOMAIN: 'yuntai.test',
    TENCENTCLOUD_PROTOCOL: 'HTTP',
    HTTP_PROXY: server.url,
  }),
  async count(server, [version, action]) {
    const client = new CommonClient('', version, {
      credential: { secretId: rootKey.id, secretKey: rootKey.secret },
      region: 'ap-guangzhou',
      profile: { httpProfile: { endpoint: `127.0.0.1:${server.port}`, protocol: 'http://' } },
    });
    const { TotalCount } = (await client.request(action, {})) as { TotalCount: number };
    return TotalCount;
  },
};

const alibaba: Vendor = {
  env: (server, ca) => ({
    ALICLOUD_ACCESS_KEY: rootKey.id,
    ALICLOUD_SECRET_KEY: rootKey.secret,
    ECS_ENDPOINT: `127.0.0.1:${server.port}`,
    VPC_ENDPOINT: `127.0.0.1:${server.port}`,
    // A copy of an image is asked of the other region's own host.
    HTTP_PROXY: server.url,
    NO_PROXY: '127.0.0.1',
    // The provider revokes rules over HTTPS, whatever its protocol is set to.
    SSL_CERT_FILE: ca,
  }),
  async count(server, [apiVersion, action]) {
    const client = new RpcClient({
      accessKeyId: rootKey.id,
      accessKeySecret: rootKey.secret,
      endpoint: server.url,
      apiVersion,
    });
    const asked = { RegionId: 'cn-hangzhou' };
    const { TotalCount } = await client.request<{ TotalCount: number }>(action, asked, {});
    return TotalCount;
  },
};

/** Switches of Tencent's provider's own, which no instance has. */
const ownSwitches =
  /^update tencentcloud_instance\.\w+: [a-z_, ]*force_delete, user_data_replace_on_change$/;

const walks: readonly Walk[] = [
  {
    configuration: 'tencent',
    vendor: tencent,
    unread: [ownSwitches],
    lists: [
      ['2017-03-12', 'DescribeInstances'],
      ['2017-03-12', 'DescribeDisks'],
      ['2017-03-12', 'DescribeKeyPairs'],
      ['2017-03-12', 'DescribeVpcs'],
      ['2017-03-12', 'DescribeSubnets'],
      ['2017-03-12', 'DescribeRouteTables'],
      ['2017-03-12', 'DescribeSecurityGroups'],
    ],
    // The default group, made for the instance that names none.
    stays: { DescribeSecurityGroups: 1 },
  },
  {
    configuration: 'tencent-storage',
    vendor: tencent,
    notImported: ['tencentcloud_cvm_sync_image'],
    unread: [
      ownSwitches,
      /^create tencentcloud_cvm_sync_image\.golden$/,
      // What a disk and an image are made from is not read; a disk that is attached later is read
      // as the instance's own.
      /^update tencentcloud_cbs_storage\.from_snapshot: force_delete, snapshot_id$/,
      /^delete\+create tencentcloud_image\.golden: (data_disk_ids|instance_id|snapshot_ids|, )+$/,
      /^(update|delete\+create) tencentcloud_instance\.template: [\w., ]*data_disks[\w., ]*$/,
      // They follow the instance and the image that are made anew.
      /^delete\+create tencentcloud_cbs_storage_attachment\.kept: instance_id$/,
      /^delete\+create tencentcloud_cvm_image_share_permission\.golden: image_id$/,
    ],
    lists: [
      ['2017-03-12', 'DescribeInstances'],
      ['2017-03-12', 'DescribeDisks'],
      ['2017-03-12', 'DescribeSnapshots'],
      ['2017-03-12', 'DescribeAutoSnapshotPolicies'],
      ['2017-03-12', 'DescribeVpcs'],
    ],
    // Behind the image, whose deletion keeps it: the provider does not ask for more.
    stays: { DescribeSnapshots: 1 },
  },
  {
    configuration: 'tencent-networks',
    vendor: tencent,
    unread: [
      ownSwitches,
      // An instance whose address is elastic is read as one that was launched with an address, and
      // what is bound to it follows.
      /^delete\+create tencentcloud_instance\.this: allocate_public_ip$/,
      /^delete\+create tencentcloud_(eip_association|eni_attachment)\.\w+: instance_id$/,
      /^delete\+create tencentcloud_dnat\.web: private_ip$/,
      /^delete\+create tencentcloud_ha_vip_instance_attachment\.this: instance_id$/,
      // It is not read.
      /^update tencentcloud_reserve_ip_address\.this: subnet_id$/,
    ],
    lists: [
      ['2017-03-12', 'DescribeInstances'],
      ['2017-03-12', 'DescribeAddresses'],
      ['2017-03-12', 'DescribeNetworkInterfaces'],
      ['2017-03-12', 'DescribeNatGateways'],
      ['2017-03-12', 'DescribeHaVips'],
      ['2017-03-12', 'DescribeNetworkAcls'],
      ['2017-03-12', 'DescribeBandwidthPackages'],
      ['2017-03-12', 'DescribeVpcs'],
    ],
    stays: {},
  },
  {
    configuration: 'tencent-launch',
    vendor: tencent,
    notImported: ['tencentcloud_cvm_launch_template'],
    unread: [
      /^create tencentcloud_cvm_launch_template\.this$/,
      /^delete\+create tencentcloud_cvm_launch_template_version\.second\[0\]: launch_template_id$/,
    ],
    lists: [
      ['2017-03-12', 'DescribeLaunchTemplates'],
      ['2017-03-12', 'DescribeVpcs'],
    ],
    stays: {},
  },
  {
    configuration: 'alibaba',
    vendor: alibaba,
    unread: [
      /^update alicloud_ecs_key_pair\.imported: public_key, timeouts$/,
      /^update alicloud_instance\.plain: dry_run, timeouts$/,
      // Data disks are not read; they are made anew with their instance, and its route with it.
      /^delete\+create alicloud_instance\.whole: (data_disks\.\d\.\w+(, )?)+$/,
      /^delete\+create alicloud_route_entry\.through_first: nexthop_id$/,
    ],
    lists: [
      ['2014-05-26', 'DescribeInstances'],
      ['2014-05-26', 'DescribeDisks'],
      ['2014-05-26', 'DescribeKeyPairs'],
      ['2014-05-26', 'DescribeSecurityGroups'],
      ['2016-04-28', 'DescribeVpcs'],
      ['2016-04-28', 'DescribeVSwitches'],
      ['2016-04-28', 'DescribeRouteTableList'],
    ],
    stays: {},
  },
  {
    configuration: 'alibaba-launch',
    vendor: alibaba,
    unread: [
      /^update alicloud_ecs_key_pair\.this: public_key, timeouts$/,
      /^update alicloud_ecs_launch_template\.this: update_default_version_number$/,
    ],
    lists: [
      ['2014-05-26', 'DescribeLaunchTemplates'],
      ['2016-04-28', 'DescribeVpcs'],
    ],
    stays: {},
  },
  {
    configuration: 'alibaba-storage',
    vendor: alibaba,
    unread: [
      /^update alicloud_ecs_key_pair\.imported: public_key, timeouts$/,
      /^update alicloud_instance\.\w+: dry_run, timeouts$/,
      // What an image, a copy and an attachment are made from is not read.
      /^delete\+create alicloud_ecs_disk_attachment\.kept: bootable$/,
      /^update alicloud_image\.golden: force, instance_id, timeouts$/,
      /^delete\+create alicloud_image_copy\.golden: source_region_id, source_image_id$/,
    ],
    lists: [
      ['2014-05-26', 'DescribeInstances'],
      ['2014-05-26', 'DescribeDisks'],
      ['2014-05-26', 'DescribeSnapshots'],
      ['2014-05-26', 'DescribeAutoSnapshotPolicyEx'],
      ['2016-04-28', 'DescribeVpcs'],
    ],
    // Behind the image, whose deletion keeps them: the configuration does not ask for more.
    stays: { DescribeSnapshots: 2 },
  },
  {
    configuration: 'alibaba-networks',
    vendor: alibaba,
    unread: [/^update alicloud_instance\.\w+: dry_run, timeouts$/],
    lists: [
      ['2014-05-26', 'DescribeInstances'],
      ['2014-05-26', 'DescribeNetworkInterfaces'],
      ['2014-05-26', 'DescribePrefixLists'],
      ['2016-04-28', 'DescribeEipAddresses'],
      ['2016-04-28', 'DescribeNatGateways'],
      ['2016-04-28', 'DescribeHaVips'],
      ['2016-04-28', 'DescribeNetworkAcls'],
      ['2016-04-28', 'DescribeVpcs'],
    ],
    stays: {},
  },
  {
    configuration: 'alibaba-gateways',
    vendor: alibaba,
    unread: [],
    lists: [
      ['2016-04-28', 'DescribeIpv6Gateways'],
      ['2016-04-28', 'ListIpv4Gateways'],
      ['2016-04-28', 'ListDhcpOptionsSets'],
      ['2016-04-28', 'DescribeVpcs'],
    ],
    stays: {},
  },
];

for (const walk of walks) {
  test(`a whole life by Terraform: ${walk.configuration}`, { skip, timeout: HOUR_MS }, async () => {
    const server = await boot({ rootKey });
    const { publicKey } = await rsaKeys().make();
    const ca = join(mkdtempSync(join(tmpdir(), 'yuntai-ca-')), 'ca.pem');
    writeFileSync(ca, (await server.identity?.authority()) ?? '');
    const env = {
      ...walk.vendor.env(server, ca),
      TF_VAR_public_key: publicKey,
      TF_VAR_neighbour: await otherAccount(server, 'neighbour'),
      TF_VAR_other: await otherAccount(server, 'other'),
    };
    const open = () => openWorkspace(walk.configuration, { directory: directory ?? '', env });
    const [first, second] = [open(), open()];
    try {
      await applied(first);
      await applied(first, '-var=changed=true');
      await imported(walk, await first.resources(), second);
      await first.terraform('destroy', '-auto-approve', '-no-color', '-var=changed=true');
      assert.deepEqual(await left(walk, server), walk.stays);
    } finally {
      for (const workspace of [first, second]) workspace.remove();
      rmSync(dirname(ca), { recursive: true });
      await server.stop();
    }
  });
}

/** Another account of the cloud, with which something is shared. */
async function otherAccount({ store, wall }: Running, name: string): Promise<string> {
  return store.write((tx) => createAccount(tx, { name, random: systemRandom(), now: wall.now() }));
}

/** Applies a configuration, after which there is nothing to do. */
async function applied(workspace: Workspace, ...variables: readonly string[]): Promise<void> {
  await workspace.terraform('apply', '-auto-approve', '-no-color', ...variables);
  assert.deepEqual(await workspace.planned(...variables), []);
}

/** Takes each resource into an empty state by its id, after which there is nothing to make. */
async function imported(walk: Walk, made: readonly Resource[], workspace: Workspace) {
  for (const resource of made) {
    if (walk.notImported?.includes(resource.type) === true) continue;
    const id = walk.importIds?.[resource.type]?.(resource) ?? String(resource.values['id']);
    const options = ['-no-color', '-input=false', '-var=changed=true'];
    await workspace.terraform('import', ...options, resource.address, id);
  }
  const planned = await workspace.planned('-var=changed=true');
  assert.deepEqual(
    planned.filter((change) => !walk.unread.some((unread) => unread.test(change))),
    [],
  );
}

/** What the account has, by the list that tells it; nothing of what has none. */
async function left(walk: Walk, server: Running): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const list of walk.lists) {
    const count = await walk.vendor.count(server, list);
    if (count > 0) found[list[1]] = count;
  }
  return found;
}
