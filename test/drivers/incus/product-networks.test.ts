import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { startLxdCloud, type LxdCloud } from '../../support/lxd-cloud.ts';
import { startLxd, until, withoutLxd, type LxdServer } from '../../support/lxd-server.ts';

/** What a change may take to hold: a look at all machines, and what that takes. */
const HELD_MS_MAX = 20_000;
const DONE_MS_MAX = 60_000;

type Item = Readonly<Record<string, unknown>>;

/** On a connection of its own: one that is kept may be to what was there before. */
function textAt(address: string): Promise<string> {
  return new Promise((resolve) => {
    const asked = get({ host: address, timeout: 1_000, agent: false }, (answer) => {
      answer.setEncoding('utf8');
      let text = '';
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () => resolve(text));
      answer.on('error', () => resolve(''));
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(''));
  });
}

describe('networks of a cloud on a real server', { skip: withoutLxd() }, () => {
  let lxd: LxdServer;
  let cloud: LxdCloud;
  let ids: readonly string[];

  const inVpc = async (action: string, body: object): Promise<Item> => {
    const answer = await cloud.tencent.call(action, body, 'vpc');
    assert.equal(answer.Error, undefined, JSON.stringify(answer.Error));
    return answer;
  };
  const machineOf = (id: string): string => `yt-${id.slice('ins-'.length)}`;
  const inGuest = (id: string, ...command: string[]) =>
    lxd.lxc('exec', machineOf(id), '--', ...command);
  const device = async (id: string, ...name: [string, string]) =>
    (await lxd.lxc('config', 'device', 'get', machineOf(id), ...name)).trim();
  const shown = async (id: string): Promise<Item> => {
    const { InstanceSet } = await cloud.tencent.call('DescribeInstances', { InstanceIds: [id] });
    return (InstanceSet as readonly Item[])[0] ?? {};
  };
  const ended = async (id: string): Promise<Item> => {
    await until(DONE_MS_MAX, `${id} is done`, async () => {
      return (await shown(id))['LatestOperationState'] !== 'OPERATING';
    });
    const found = await shown(id);
    assert.equal(found['LatestOperationState'], 'SUCCESS', JSON.stringify(found));
    return found;
  };
  const openPort80 = async () => {
    const { SecurityGroups } = await cloud.aliyun.call('DescribeSecurityGroups', {});
    const { SecurityGroup } = SecurityGroups as { readonly SecurityGroup: readonly Item[] };
    const rule = { IpProtocol: 'tcp', PortRange: '80/80', SourceCidrIp: '0.0.0.0/0' };
    const SecurityGroupId = String(SecurityGroup[0]?.['SecurityGroupId']);
    await cloud.aliyun.call('AuthorizeSecurityGroup', { SecurityGroupId, ...rule });
  };

  const forwards = () => lxd.lxc('query', `/1.0/networks/${lxd.network}/forwards?recursion=1`);

  before(async () => {
    lxd = await startLxd();
    await lxd.lxc('network', 'set', lxd.network, 'dns.mode', 'none');
    cloud = await startLxdCloud(lxd.socket, { publicAddresses: true });
    const [image = ''] = await cloud.importBusybox();
    ids = await cloud.launch(image, { InstanceCount: 2 });
    await cloud.become(ids, 'RUNNING');
    await openPort80();
    for (const id of ids) await inGuest(id, 'sh', '-c', `echo ${id} > /www/index.html`);
  });
  after(async () => {
    await cloud?.close();
    await lxd?.close();
  });

  const leadsTo = (address: string, id: string) =>
    until(HELD_MS_MAX, `${address} leads to ${id || 'none'}`, async () => {
      return (await textAt(address)).trim() === id;
    });

  test('an elastic address moves with its binding, and its bandwidth with it', async () => {
    const [one = '', two = ''] = ids;
    const made = await inVpc('AllocateAddresses', { InternetMaxBandwidthOut: 8 });
    const [AddressId = ''] = made['AddressSet'] as readonly string[];
    const described = await inVpc('DescribeAddresses', { AddressIds: [AddressId] });
    const address = String((described['AddressSet'] as readonly Item[])[0]?.['AddressIp']);
    await inVpc('AssociateAddress', { AddressId, InstanceId: one });
    await leadsTo(address, one);
    assert.equal(await device(one, 'eth0', 'limits.ingress'), '8Mbit');
    await inVpc('ModifyAddressesBandwidth', {
      AddressIds: [AddressId],
      InternetMaxBandwidthOut: 16,
    });
    await until(HELD_MS_MAX, '16 Mbps', async () => {
      return (await device(one, 'eth0', 'limits.ingress')) === '16Mbit';
    });
    await inVpc('DisassociateAddress', { AddressId });
    await inVpc('AssociateAddress', { AddressId, InstanceId: two });
    await leadsTo(address, two);
    await until(HELD_MS_MAX, 'no bound of the first', async () => {
      return (await device(one, 'eth0', 'limits.ingress')) === '';
    });
    // Taken away by hand it comes back, and goes when it is released.
    await lxd.lxc('network', 'forward', 'delete', lxd.network, address);
    await leadsTo(address, two);
    await inVpc('DisassociateAddress', { AddressId });
    await inVpc('ReleaseAddresses', { AddressIds: [AddressId] });
    await leadsTo(address, '');
    const left = await lxd.lxc('network', 'forward', 'list', lxd.network, '--format=csv');
    assert.equal(left, '');
  });

  test('an interface is a card of its machine, and an elastic address leads to it', async () => {
    const [id = ''] = ids;
    const network = (await shown(id))['VirtualPrivateCloud'] as Item;
    const made = await inVpc('CreateNetworkInterface', {
      VpcId: network['VpcId'],
      SubnetId: network['SubnetId'],
      NetworkInterfaceName: 'second',
      SecondaryPrivateIpAddressCount: 1,
    });
    const one = made['NetworkInterface'] as Item;
    const NetworkInterfaceId = String(one['NetworkInterfaceId']);
    const addresses = (one['PrivateIpAddressSet'] as readonly Item[]).map((each) =>
      String(each['PrivateIpAddress']),
    );
    await inVpc('AttachNetworkInterface', { NetworkInterfaceId, InstanceId: id });
    const card = `nic-${NetworkInterfaceId.slice('eni-'.length)}`;
    await until(DONE_MS_MAX, 'it is attached', async () => {
      const found = await inVpc('DescribeNetworkInterfaces', {
        NetworkInterfaceIds: [NetworkInterfaceId],
      });
      return (found['NetworkInterfaceSet'] as readonly Item[])[0]?.['State'] === 'AVAILABLE';
    });
    assert.equal(await device(id, card, 'ipv4.address'), addresses[0]);
    assert.equal(await device(id, card, 'hwaddr'), String(one['MacAddress']).toLowerCase());
    assert.equal(await device(id, card, 'ipv4.routes'), `${addresses[1]}/32`);
    await inGuest(id, 'ip', 'link', 'set', 'eth1', 'up');
    const script = '/usr/share/udhcpc/default.script';
    await inGuest(id, 'udhcpc', '-n', '-q', '-i', 'eth1', '-s', script);
    assert.match(await inGuest(id, 'ip', 'addr', 'show', 'eth1'), new RegExp(`${addresses[0]}/`));
    const allocated = await inVpc('AllocateAddresses', { AddressCount: 1 });
    const [AddressId = ''] = allocated['AddressSet'] as readonly string[];
    const at = { AddressId, NetworkInterfaceId, PrivateIpAddress: addresses[1] };
    await inVpc('AssociateAddress', at);
    await until(HELD_MS_MAX, 'a forward to its second address', async () =>
      (await forwards()).includes(`"target_address": "${addresses[1]}"`),
    );
    assert.equal(await device(id, card, 'limits.ingress'), '1Mbit');
    await inVpc('DisassociateAddress', { AddressId });
    await inVpc('ReleaseAddresses', { AddressIds: [AddressId] });
    await inVpc('UnassignPrivateIpAddresses', {
      NetworkInterfaceId,
      PrivateIpAddresses: [{ PrivateIpAddress: addresses[1] }],
    });
    await until(HELD_MS_MAX, 'one address', async () => {
      return (await device(id, card, 'ipv4.routes')) === '';
    });
    await inVpc('DetachNetworkInterface', { NetworkInterfaceId, InstanceId: id });
    await until(DONE_MS_MAX, 'it is gone', async () => {
      return !(await lxd.lxc('config', 'device', 'list', machineOf(id))).includes(card);
    });
  });

  test('an instance that moves to another subnet has an address of that', async () => {
    const [id = ''] = ids;
    const { VpcId } = (await shown(id))['VirtualPrivateCloud'] as Item;
    const [before = ''] = (await shown(id))['PrivateIpAddresses'] as readonly string[];
    const { SubnetSet } = await inVpc('DescribeSubnets', {});
    const [{ SubnetId } = {} as Item] = SubnetSet as readonly Item[];
    const address = `${lxd.prefix}.99`;
    await cloud.must('ModifyInstancesVpcAttribute', [id], {
      VirtualPrivateCloud: { VpcId, SubnetId, PrivateIpAddresses: [address] },
      ForceStop: true,
    });
    assert.deepEqual((await ended(id))['PrivateIpAddresses'], [address]);
    await leadsTo(address, id);
    assert.equal(await textAt(before), '');
  });

  test('an instance of another type has its processors and memory', async () => {
    const [, id = ''] = ids;
    await cloud.must('ResetInstancesType', [id], { InstanceType: 'S5.MEDIUM4', ForceStop: true });
    const { CPU, Memory } = await ended(id);
    assert.deepEqual([CPU, Memory], [2, 4]);
    const limits = await lxd.lxc('config', 'show', machineOf(id));
    assert.match(limits, /limits\.cpu: "2"\n\s*limits\.memory: 4096MiB/);
  });
});
