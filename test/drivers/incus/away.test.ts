import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { administer } from '#cli/admin-client.ts';
import { boot } from '#server/boot.ts';
import { writeBusyboxImage } from '../../support/busybox-image.ts';
import { hearing } from '../../support/hearing-log.ts';
import { startLxd, until, withoutLxd } from '../../support/lxd-server.ts';
import { scratchDirectory } from '../../support/spawned-cloud.ts';
import { tencentClient } from '../../support/tencent-client.ts';

const BACK_MS_MAX = 60_000;
const KEY = { id: 'AKIDaway', secret: 'a-secret-of-this-test' };

test(
  'a cloud starts while its server is away, and goes on when it is back',
  {
    skip: withoutLxd(),
  },
  async () => {
    const lxd = await startLxd();
    const data = join(scratchDirectory(), 'data');
    const { log, warnings } = hearing();
    const start = () =>
      boot({ data, driver: 'incus', incus: { server: `unix:${lxd.socket}` }, rootKey: KEY, log });
    const first = await start();
    const path = writeBusyboxImage(join(scratchDirectory(), 'image'));
    const wanted = { path, name: 'busybox', os: 'Busybox', sizeGiB: 1 };
    const imported = (await administer({ data }, 'images.import', wanted)) as { ids: string[] };
    await first.stop();
    await lxd.kill();
    assert.deepEqual(warnings(), []);

    const server = await start();
    assert.match(warnings().join(), /The server of machines is away/);
    const { call, close } = tencentClient(server.url, KEY);
    const Placement = { Zone: 'ap-guangzhou-3' };
    const body = { Placement, ImageId: imported.ids[0] ?? '', InstanceType: 'S5.SMALL1' };
    const refused = await call('RunInstances', body);
    assert.equal(refused.Error?.Code, 'ResourceInsufficient.AvailabilityZoneSoldOut');
    await lxd.startAgain();
    let ids: readonly string[] = [];
    await until(BACK_MS_MAX, 'a launch', async () => {
      const answer = await call('RunInstances', body);
      ids = (answer['InstanceIdSet'] ?? []) as string[];
      return ids.length === 1;
    });
    await until(BACK_MS_MAX, 'RUNNING', async () => {
      const shown = await call('DescribeInstances', { InstanceIds: ids });
      return JSON.stringify(shown).includes('"InstanceState":"RUNNING"');
    });
    close();
    await server.stop();
    await lxd.close();
  },
);

test('a server without a network is told of at the start', { skip: withoutLxd() }, async () => {
  const lxd = await startLxd();
  await lxd.lxc('profile', 'device', 'remove', 'default', 'eth0');
  await lxd.lxc('network', 'delete', lxd.network);
  const { log, warnings } = hearing();
  const incus = { server: `unix:${lxd.socket}` };
  const server = await boot({ driver: 'incus', incus, log });
  assert.match(
    warnings().join(),
    /no managed network with an IPv4 subnet: nothing can be launched/,
  );
  await server.stop();
  await lxd.close();
});
