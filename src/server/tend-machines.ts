import type { Driver } from '#drivers/driver.ts';
import type { Clock } from '#kernel/clock.ts';
import { causes, type Log } from '#kernel/log.ts';
import {
  reconcileAll,
  reconcileInstances,
  type Reconciling,
} from '#resources/instance/reconcile.ts';
import { machineNetworks } from '#resources/instance/machine-networks.ts';
import { machineRules, type OrderOf } from '#resources/instance/machine-rules.ts';
import type { Store } from '#store/store.ts';
import { Holding } from './holding.ts';
import type { Machines } from './machines.ts';
import { TwoLooks } from './two-looks.ts';
import { unownedData } from './unowned-data.ts';

export interface TendOptions {
  readonly store: Store;
  readonly machines: Pick<Machines, 'driver' | 'inventory' | 'images'>;
  readonly wall: Clock;
  readonly cloud: Clock;
  readonly log: Log;
}

/** What keeps the store true to machines that change by themselves. */
export interface Tending {
  /** Machines of this cloud that no instance is known for, two looks in a row. */
  leftovers(): readonly string[];
  /** Volumes and images of this cloud that nothing is known for, by the names they have there. */
  leftoverData(): readonly string[];
  /** Looks at everything at once; resolves when that is done. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** A fault is to be shown within 15 s: one round, and what a silent host is waited for. */
const EVERY_MS = 5_000;
/** What happens together, such as a stop and the events around it, is looked at once. */
const GATHER_MS = 300;

/** So many are looked at one by one: a list of all tells of each whatever was written beside it. */
const FEW = 16;
const NOBODY: ReadonlySet<string> = new Set();

/**
 * Looks at hosts, images and machines every few seconds, and at single machines when the driver
 * says that something happened to them. Several servers may do so at once: what each writes is
 * conditional. Undefined for a driver that remembers nothing: there is nothing to look at.
 */
export function tendMachines(options: TendOptions): Tending | undefined {
  const { driver } = options.machines;
  const { inspectAll } = driver;
  if (inspectAll === undefined) return undefined;
  const look: Reconciling['look'] = async (machines) => {
    const few = machines ?? [];
    if (few.length === 0 || few.length > FEW) return inspectAll.call(driver);
    const now = options.cloud.now();
    const call = { beganAt: now, now };
    const seen = new Map(
      await Promise.all(
        few.map(async (each) => [each.key, await driver.inspect(each, call)] as const),
      ),
    );
    // Why one is not reached is seen by looking at all of its host.
    const isUnclear = [...seen.values()].some(({ state }) => state === 'unreachable');
    return isUnclear ? inspectAll.call(driver) : { machines: seen, away: NOBODY, isWhole: true };
  };
  return new Tender(options, look).start(driver);
}

/** Alibaba's rules of several groups decide by priority, Tencent's one group after the other. */
export const orderOf: OrderOf = (vendor) => (vendor === 'aliyun' ? 'priority' : 'listed');

class Tender implements Tending {
  readonly #options: TendOptions;
  readonly #reconciling: Reconciling;
  readonly #touched = new Set<string>();
  readonly #machines = new TwoLooks();
  readonly #data = new TwoLooks();
  #everything = false;
  readonly #holding: Holding;
  #running: Promise<void> | undefined;
  #ended = false;
  #cancels: Array<() => void> = [];

  constructor(options: TendOptions, look: Reconciling['look']) {
    const { store, cloud } = options;
    this.#options = options;
    this.#reconciling = { store, look, now: () => cloud.now() };
    this.#holding = new Holding((only) => this.#hold(only), options.log);
  }

