import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type IncusConfiguration, parseIncusConfiguration } from '#drivers/incus/configuration.ts';
import { type IncusDriver, type KnownServer, openIncus } from '#drivers/incus/incus.ts';
import type { Clock } from '#kernel/clock.ts';
import { uuid } from '#kernel/random.ts';
import type { Configuration } from '#resources/configuration.ts';
import { openImageShelf } from '#resources/image/image-shelf.ts';
import { findPublicImage } from '#resources/image/public-images.ts';
import { passwordPurpose } from '#resources/instance/launch-parts.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import type { Store } from '#store/store.ts';
import { openInventory } from './inventory.ts';
import { readMeta, writeMeta } from './meta.ts';
import { namesOfTheCloud } from './names-of-the-cloud.ts';
import type { Machines, MachinesChoice } from './machines.ts';

/**
 * Opens the driver of an Incus or LXD server and reads its hosts.
 * @throws Error that says what to do: no server named, file wrong, server never seen and not there.
 */
export async function openIncusMachines(store: Store, choice: MachinesChoice): Promise<Machines> {
  const { sealer, log } = choice;
  const configuration = await configurationOf(choice);
  const before = await store.read((reader) => readMeta(reader, SERVER));
  const known = before === undefined ? {} : { known: JSON.parse(before) as KnownServer };
  const driver = await openIncus({
    configuration,
    cloud: await cloudName(store, choice),
    log,
    openPassword: (sealed) => sealer.open(sealed, passwordPurpose),
    ...known,
  });
  try {
    const now = JSON.stringify(driver.known);
    if (now !== before) await store.write((tx) => writeMeta(tx, SERVER, now));
    await firstLook(driver, choice.wall);
    const inventory = await openInventory(store, driver, driver.zones);
    return {
      driver,
      inventory,
      images: await openImageShelf(store, findPublicImage, imagesOf(driver)),
      supply: {
        hosts: (zone) => inventory.hosts(zone),
        isUp: (zone) => inventory.hosts(zone).some(({ state }) => state === 'up'),
        stock: (query) => driver.stock(query),
        networkRefusal: (block) => driver.networkRefusal(block),
        lacks: (ability) => driver.capabilities.lacks[ability],
        consoles: driver.consoles,
        addressesInUse: () => addressesOf(driver),
      },
      simulator: undefined,
      configuration: networkDefaults(driver),
    };
  } catch (error) {
    await driver.close();
    throw error;
  }
}

/**
 * What others have there is known before the first launch. What fails now is looked at later, and
 * what takes long, as beside a member that hangs, is not waited for.
 */
export async function firstLook(
  { inspectAll }: Pick<IncusDriver, 'inspectAll'>,
  wall: Clock,
): Promise<void> {
  const look = inspectAll?.().catch(() => undefined);
  await new Promise<void>((resolve) => {
    const cancel = wall.after(FIRST_LOOK_MS_MAX, resolve);
    void Promise.resolve(look).then(() => {
      cancel();
      resolve();
    });
  });
}

/** Addresses of what others have on the server. */
function addressesOf({ strangers }: IncusDriver): ReadonlySet<number> {
  const texts = (strangers?.() ?? []).flatMap(({ addresses }) => addresses);
  return new Set(texts.map(parseAddress).filter((address) => address !== undefined));
}

function imagesOf({ images }: IncusDriver): () => Promise<readonly string[]> {
  return async () => ((await images?.list()) ?? []).map(({ name }) => name);
}

async function configurationOf({ data, incus = {} }: MachinesChoice): Promise<IncusConfiguration> {
  const { file, ...options } = incus;
  const path = file ?? (data === ':memory:' ? undefined : join(data, 'incus.json'));
  const text = path === undefined ? '{}' : await textOf(path, file !== undefined);
  try {
    return parseIncusConfiguration(text, { options, zones: namesOfTheCloud.zones });
  } catch (error) {
    const where = path === undefined ? '--driver incus' : `--driver incus, ${path}`;
    throw new Error(`${where}: ${(error as Error).message}`, { cause: error });
  }
}

async function textOf(path: string, named: boolean): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!named && (error as NodeJS.ErrnoException).code === 'ENOENT') return '{}';
    const why = (error as Error).message;
    throw new Error(`The driver's configuration ${path} cannot be read (${why}).`, {
      cause: error,
    });
  }
}

/** A healthy server answers in a fraction of this. */
const FIRST_LOOK_MS_MAX = 10_000;

/** What was learned of the server of machines, for a start while it is away. */
const SERVER = 'machine-server';
const NAME = 'cloud-name';

/** What marks the machines of this cloud, drawn at its first start and kept with it. */
async function cloudName(store: Store, { random }: MachinesChoice): Promise<string> {
  const drawn = uuid(random);
  return store.write(async (tx) => {
    const known = await readMeta(tx, NAME);
    if (known === undefined) await writeMeta(tx, NAME, drawn);
    return known ?? drawn;
  });
}

const SUBNET_BITS_MAX = 29;

/** The default VPC is the server's first network, cut into as many subnets as there are zones. */
function networkDefaults({ blocks, zones }: IncusDriver): Partial<Configuration> {
  const [block] = blocks();
  if (block === undefined) return {};
  const bits = Number(block.split('/')[1]) + Math.ceil(Math.log2(zones.length));
  return { defaultVpcCidr: block, defaultSubnetMask: Math.min(bits, SUBNET_BITS_MAX) };
}
