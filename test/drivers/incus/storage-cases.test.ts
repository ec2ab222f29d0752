import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { storageCases } from '#drivers/cases-storage.ts';
import { writeBusyboxImage } from '../../support/busybox-image.ts';
import { readFromDisk, writeOnDisk } from '../../support/lxd-disk.ts';
import { openLxdDriver, specOf, ZONE } from '../../support/lxd-driver.ts';
import { startLxd, withoutLxd, type LxdServer } from '../../support/lxd-server.ts';

describe('storage of a real server', { skip: withoutLxd() }, () => {
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
  storageCases('incus', async () => {
    const driver = await openLxdDriver(server);
    return {
      driver,
      zone: ZONE,
      newSpec: () => specOf({ prefix: server.prefix, image, number: (made += 1) }),
      block: `${server.prefix}.0/24`,
      write: (machine, disk, text) => writeOnDisk(server, { machine, disk, text }),
      read: (machine, disk) => readFromDisk(server, { machine, disk }),
      now: () => Date.now(),
      pass: (ms) => delay(Math.min(ms, 500)),
      close: () => driver.close(),
    };
  });
});