  start(driver: Driver): this {
    const unwatch = driver.watch?.((key) => this.#changed(key));
    if (unwatch !== undefined) this.#cancels.push(unwatch);
    this.#arm('round', EVERY_MS);
    if (driver.holdRules ?? driver.holdNetworks) this.#changed(undefined);
    return this;
  }

  leftovers(): readonly string[] {
    return this.#machines.told;
  }

  leftoverData(): readonly string[] {
    return this.#data.told;
  }

  async look(): Promise<void> {
    await this.#running;
    this.#everything = true;
    await this.#run();
    await this.#holding.ask();
  }

  async stop(): Promise<void> {
    this.#ended = true;
    for (const cancel of this.#cancels) cancel();
    await this.#running;
    await this.#holding.stop();
  }

  #changed(key: string | undefined): void {
    if (key === undefined) this.#everything = true;
    else this.#touched.add(key);
    this.#arm('gather', GATHER_MS);
  }

  readonly #armed = new Set<string>();

  #arm(what: 'round' | 'gather', ms: number): void {
    if (this.#ended || this.#armed.has(what)) return;
    this.#armed.add(what);
    const { wall } = this.#options;
    const cancel = wall.after(ms, () => {
      this.#armed.delete(what);
      this.#cancels = this.#cancels.filter((each) => each !== cancel);
      if (what === 'round') this.#everything = true;
      void this.#run().then(() => {
        if (what === 'round') this.#arm('round', EVERY_MS);
      });
    });
    this.#cancels.push(cancel);
  }

  /** One look at a time; what comes meanwhile is looked at after it. */
  #run(): Promise<void> {
    if (this.#ended) return Promise.resolve();
    this.#running ??= this.#work().finally(() => {
      this.#running = undefined;
      if (this.#everything || this.#touched.size > 0) this.#arm('gather', GATHER_MS);
    });
    return this.#running;
  }

  async #work(): Promise<void> {
    const { log } = this.#options;
    try {
      if (this.#everything) await this.#lookAtAll();
      else await this.#lookAt([...this.#touched]);
    } catch (error) {
      if (this.#ended) return;
      log.warn({ causes: causes(error) }, 'The machines could not be looked at; trying later.');
    }
  }

  async #lookAt(keys: readonly string[]): Promise<void> {
    this.#touched.clear();
    this.#tell(await reconcileInstances(this.#reconciling, keys));
    void this.#holding.ask(keys);
  }

  async #lookAtAll(): Promise<void> {
    const { machines, log } = this.#options;
    this.#everything = false;
    this.#touched.clear();
    // At once: a host that hangs is waited for, and that once only.
    const others = Promise.allSettled([machines.inventory?.refresh(), machines.images?.refresh()]);
    void this.#holding.ask();
    const reconciled = reconcileAll(this.#reconciling);
    // Whatever fails, the look is over only when all of it is.
    await Promise.allSettled([reconciled, others]);
    const { corrected, unknown } = await reconciled;
    this.#tell(corrected);
    for (const each of await others) if (each.status === 'rejected') throw each.reason;
    if (unknown === undefined) return;
    if (this.#machines.next(unknown)) {
      log.warn({ machines: this.#machines.told }, 'No instance is known for these machines.');
    }
    await this.#lookAtData();
  }

  /** Data without an owner are told of and left alone: they may be needed still. */
  async #lookAtData(): Promise<void> {
    const { store, machines, log } = this.#options;
    const data = this.#data;
    if (!data.next(await unownedData(store, machines.driver))) return;
    log.warn({ data: data.told }, 'No disk, snapshot or image is known for these.');
  }

  /**
   * What security groups say, what is bound to machines and how much they may send reach the driver
   * again and again, whatever it held before.
   */
  async #hold(only: readonly string[] | undefined): Promise<void> {
    const { store, machines } = this.#options;
    const { driver } = machines;
    const held = await Promise.allSettled([
      driver.holdRules === undefined
        ? undefined
        : machineRules(store, orderOf).then((rules) => driver.holdRules?.(rules)),
      driver.holdNetworks?.(() => machineNetworks(store), only),
    ]);
    for (const each of held) if (each.status === 'rejected') throw each.reason;
  }

  #tell(corrected: readonly string[]): void {
    if (corrected.length === 0) return;
    this.#options.log.info(
      { instances: corrected },
      'Instances were made what their machines are.',
    );
  }
}
