import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { startLxdCloud, type LxdCloud } from '../../support/lxd-cloud.ts';
import { startLxd, until, withoutLxd, type LxdServer } from '../../support/lxd-server.ts';

/** What a rule may take to hold: a look at all machines, and what that takes. */
const HELD_MS_MAX = 15_000;
const BOOTED_MS_MAX = 30_000;

describe('security groups on a real server', { skip: withoutLxd() }, () => {
  let lxd: LxdServer;
  let cloud: LxdCloud;
  let address: string;
  let group: string;

  before(async () => {
    lxd = await startLxd();
    cloud = await startLxdCloud(lxd.socket);
    const [image = ''] = await cloud.importBusybox();
    const [id = ''] = await cloud.launch(image);
    await cloud.become([id], 'RUNNING');
    address = (await cloud.shown([id]))[0]?.PrivateIpAddresses[0] ?? '';
    const { SecurityGroups } = await cloud.aliyun.call('DescribeSecurityGroups', {});
    const { SecurityGroup } = SecurityGroups as {
      SecurityGroup: ReadonlyArray<{ SecurityGroupId: string }>;
    };
    group = SecurityGroup[0]?.SecurityGroupId ?? '';
  });
  after(async () => {
    await cloud?.close();
    await lxd?.close();
  });

  const web = { IpProtocol: 'tcp', PortRange: '80/80', SourceCidrIp: '0.0.0.0/0' };
  const change = async (action: string, rule: Readonly<Record<string, string>>) => {
    const answer = await cloud.aliyun.call(action, { SecurityGroupId: group, ...rule });
    assert.equal(answer.Code, undefined, JSON.stringify(answer));
  };
  const opens = () => until(HELD_MS_MAX, `${address} opens`, () => answers(address));
  const closes = () =>
    until(HELD_MS_MAX, `${address} closes`, async () => !(await answers(address)));

  test('a port opens and closes by a rule, and the machine is not started again', async () => {
    assert.equal(await answers(address), false, 'the default group has no rule for it');
    const [machine = ''] = (await lxd.lxc('list', '--format=csv', '--columns=n')).split('\n');
    const pid = await lxd.lxc('info', machine);
    await change('AuthorizeSecurityGroup', web);
    await until(BOOTED_MS_MAX, `${address} answers`, () => answers(address));
    await change('RevokeSecurityGroup', web);
    await closes();
    assert.equal(pidIn(await lxd.lxc('info', machine)), pidIn(pid));
  });

  test('a rule for some addresses is for those, and priorities decide', async () => {
    await change('AuthorizeSecurityGroup', { ...web, SourceCidrIp: '203.0.113.0/24' });
    await change('AuthorizeSecurityGroup', { ...web, SourceCidrIp: `${lxd.prefix}.1/32` });
    await opens();
    const drop = { ...web, SourceCidrIp: `${lxd.prefix}.0/24`, Policy: 'drop' };
    await change('AuthorizeSecurityGroup', drop);
    await closes();
    await change('RevokeSecurityGroup', drop);
    await opens();
    await change('AuthorizeSecurityGroup', { ...drop, Priority: '2' });
    await change('AuthorizeSecurityGroup', { ...web, PortRange: '81/81' });
    await until(HELD_MS_MAX, 'the rule of port 81', async () => (await lists()).includes('81'));
    assert.equal(await answers(address), true, 'the rule that accepts comes first');
  });

  test('what is taken away by hand is put back', async () => {
    await lxd.lxc('network', 'unset', lxd.network, 'security.acls');
    const isBack = async () =>
      (await lxd.lxc('network', 'get', lxd.network, 'security.acls')).startsWith('yt-acl-');
    await until(HELD_MS_MAX, 'the list of the network', isBack);
    const [name = ''] = (await lxd.lxc('network', 'get', lxd.network, 'security.acls')).split('\n');
    const rule = [
      'action=allow',
      `destination=${address}`,
      'protocol=udp',
      `destination_port=4711`,
    ];
    // The server refuses a change of a list while it puts the list on the network.
    await until(HELD_MS_MAX, 'a rule of somebody else', () =>
      lxd.lxc('network', 'acl', 'rule', 'add', name, 'ingress', ...rule).then(
        () => true,
        () => false,
      ),
    );
    const isGone = async () => !(await lists()).includes('4711');
    await until(HELD_MS_MAX, 'no rule of somebody else', isGone);
  });

  test('machines of others on the network let in what they did before', async () => {
    const stranger = `${lxd.prefix}.200`;
    const [image = ''] = (await lxd.lxc('image', 'list', '--format=csv', '-cf')).split('\n');
    await lxd.lxc('init', image, 'stranger');
    const at = `ipv4.address=${stranger}`;
    await lxd.lxc('config', 'device', 'override', 'stranger', 'eth0', at);
    await lxd.lxc('start', 'stranger');
    await until(BOOTED_MS_MAX, `${stranger} answers`, () => answers(stranger));
    await lxd.lxc('delete', '--force', 'stranger');
  });

  const lists = () => lxd.lxc('network', 'acl', 'list', '--format=json');
});

function pidIn(info: string): string {
  return /PID: (\d+)/i.exec(info)?.[1] ?? '';
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = get({ host: address, port: 80, timeout: 1_000, agent: false }, (answer) => {
      answer.resume();
      resolve(true);
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(false));
  });
}
