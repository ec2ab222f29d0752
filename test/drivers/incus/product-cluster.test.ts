import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLxdCloud, type LxdCloud, type ShownHost } from '../../support/lxd-cloud.ts';
import { startLxdCluster, type LxdCluster } from '../../support/lxd-cluster.ts';
import { until, withoutLxd } from '../../support/lxd-server.ts';

/** What a fault may take to be shown (issue 3, part B). */
const SHOWN_MS_MAX = 15_000;
const BACK_MS_MAX = 60_000;

describe('a cloud on a cluster of two', { skip: withoutLxd() }, () => {
  let cluster: LxdCluster;
  let cloud: LxdCloud;
  let image: string;
  let ids: readonly string[];

  before(async () => {
    cluster = await startLxdCluster();
    cloud = await startLxdCloud(cluster.socket);
    [image = ''] = await cloud.importBusybox();
  });
  after(async () => {
    await cloud?.close();
    await cluster?.close();
  });

  const host = async (name: string): Promise<ShownHost | undefined> =>
    (await cloud.hosts()).find((each) => each.name === name);
  const counts = async (): Promise<ReadonlyArray<number | undefined>> => [
    (await host('one'))?.instances,
    (await host('two'))?.instances,
  ];
  /** Ids of the instances that the cluster says are on its second member. */
  const onSecond = async (): Promise<readonly string[]> => {
    const lines = (await cluster.lxc('list', '--format=csv', '--columns=nL')).split('\n');
    const there = lines.filter((line) => line.endsWith(',two'));
    return ids.filter((id) => there.some((line) => line.includes(id.slice('ins-'.length))));
  };

  /** Waits until some are shown stopped; answers all states that others were shown in meanwhile. */
  const untilStopped = async (some: readonly string[], others: readonly string[]) => {
    const meanwhile = new Set<string>();
    await until(SHOWN_MS_MAX, `${some.join(', ')} STOPPED`, async () => {
      const shown = await cloud.shown([...some, ...others]);
      const states = new Map(shown.map((each) => [each.InstanceId, each.InstanceState]));
      for (const id of others) meanwhile.add(`${states.get(id)}`);
      return some.every((id) => states.get(id) === 'STOPPED');
    });
    return [...meanwhile];
  };

  test('instances are spread over the members', async () => {
    ids = await cloud.launch(image, { InstanceCount: 4 });
    await cloud.become(ids, 'RUNNING');
    assert.deepEqual(await counts(), [2, 2]);
    assert.equal((await onSecond()).length, 2);
  });

  test('a member that hangs is shown with its instances, takes nothing, comes back', async () => {
    const there = await onSecond();
    const here = ids.filter((id) => !there.includes(id));
    cluster.freezeSecond(true);
    try {
      assert.deepEqual(await untilStopped(there, here), ['RUNNING']);
      await until(SHOWN_MS_MAX, 'two is down', async () => (await host('two'))?.state === 'down');
      const refused = cloud.must('StartInstances', there.slice(0, 1));
      await assert.rejects(refused, /UnsupportedOperation\.InstanceStateCorrupted/);
    } finally {
      cluster.freezeSecond(false);
    }
    await cloud.become(there, 'RUNNING', BACK_MS_MAX);
    await until(BACK_MS_MAX, 'two is up', async () => (await host('two'))?.state === 'up');
  });

  test('an evacuated host is empty, and what its instances take went with them', async () => {
    const said = await cloud.yuntai('host', 'evacuate', 'two');
    assert.match(said, /two: 2 instances are elsewhere now, 0 are still there/);
    assert.deepEqual(await counts(), [4, 0]);
    assert.equal((await host('two'))?.cpu.booked, 0);
    await cloud.become(ids, 'RUNNING', SHOWN_MS_MAX);
    const more = await cloud.launch(image);
    await cloud.become(more, 'RUNNING');
    assert.deepEqual(await counts(), [5, 0]);
    await cloud.must('TerminateInstances', [...ids, ...more]);
    await cloud.vanish([...ids, ...more]);
    assert.equal((await host('one'))?.cpu.booked, 0);
  });
});
