import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { client2017, type Client2017 } from '../client.test-support.ts';

const SETTLED_MS = 10_000;

let cloud: TestCloud;
let older: Client2017;
before(async () => {
  cloud = await startTestCloud();
  older = client2017(cloud.server);
});
after(() => cloud.stop());

async function launchStopped(body: object = {}): Promise<string> {
  const ids = await cloud.launchRunning({ InstanceType: 'S1.SMALL1', ...body });
  await cloud.ok('StopInstances', { InstanceIds: ids });
  await cloud.passTime(SETTLED_MS);
  return ids[0] ?? '';
}
const asked = (id: string, InstanceType: string) => ({ 'InstanceIds.1': id, InstanceType });

test('an instance becomes another type of its own family alone (seed 004 L45526)', async () => {
  const id = await launchStopped();
  const refused = (type: string) => older.refusal('ResetInstancesType', asked(id, type));
  assert.equal(await refused('S5.LARGE8'), 'InvalidParameterValue');
  assert.equal(await refused('S1.SMALL1'), 'InvalidParameterValue');
  await older.ok('ResetInstancesType', asked(id, 'S1.LARGE8'));
  await cloud.passTime(SETTLED_MS);
  const [shown] = await cloud.show([id]);
  assert.equal(shown?.['InstanceType'], 'S1.LARGE8');
  await cloud.ok('StartInstances', { InstanceIds: [id] });
  await cloud.passTime(SETTLED_MS);
  assert.equal(await refused('S1.MEDIUM4'), 'InvalidInstance.NotSupported');
});

test('its price is by the hour, or the difference of what is paid in advance', async () => {
  const price = async (id: string) =>
    (await older.ok('InquiryPriceResetInstancesType', asked(id, 'S1.LARGE8')))['Price'];
  const hourly = JSON.stringify(await price(await launchStopped()));
  assert.match(hourly, /"UnitPrice":"[\d.]+","ChargeUnit":"HOUR"/);
  const prepaid = { InstanceChargeType: 'PREPAID', InstanceChargePrepaid: { Period: 1 } };
  const ahead = JSON.stringify(await price(await launchStopped(prepaid)));
  assert.match(ahead, /"OriginalPrice":"[\d.]+","DiscountPrice":"[\d.]+"/);
});
