import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { failHost } from '#resources/instance/fail-host.ts';
import type { Subject } from '#resources/system-event/system-event.ts';
import { type GivenParameters, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

type Shown = Readonly<Record<string, unknown>>;
interface Named {
  readonly Name: string;
  readonly Code?: number;
}

const inMs = (ms: number): string =>
  new Date(cloud.server.clock.clock.now() + ms).toISOString().replace(/\.\d+Z$/, 'Z');

async function hostOf(id: string): Promise<string> {
  const row = await cloud.server.store.read(({ db }) =>
    db.selectFrom('instances').select('host').where('key', '=', id.slice(-8)).executeTakeFirst(),
  );
  return row?.host ?? '';
}

async function fail(id: string, subject: Subject): Promise<string> {
  const host = await hostOf(id);
  const now = cloud.server.clock.clock.now();
  await cloud.server.store.write((tx) => failHost(tx, { host, subject, now }));
  return host;
}

async function history(parameters: GivenParameters): Promise<readonly Shown[]> {
  const answer = await cloud.ok('DescribeInstanceHistoryEvents', parameters);
  return (answer['InstanceSystemEventSet'] as Readonly<Record<string, readonly Shown[]>>)[
    'InstanceSystemEventType'
  ] as readonly Shown[];
}

const nameOf = (event: Shown | undefined, field: string) =>
  (event?.[field] as Named | undefined)?.Name;

/** The cycle of every event of an instance. */
async function cyclesOf(id: string): Promise<ReadonlyArray<string | undefined>> {
  const all = ['Scheduled', 'Avoided', 'Executing', 'Executed', 'Canceled', 'Failed', 'Inquiring'];
  const asked = Object.fromEntries(
    all.map((word, index) => [`InstanceEventCycleStatus.${index + 1}`, word]),
  );
  return (await history({ InstanceId: id, ...asked })).map((event) =>
    nameOf(event, 'EventCycleStatus'),
  );
}

async function simulate(id: string, type: string, notBefore: string): Promise<string> {
  const answer = await cloud.ok('CreateSimulatedSystemEvents', {
    'InstanceId.1': id,
    EventType: type,
    NotBefore: notBefore,
  });
  const [event = ''] = (answer['EventIdSet'] as { readonly EventId: readonly string[] }).EventId;
  assert.match(event, /^e-[0-9a-z]{20}$/);
  return event;
}

async function full(parameters: GivenParameters): Promise<readonly Shown[]> {
  const answer = await cloud.ok('DescribeInstancesFullStatus', parameters);
  return (answer['InstanceFullStatusSet'] as Readonly<Record<string, readonly Shown[]>>)[
    'InstanceFullStatusType'
  ] as readonly Shown[];
}

async function disks(parameters: GivenParameters): Promise<readonly Shown[]> {
  const answer = await cloud.ok('DescribeDisksFullStatus', parameters);
  return (answer['DiskFullStatusSet'] as Readonly<Record<string, readonly Shown[]>>)[
    'DiskFullStatusType'
  ] as readonly Shown[];
}

describe('events of a host', () => {
  test('wait to be accepted, and move the instance then', async () => {
    const [id = ''] = await cloud.launchRunning();
    const host = await fail(id, 'risk');
    assert.deepEqual(await history({ InstanceId: id }), []);
    const [event] = await history({ InstanceId: id, EventCycleStatus: 'Inquiring' });
    const EventId = String(event?.['EventId']);
    assert.deepEqual(event, {
      EventId,
      InstanceId: id,
      EventType: { Name: 'SystemMaintenance.Redeploy' },
      EventCycleStatus: { Name: 'Inquiring' },
      EventPublishTime: inMs(0),
      NotBefore: inMs(2 * DAY_MS),
      ImpactLevel: '',
      Reason: 'The host is to be maintained.',
      ReasonCode: '',
      ResourceType: 'instance',
    });
    const missing = await cloud.refusal('AcceptInquiredSystemEvent', { EventId: 'e-1' });
    assert.equal(missing, '404 InvalidEventId.NoInquiringEventFound');
    await cloud.ok('AcceptInquiredSystemEvent', { EventId });
    await cloud.passTime(MINUTE_MS);
    assert.notEqual(await hostOf(id), host);
    assert.deepEqual(await cyclesOf(id), ['Executed']);
    const again = await cloud.refusal('AcceptInquiredSystemEvent', { EventId });
    assert.equal(again, '404 InvalidEventId.NoInquiringEventFound');
    // What has ended is listed for thirty days.
    await cloud.passTime(30 * DAY_MS - 2 * MINUTE_MS);
    assert.deepEqual(await cyclesOf(id), ['Executed']);
    await cloud.passTime(3 * MINUTE_MS);
    assert.deepEqual(await cyclesOf(id), []);
  });

  test('cannot be accepted while the instance is on its way', async () => {
    const [id = ''] = await cloud.launchRunning();
    await fail(id, 'risk');
    const [event] = await history({ InstanceId: id, EventCycleStatus: 'Inquiring' });
    const EventId = String(event?.['EventId']);
    await cloud.ok('StopInstance', { InstanceId: id });
    const refusal = await cloud.refusal('AcceptInquiredSystemEvent', { EventId });
    assert.equal(refusal, '403 IncorrectInstanceStatus');
  });

  test('of one that is down follow what its owner has said', async () => {
    const launched = async (ActionOnMaintenance: string) => {
      const [id = ''] = await cloud.launchRunning();
      const attributes = { 'InstanceId.1': id, ActionOnMaintenance };
      await cloud.ok('ModifyInstanceMaintenanceAttributes', attributes);
      return { id, host: await fail(id, 'down') };
    };
    const recovered = await launched('AutoRecover');
    const stopped = await launched('Stop');
    await cloud.passTime(MINUTE_MS);
    assert.notEqual(await hostOf(recovered.id), recovered.host);
    assert.equal((await cloud.show([recovered.id]))[0]?.Status, 'Running');
    assert.deepEqual(await cyclesOf(recovered.id), ['Executed']);
    assert.equal(await hostOf(stopped.id), stopped.host);
    assert.equal((await cloud.show([stopped.id]))[0]?.Status, 'Stopped');
    const [event] = await history({ InstanceId: stopped.id });
    assert.equal(nameOf(event, 'EventType'), 'SystemFailure.Stop');
  });
});

describe('simulated events', () => {
  test('come to nothing at their time, or are cancelled', async () => {
    const [id = '', other = ''] = [
      ...(await cloud.launchRunning()),
      ...(await cloud.launchRunning()),
    ];
    const event = await simulate(id, 'SystemMaintenance.Stop', inMs(HOUR_MS));
    const cancelled = await simulate(other, 'SystemFailure.Reboot', inMs(HOUR_MS));
    assert.deepEqual(await cyclesOf(id), ['Scheduled']);
    assert.deepEqual(await cyclesOf(other), ['Executing']);
    await cloud.ok('CancelSimulatedSystemEvents', { 'EventId.1': cancelled });
    assert.deepEqual(await cyclesOf(other), ['Canceled']);
    const cancel = (EventId: string) =>
      cloud.refusal('CancelSimulatedSystemEvents', { 'EventId.1': EventId });
    assert.equal(await cancel(cancelled), '403 InvalidParameter');
    assert.equal(await cancel('e-1'), '403 InvalidEventId.NotFound');
    await cloud.passTime(HOUR_MS - MINUTE_MS);
    assert.deepEqual(await cyclesOf(id), ['Scheduled']);
    await cloud.passTime(2 * MINUTE_MS);
    assert.deepEqual(await cyclesOf(id), ['Executed']);
    assert.equal((await cloud.show([id]))[0]?.Status, 'Running');
    assert.equal(await cancel(event), '403 InvalidParameter');
    const accepted = await cloud.refusal('AcceptInquiredSystemEvent', { EventId: event });
    assert.equal(accepted, '404 InvalidEventId.NoInquiringEventFound');
  });

  test('a reboot before its time avoids one of a maintenance', async () => {
    const [id = ''] = await cloud.launchRunning();
    await simulate(id, 'SystemMaintenance.Reboot', inMs(HOUR_MS));
    await cloud.ok('RebootInstance', { InstanceId: id });
    assert.deepEqual(await cyclesOf(id), ['Avoided']);
  });

  test('a real event cannot be cancelled', async () => {
    const [id = ''] = await cloud.launchRunning();
    await fail(id, 'overload');
    const [event] = await history({ InstanceId: id, EventCycleStatus: 'Inquiring' });
    assert.equal(nameOf(event, 'EventType'), 'SystemMaintenance.Reboot');
    const asked = { 'EventId.1': String(event?.['EventId']) };
    const refusal = await cloud.refusal('CancelSimulatedSystemEvents', asked);
    assert.equal(refusal, '403 CannotCancelSystemEvent.NotSimulated');
  });

  test('what is asked for is checked', async () => {
    const [id = ''] = await cloud.launchRunning();
    const asked = {
      'InstanceId.1': id,
      EventType: 'SystemMaintenance.Reboot',
      NotBefore: inMs(HOUR_MS),
    };
    const refused = (more: GivenParameters) =>
      cloud.refusal('CreateSimulatedSystemEvents', { ...asked, ...more });
    assert.equal(await refused({ NotBefore: inMs(0) }), '403 InvalidNotBefore.Passed');
    assert.equal(await refused({ NotBefore: 'soon' }), '403 InvalidParameter');
    assert.equal(await refused({ EventType: 'SystemFailure.Delete' }), '403 InvalidParameter');
    assert.equal(await refused({ TriggerRealOps: true }), '403 InvalidParameter');
    assert.equal(await refused({ 'InstanceId.1': 'i-1' }), '404 InvalidInstanceId.NotFound');
    const many = Object.fromEntries(
      Array.from({ length: 101 }, (_, at) => [`InstanceId.${at + 1}`, id]),
    );
    assert.equal(await refused(many), '403 InstanceIdLimitExceeded');
    const { EventType, NotBefore } = asked;
    const none = await cloud.refusal('CreateSimulatedSystemEvents', { EventType, NotBefore });
    assert.equal(none, '404 MissingParameter');
    const hundred = Object.fromEntries(Object.entries(many).slice(1, 100));
    await cloud.ok('CreateSimulatedSystemEvents', { ...asked, ...hundred, TriggerRealOps: false });
  });

  test('there are so many of an account in a region', async () => {
    const small = await startTestCloud({ configuration: { simulatedEventsPerRegionMax: 1 } });
    const [id = ''] = await small.launchRunning();
    const now = small.server.clock.clock.now();
    const NotBefore = new Date(now + HOUR_MS).toISOString().replace(/\.\d+Z$/, 'Z');
    const asked = { 'InstanceId.1': id, EventType: 'SystemMaintenance.Stop', NotBefore };
    await small.ok('CreateSimulatedSystemEvents', asked);
    const refusal = await small.refusal('CreateSimulatedSystemEvents', asked);
    assert.equal(refusal, '403 SimulatedEventLimitExceeded');
    await small.stop();
  });
});

describe('DescribeInstanceHistoryEvents', () => {
  test('narrows by each parameter, newest first and in pages', async () => {
    const [id = ''] = await cloud.launchRunning();
    const first = await simulate(id, 'SystemMaintenance.Redeploy', inMs(HOUR_MS));
    await cloud.passTime(MINUTE_MS);
    const second = await simulate(id, 'InstanceFailure.Reboot', inMs(2 * HOUR_MS));
    const listed = async (parameters: GivenParameters) => {
      const both = {
        'InstanceEventCycleStatus.1': 'Scheduled',
        'InstanceEventCycleStatus.2': 'Executing',
      };
      const events = await history({ InstanceId: id, ...both, ...parameters });
      return events.map(({ EventId }) => EventId);
    };
    const cases: ReadonlyArray<readonly [GivenParameters, readonly string[]]> = [
      [{}, [second, first]],
      [{ 'EventId.1': first }, [first]],
      [{ InstanceId: 'i-1', 'ResourceId.1': id }, [second, first]],
      [{ InstanceId: 'i-1' }, []],
      [{ ResourceType: 'instance' }, [second, first]],
      [{ ResourceType: 'ddh' }, []],
      [{ EventType: 'InstanceFailure.Reboot' }, [second]],
      [{ EventType: 'SystemFailure.Delete' }, []],
      [
        {
          EventType: 'InstanceFailure.Reboot',
          'InstanceEventType.1': 'SystemMaintenance.Redeploy',
        },
        [first],
      ],
      [{ EventCycleStatus: 'Failed' }, [second, first]],
      [{ 'NotBefore.Start': inMs(HOUR_MS) }, [second]],
      [{ 'NotBefore.End': inMs(HOUR_MS) }, [first]],
      [{ 'EventPublishTime.Start': inMs(0) }, [second]],
      [{ 'EventPublishTime.End': inMs(-MINUTE_MS) }, [first]],
      [{ 'Tag.1.Key': 'a' }, []],
      [{ ResourceGroupId: 'rg-none' }, []],
      [{ PageSize: 1, PageNumber: 2 }, [first]],
      [{ MaxResults: 10 }, [second, first]],
    ];
    for (const [parameters, expected] of cases) {
      assert.deepEqual(await listed(parameters), expected, JSON.stringify(parameters));
    }
  });

  test('is refused what it cannot be asked', async () => {
    const refused = (asked: GivenParameters) =>
      cloud.refusal('DescribeInstanceHistoryEvents', asked);
    const turned = { 'NotBefore.Start': inMs(1_000), 'NotBefore.End': inMs(0) };
    assert.equal(await refused(turned), '403 InvalidParameter.TimeEndBeforeStart');
    const many = Object.fromEntries(
      Array.from({ length: 101 }, (_, at) => [`EventId.${at + 1}`, 'e-1']),
    );
    assert.equal(await refused(many), '403 EventIdLimitExceeded');
    assert.equal(await refused({ EventType: 'Something' }), '403 InvalidParameter');
    assert.equal(await refused({ EventCycleStatus: 'Done' }), '403 InvalidParameter');
    assert.equal(await refused({ PageSize: 101 }), '403 InvalidParameter');
  });
});

describe('DescribeInstancesFullStatus', () => {
  test('shows what is scheduled, and how healthy an instance is', async () => {
    const [id = ''] = await cloud.launchRunning();
    const EventId = await simulate(id, 'SystemMaintenance.Reboot', inMs(HOUR_MS));
    assert.deepEqual(await full({ 'InstanceId.1': id }), [
      {
        InstanceId: id,
        Status: { Name: 'Running', Code: 1 },
        HealthStatus: { Name: 'Warning', Code: 64 },
        ScheduledSystemEventSet: {
          ScheduledSystemEventType: [
            {
              EventId,
              EventType: { Name: 'SystemMaintenance.Reboot', Code: 1 },
              EventCycleStatus: { Name: 'Scheduled', Code: 24 },
              EventPublishTime: inMs(0),
              NotBefore: inMs(HOUR_MS),
              ImpactLevel: '',
              Reason: 'A simulated event.',
            },
          ],
        },
      },
    ]);
  });

  test('narrows by each parameter', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 4; index += 1) ids.push(...(await cloud.launchRunning()));
    const [plain = '', warned = '', maintained = '', impaired = ''] = ids;
    const event = await simulate(warned, 'SystemMaintenance.Redeploy', inMs(HOUR_MS));
    await simulate(maintained, 'SystemFailure.Stop', inMs(2 * HOUR_MS));
    await fail(impaired, 'down');
    const [making = ''] = await cloud.launch();
    const four = Object.fromEntries(
      [...ids, making].map((id, at) => [`InstanceId.${at + 1}`, id] as const),
    );
    const cases: ReadonlyArray<readonly [GivenParameters, readonly string[]]> = [
      [{ HealthStatus: 'Warning' }, [warned]],
      [{ HealthStatus: 'Maintaining' }, [maintained]],
      [{ HealthStatus: 'Impaired' }, [impaired]],
      [{ HealthStatus: 'Initializing' }, [making]],
      [{ HealthStatus: 'InsufficientData' }, []],
      [{ HealthStatus: 'NotApplicable' }, []],
      [{ Status: 'Stopped' }, [impaired]],
      [{ Status: 'Running' }, [maintained, warned, plain]],
      [{ Status: 'Stopped', HealthStatus: 'Warning' }, []],
      [{ 'EventId.1': event }, [warned]],
      [{ EventType: 'SystemMaintenance.Redeploy' }, [warned]],
      [{ EventType: 'SystemFailure.Stop' }, []],
      [{ 'InstanceEventType.1': 'SystemMaintenance.Redeploy' }, [warned]],
      // Of a period all events count, whatever has become of them.
      [{ EventType: 'SystemFailure.Stop', 'NotBefore.Start': inMs(HOUR_MS) }, [maintained]],
      [{ 'NotBefore.End': inMs(HOUR_MS) }, [warned]],
      [{ 'EventPublishTime.Start': inMs(0), 'NotBefore.Start': inMs(2 * DAY_MS) }, [impaired]],
      [{ 'EventPublishTime.End': inMs(-1_000) }, []],
    ];
    for (const [parameters, expected] of cases) {
      const shown = await full({ ...four, ...parameters });
      const found = shown.map(({ InstanceId }) => InstanceId);
      assert.deepEqual(found.toSorted(), expected.toSorted(), JSON.stringify(parameters));
    }
    assert.equal((await full({ ...four, PageSize: 2, PageNumber: 3 })).length, 1);
  });

  test('is refused what it cannot be asked', async () => {
    const refused = (asked: GivenParameters) => cloud.refusal('DescribeInstancesFullStatus', asked);
    const many = (name: string) =>
      Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`${name}.${at + 1}`, 'i-1']));
    assert.equal(await refused(many('InstanceId')), '403 InstanceIdLimitExceeded');
    assert.equal(await refused(many('EventId')), '403 EventIdLimitExceeded');
    const turned = { 'EventPublishTime.Start': inMs(1_000), 'EventPublishTime.End': inMs(0) };
    assert.equal(await refused(turned), '403 InvalidParameter.TimeEndBeforeStart');
    assert.equal(await refused({ HealthStatus: 'warning' }), '403 InvalidParameter');
  });
});

