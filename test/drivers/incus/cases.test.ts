import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { driverCases } from '#drivers/cases.ts';
import { writeBusyboxImage } from '../../support/busybox-image.ts';
import { openLxdDriver, specOf, ZONE } from '../../support/lxd-driver.ts';
import { startLxd, withoutLxd, type LxdServer } from '../../support/lxd-server.ts';

describe('on a real server', { skip: withoutLxd() }, () => {
  let server: LxdServer;
  let image: string;
  const directory = mkdtempSync(join(tmpdir(), 'yt-image-'));
  before(async () => {
    server = await startLxd();
    const driver = await openLxdDriver(server);
    image = (await driver.images.import(writeBusyboxImage(directory), () => {})).name;
    await driver.close();
  });
  after(async () => {
    await server.close();
    rmSync(directory, { recursive: true });
  });

  let made = 1;
  driverCases('incus', async () => {
    const driver = await openLxdDriver(server);
    return {
      driver,
      zone: ZONE,
      newSpec: () => specOf({ prefix: server.prefix, image, number: (made += 1) }),
      block: `${server.prefix}.0/24`,
      newImage: () => writeBusyboxImage(mkdtempSync(join(directory, 'another-')), 'another'),
      now: () => Date.now(),
      pass: (ms) => delay(Math.min(ms, 500)),
      close: () => driver.close(),
    };
  });
});
