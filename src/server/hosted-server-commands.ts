import { findZone } from '#resources/region/region.ts';
import { addServer } from '#resources/hosted-server/add-server.ts';
import { requireAccount, rootAccount } from '#resources/account/accounts.ts';
import { AdminRefusal } from './admin-input.ts';
import type { AdminParts, Named } from './admin-parts.ts';

const DISK_GIB_MAX = 1_048_576;

/** Administration of servers of customers: they are brought in here, by no request. */
export function hostedServerCommands(parts: AdminParts): readonly Named[] {
  const { store, random, clock, cloud, machines, placeNamed, serverIds } = parts;
  return [
    [
      'servers.add',
      async (input) => {
        if (machines.driver.capabilities.remembers) {
          throw new AdminRefusal('Servers of customers are simulated alone: this driver has none.');
        }
        const account = input.optionalText('account') ?? rootAccount;
        const place = input.text('zone');
        const zone = findZone(place)?.name ?? placeNamed('zone', place);
        const region = zone === undefined ? undefined : findZone(zone)?.region;
        if (zone === undefined || region === undefined) {
          throw new AdminRefusal(`There is no zone ${place}.`);
        }
        const name = input.optionalText('type') ?? 'CHCS5.128C384M';
        const type = cloud.catalogue.instanceType(name);
        if (type === undefined || !name.startsWith('CHC')) {
          throw new AdminRefusal(
            `There is no type ${name} of such servers: CHCS5.128C384M is one.`,
          );
        }
        const diskGiB = input.optionalCount('diskGiB') ?? 10_240;
        if (diskGiB > DISK_GIB_MAX) {
          throw new AdminRefusal(`diskGiB is at most ${DISK_GIB_MAX}.`);
        }
        const server = {
          account,
          region,
          zone,
          serial: input.text('serial'),
          deviceType: input.optionalText('deviceType') ?? 'CHC_HS1',
          type,
          disks: input.optionalText('disks') ?? `${diskGiB}GB`,
          diskGiB,
          now: clock.clock.now(),
        };
        const key = await store.write(async (tx) => {
          await requireAccount(tx, account);
          return addServer(tx, random, server);
        });
        return { ids: serverIds(key), zone, type: name };
      },
    ],
  ];
}