describe('DescribeDisksFullStatus', () => {
  test('shows the events of disks, narrowed by each parameter', async () => {
    const [id = ''] = await cloud.launchRunning();
    const [risky = ''] = await cloud.launchRunning();
    const [plain = ''] = await cloud.launchRunning();
    await fail(id, 'disk');
    await fail(risky, 'disk-risk');
    const all = await disks({ PageSize: 100 });
    const diskOf = (instance: string) => all.find((disk) => disk['InstanceId'] === instance);
    const { DiskId: _DiskId, DiskEventSet, ...rest } = diskOf(id) ?? {};
    assert.deepEqual(rest, {
      InstanceId: id,
      Device: '/dev/xvda',
      Status: { Name: 'In_use' },
      HealthStatus: { Name: 'Impaired', Code: 128 },
    });
    const [event] = (DiskEventSet as { readonly DiskEventType: readonly Shown[] }).DiskEventType;
    assert.deepEqual(event, {
      EventId: event?.['EventId'],
      EventType: { Name: 'Stalled', Code: 7 },
      EventTime: inMs(0),
      ImpactLevel: '',
    });
    assert.deepEqual(diskOf(risky)?.['HealthStatus'], { Name: 'Warning', Code: 64 });
    assert.deepEqual(diskOf(plain)?.['HealthStatus'], { Name: 'Ok', Code: 0 });
    const three = Object.fromEntries(
      [id, risky, plain].map((one, at) => [`DiskId.${at + 1}`, String(diskOf(one)?.['DiskId'])]),
    );
    const cases: ReadonlyArray<readonly [GivenParameters, readonly string[]]> = [
      [{}, [id, risky, plain]],
      [{ 'EventId.1': String(event?.['EventId']) }, [id]],
      [{ HealthStatus: 'Impaired' }, [id]],
      [{ HealthStatus: 'Warning' }, [risky]],
      [{ HealthStatus: 'Initializing' }, []],
      [{ HealthStatus: 'NotApplicable' }, []],
      [{ EventType: 'Stalled' }, [id]],
      [{ EventType: 'Degraded' }, [risky]],
      [{ EventType: 'ErrorDetected' }, []],
      [{ Status: 'In_Use' }, [id, risky, plain]],
      [{ Status: 'Available' }, []],
      [{ 'EventTime.Start': inMs(0), 'EventTime.End': inMs(0) }, [id, risky]],
      [{ 'EventTime.End': inMs(-1_000) }, []],
      [{ 'Tag.1.Key': 'a' }, []],
      [{ ResourceGroupId: 'rg-none' }, []],
    ];
    for (const [parameters, expected] of cases) {
      const found = (await disks({ ...three, ...parameters })).map((disk) => disk['InstanceId']);
      assert.deepEqual(found.toSorted(), expected.toSorted(), JSON.stringify(parameters));
    }
    // Of the last seven days.
    await cloud.passTime(7 * DAY_MS + MINUTE_MS);
    assert.deepEqual(await disks({ ...three, EventType: 'Stalled' }), []);
  });

  test('is refused what it cannot be asked', async () => {
    const refused = (asked: GivenParameters) => cloud.refusal('DescribeDisksFullStatus', asked);
    const many = (name: string) =>
      Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`${name}.${at + 1}`, 'd-1']));
    assert.equal(await refused(many('DiskId')), '403 DiskIdLimitExceeded');
    assert.equal(await refused(many('EventId')), '403 EventIdLimitExceeded');
    const turned = { 'EventTime.Start': inMs(1_000), 'EventTime.End': inMs(0) };
    assert.equal(await refused(turned), '403 InvalidParameter.TimeEndBeforeStart');
  });
});
