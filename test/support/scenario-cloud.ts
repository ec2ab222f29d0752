import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { administer } from '#cli/admin-client.ts';
import { boot } from '#server/boot.ts';
import { aliyunClient } from './aliyun-client.ts';
import { auditSettled } from './audit.ts';
import {
  KEY,
  scratchDirectory,
  settledStates,
  spawnCloud,
  type SpawnedCloud,
  type SpawnedCloudOptions,
} from './spawned-cloud.ts';
import { openTestStore, storeKind } from './store-choice.ts';
import { tencentClient } from './tencent-client.ts';

/** A cloud that is not killed: it may be in the process of the test. */
export interface ScenarioCloud extends Pick<
  SpawnedCloud,
  'tencent' | 'aliyun' | 'admin' | 'settled' | 'closeAudited'
> {
  readonly url: string;
}

/** In a process of its own, or, on PGlite, which no two processes can share, in this one. */
export async function scenarioCloud(options: SpawnedCloudOptions = {}): Promise<ScenarioCloud> {
  if (storeKind === 'pglite') return cloudHere(options);
  const cloud = await spawnCloud(options);
  return { ...cloud, url: cloud.server.url };
}

async function cloudHere({
  simulator = {},
  environment = {},
}: SpawnedCloudOptions): Promise<ScenarioCloud> {
  const data = scratchDirectory();
  const simulatorFile = join(data, 'simulator.json');
  writeFileSync(simulatorFile, JSON.stringify(simulator));
  const server = await boot({
    data,
    simulatorFile,
    env: environment,
    rootKey: KEY,
    openStore: openTestStore,
  });
  const tencent = tencentClient(server.url, KEY);
  const aliyun = aliyunClient(server.url, KEY);
  return {
    url: server.url,
    tencent: tencent.call,
    aliyun: aliyun.call,
    admin: (command, input) => administer({ data }, command, input),
    settled: () => settledStates(tencent.call),
    async closeAudited() {
      tencent.close();
      aliyun.close();
      const problems = await auditSettled(server.store);
      await server.stop();
      assert.deepEqual(problems, []);
    },
  };
}
