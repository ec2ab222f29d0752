import type { DriverCommands } from './commands.ts';
import type { DriverConsoles } from './console.ts';
import type { MachineInterface, MachineNetwork, NetworkBlock } from './network.ts';
import type {
  AttachedVolume,
  ImageOrigin,
  Lacks,
  MachineImage,
  StoredThing,
  Volume,
  VolumeSnapshot,
  VolumeSpec,
} from './storage.ts';
import type { Verb } from './verbs.ts';

/**
 * The seam between the cloud and what machines really are. Everything in neutral words.
 *
 * Every call is idempotent by machine key and generation: one repeated with the same verb, key and
 * generation is the same call, and a driver answers how far it is. Workflows repeat calls after a
 * crash and while the answer is `pending`. A generation grows with each change asked of a machine.
 */
export interface Driver extends DriverStorage {
  readonly name: string;
  readonly capabilities: Capabilities;
  readonly interfaces: DriverInterfaces;
  readonly consoles: DriverConsoles;
  readonly commands: DriverCommands;
  /** Live hosts of a zone; a zone the driver does not know has none. */
  hosts(zone: string): Promise<readonly HostReport[]>;
  /**
   * The limits that a launch of this type falls under (configured stock); none from a driver that
   * has no stock. Synchronous and cheap, since it is asked inside a transaction. Counting against
   * them is the caller's (D3).
   */
  stock(query: StockQuery): readonly Stock[];
  /** Makes the machine and boots it, unless it is to be left stopped: done when it runs. */
  create(spec: MachineSpec, call: DriverCall): Promise<DriverAnswer>;
  /** Boots a stopped machine; one that runs already is done. */
  start(machine: Machine, call: DriverCall): Promise<DriverAnswer>;
  /** Stops a machine; one that is stopped already is done. */
  stop(machine: Machine, options: StopOptions, call: DriverCall): Promise<DriverAnswer>;
  reboot(machine: Machine, options: StopOptions, call: DriverCall): Promise<DriverAnswer>;
  /**
   * Changes what is inside a machine's guest: of a running one now, of a stopped one by the end of
   * its next start. It neither starts nor stops the machine.
   */
  configure(machine: Machine, change: GuestChange, call: DriverCall): Promise<DriverAnswer>;
  /**
   * Makes the machine's root anew from `spec.image`, or from the snapshot that its system disk
   * names, with its login and user data, and boots it unless it is to be left stopped. One that
   * runs is cut first. Its addresses stay, and so do its data disks.
   */
  rebuild(spec: MachineSpec, call: DriverCall): Promise<DriverAnswer>;
  /** Boots a rescue system on a stopped machine, beside its own disks: done when it runs. */
  rescue(machine: Machine, login: SealedLogin, call: DriverCall): Promise<DriverAnswer>;
  /** Ends the rescue system: the machine is stopped then, with its own root. */
  leaveRescue(machine: Machine, call: DriverCall): Promise<DriverAnswer>;
  /**
   * Gives the first interface of a stopped machine the address and the subnet of its spec; its
   * guest has them by the end of its next start.
   */
  readdress(spec: MachineSpec, call: DriverCall): Promise<DriverAnswer>;
  /**
   * Gives a machine, running or stopped, other vCPUs and memory, and moves it to the host of the
   * call where it is on another one; it has them by the end of its next start.
   */
  resize(machine: Machine, size: MachineSize, call: DriverCall): Promise<DriverAnswer>;
  /** Removes the machine, its root and the data disks named; one that is gone already is done. */
  destroy(machine: MachineRemoval, call: DriverCall): Promise<DriverAnswer>;
  /** What the driver sees now, whatever was asked of the machine before. */
  inspect(machine: Machine, call: DriverCall): Promise<MachineReport>;
  /** Looks at all machines at once, for a reconciler to compare with. Where `remembers` is true. */
  inspectAll?(): Promise<Sighting>;
  /** All that it keeps of disks, snapshots and images. Where `remembers` is true. */
  inspectStorage?(): Promise<readonly StoredThing[]>;
  /** Machines of others on the same server, by the last look at all. */
  strangers?(): readonly Stranger[];
  /**
   * Calls `changed` with the key of a machine that something happened to, or with none where it
   * cannot tell which; answers how to end that. Where `remembers` is true. May miss events: whoever
   * listens looks at everything now and then as well.
   */
  watch?(changed: (key: string | undefined) => void): () => void;
  /**
   * Why no machine can have addresses of this block, in a sentence for the operator; undefined
   * where they can. Synchronous and cheap, since it is asked inside a transaction.
   */
  networkRefusal(block: NetworkBlock): string | undefined;
  /**
   * Lets through what these machines say of their traffic and nothing else of it, in place of what
   * was said before; what is not named is left alone. Looks at what is there first, and is repeated
   * with every look at all machines.
   */
  holdRules?(machines: readonly MachineRules[]): Promise<void>;
  /**
   * Makes the public addresses, the further addresses and the bandwidth of machines what `read`
   * says of all of them. It is read after the driver has looked at what is there, so that nothing
   * newer is taken away. `only` names machines that something happened to: the bandwidth and
   * addresses of the others are not looked at then. Repeated with every look.
   */
  holdNetworks?(
    read: () => Promise<readonly MachineNetwork[]>,
    only?: readonly string[],
  ): Promise<void>;
  /** Moves the machines of a host elsewhere, or stops them, as the engine does that. */
  evacuate?(host: string): Promise<void>;
  /** What machines are made from; a driver without takes any image there is in the catalogue. */
  readonly images?: DriverImages;
  /** Ends its connections; nothing is asked of it afterwards. */
  close(): Promise<void>;
}

/** What is there apart from machines; idempotent as they are, by verb, key and generation. */
export interface DriverStorage {
  readonly volumes: DriverVolumes;
  readonly snapshots: DriverSnapshots;
  readonly machineImages: DriverMachineImages;
}

/** Interfaces of machines besides their first ones. */
export interface DriverInterfaces {
  /** Puts an interface into a machine, running or stopped; one that is there is done. */
  attach(one: MachineInterface, call: DriverCall): Promise<DriverAnswer>;
  /** Takes it out again. One that is not there is done. */
  detach(one: MachineInterface, call: DriverCall): Promise<DriverAnswer>;
}

/** Disks of machines; system disks are made, attached and destroyed with their machines. */
export interface DriverVolumes {
  /** Makes a data disk that is attached to none: empty, or with the data of a snapshot. */
  create(spec: VolumeSpec, call: DriverCall): Promise<DriverAnswer>;
  /** Attaches a data disk to a machine, running or stopped, whose key is in `volume.machine`. */
  attach(volume: AttachedVolume, call: DriverCall): Promise<DriverAnswer>;
  /** Detaches it again; its data stay. One that is not attached is done. */
  detach(volume: AttachedVolume, call: DriverCall): Promise<DriverAnswer>;
  /** Grows it to `sizeGiB`; one as large already is done. What is on it the guest grows. */
  resize(spec: VolumeSpec, call: DriverCall): Promise<DriverAnswer>;
  /**
   * Gives a data disk the data of a snapshot again, or none, as a new one has. Its machine is
   * stopped, or it is attached to none. A system disk is restored by
   * `rebuild`.
   */
  restore(volume: Volume, snapshot: string | null, call: DriverCall): Promise<DriverAnswer>;
  /** Removes a data disk that is attached to none, with its data; one that is gone is done. */
  destroy(volume: Volume, call: DriverCall): Promise<DriverAnswer>;
}

/** Snapshots have a life of their own: the disk they are of may be destroyed before them. */
export interface DriverSnapshots {
  /** Of a system disk or a data disk, whether its machine runs or not. */
  create(snapshot: VolumeSnapshot, volume: Volume, call: DriverCall): Promise<DriverAnswer>;
  /** Makes another one of the same data. */
  copy(snapshot: VolumeSnapshot, from: string, call: DriverCall): Promise<DriverAnswer>;
  destroy(snapshot: VolumeSnapshot, call: DriverCall): Promise<DriverAnswer>;
}

/** Images that are made here. `MachineSpec.image` names one by its key. */
export interface DriverMachineImages {
  /** Of the root of a machine, running or stopped, or of a snapshot of a system disk. */
  publish(image: MachineImage, from: ImageOrigin, call: DriverCall): Promise<DriverAnswer>;
  /** Makes another one of the same data. */
  copy(image: MachineImage, from: string, call: DriverCall): Promise<DriverAnswer>;
  /** Takes in what is at a URL. */
  import(image: MachineImage, url: string, call: DriverCall): Promise<DriverAnswer>;
  /** Writes it to a URL. */
  export(image: MachineImage, url: string, call: DriverCall): Promise<DriverAnswer>;
  destroy(image: MachineImage, call: DriverCall): Promise<DriverAnswer>;
}

/** Images that machines are made from, by names of the driver's own (a fingerprint). */
export interface DriverImages {
  /** Those that are there now. */
  list(): Promise<readonly DriverImage[]>;
  /**
   * Takes in an image from a file on the server's machine, or a directory with `metadata.yaml` and
   * `rootfs/`; one that is there already is answered as it is. `progress` is told bytes sent.
   */
  import(path: string, progress: (sent: number, total: number) => void): Promise<DriverImage>;
  /**
   * Writes one to a file that is not there yet, which `import` takes in again; false where there is
   * no such image. One that was made here is named by its key as well.
   */
  export(
    name: string,
    path: string,
    progress: (written: number, total: number) => void,
  ): Promise<boolean>;
  /** One that is gone already is done, and one that was there before it was imported stays. */
  remove(name: string): Promise<void>;
}

export interface DriverImage {
  readonly name: string;
  readonly bytes: number;
  readonly architecture: 'x86_64' | 'arm64' | 'i386';
}

/**
 * Verbs that are planned and not yet methods; a driver names those it will carry out. Each will be
 * idempotent by key and generation like those above: `evacuate` a host that is down.
 */
export type LaterVerb = 'evacuate';

export interface Capabilities {
  readonly verbs: readonly Verb[];
  readonly later: readonly LaterVerb[];
  /** What it cannot do with disks, images and networks; nothing of it is to be asked of it. */
  readonly lacks: Lacks;
  /** Whether it knows machines by itself: without, `inspect` answers `unknown`. */
  readonly remembers: boolean;
  /** Whether hosts come, go and change by themselves: they are then read again and again. */
  readonly liveHosts: boolean;
}

/** What a machine lets in and out by its security groups: this, and nothing else (D16). */
export interface MachineRules {
  readonly key: string;
  /** Its own, in dotted decimal. */
  readonly address: string;
  readonly ingress: readonly AcceptedTraffic[];
  readonly egress: readonly AcceptedTraffic[];
}

/** Traffic that is let through. What one of them says no other contradicts: they have no order. */
export interface AcceptedTraffic {
  readonly protocol: 'all' | 'tcp' | 'udp' | 'icmp';
  /** Addresses of the other side, such as 10.0.0.1-10.0.0.9. */
  readonly peers: readonly string[];
  /** Such as 80 or 80-90: of the side that is spoken to, and of that which speaks; without, all. */
  readonly ports?: string;
  readonly sourcePorts?: string;
}

/** Names a machine for a call. */
export interface Machine {
  readonly key: string;
  readonly generation: number;
  /** Key of the host it was placed on. */
  readonly host: string;
  readonly zone: string;
}

/** What a machine is to have. */
export interface MachineSize {
  readonly cpu: number;
  readonly memoryMiB: number;
}

export interface MachineRemoval extends Machine {
  /** Keys of the data disks that go with it. Every other one stays, with its data. */
  readonly removedDisks?: readonly string[];
}

export interface MachineSpec extends Machine {
  /** Make it without booting it: done when it is there. */
  readonly leftStopped?: true;
  readonly cpu: number;
  readonly memoryMiB: number;
  /** The name of an imported one (a fingerprint), or the key of one that was made here. */
  readonly image: string;
  readonly disks: readonly DiskSpec[];
  /** Dotted decimal. */
  readonly privateAddress: string;
  readonly publicAddress?: string;
  /** Key of the subnet. */
  readonly subnet: string;
  readonly hostName?: string;
  readonly login?: SealedLogin;
  /** Base64, as it was given. */
  readonly userData?: string;
}

export interface DiskSpec {
  readonly key: string;
  readonly role: 'system' | 'data';
  readonly category: string;
  readonly sizeGiB: number;
  /** Key of the snapshot whose data it begins with. */
  readonly snapshot?: string;
}

/** How one logs in. The password is sealed with the cloud's key; a driver is given an unsealer. */
export interface SealedLogin {
  /** Whom the password and the keys are for; root where it is left out. */
  readonly user?: string;
  readonly sealedPassword?: string;
  readonly publicKeys?: readonly string[];
  /** Leave what the image holds. */
  readonly keepImageLogin?: boolean;
}

/** What of a guest is to become different; what is left out stays as it is. */
export interface GuestChange {
  /** Whom the password and the keys are for; root where it is left out. */
  readonly user?: string;
  readonly hostName?: string;
  /** In place of the password before, and it opens the guest. */
  readonly sealedPassword?: string;
  /**
   * All keys that the cloud gives the guest, in OpenSSH's one-line form: those it gave before are
   * taken away. Keys that somebody put into the guest by hand stay.
   */
  readonly publicKeys?: readonly string[];
  /** Whether the password opens the guest. One that does not is kept, so that it may again. */
  readonly passwordLogin?: boolean;
}

export interface StopOptions {
  readonly mode: StopMode;
}

/** `soft` asks the guest and may fail; `hard` cuts the power; the last asks, then cuts. */
export type StopMode = 'soft' | 'hard' | 'soft-then-hard';

/**
 * Cloud milliseconds. `beganAt` is when the call was first made and is stored by the workflow, so
 * that a simulator needs no memory; `now` is this repetition of it.
 */
export interface DriverCall {
  readonly beganAt: number;
  readonly now: number;
}

export type DriverAnswer =
  | { readonly state: 'done' }
  | { readonly state: 'pending'; readonly pollAfterMs: number }
  | DriverFailure;

export interface DriverFailure {
  readonly state: 'failed';
  /** In kebab-case, such as `guest-did-not-stop`. */
  readonly reason: string;
  /** What the engine of machines said. The owner reads it: bounded, and without any secret. */
  readonly detail?: string;
  /** The same call may succeed later. */
  readonly retryable: boolean;
  /** Nothing answered: the call was not refused, and succeeds once the engine is back. */
  readonly unreachable?: true;
}

/**
 * `unreachable`: its host does not answer, so nobody knows. `unknown` comes from a driver without
 * memory: nothing to compare with.
 */
export type MachineState = 'running' | 'stopped' | 'absent' | 'unreachable' | 'unknown';

export interface MachineReport {
  readonly state: MachineState;
  /** Key of the host it is on now, where machines move by themselves (after an evacuation). */
  readonly host?: string;
}

/** What one look at all machines showed. */
export interface Sighting {
  /** By key. */
  readonly machines: ReadonlyMap<string, MachineReport>;
  /** Hosts that do not answer: what is on them is unreachable, whatever else is said of it. */
  readonly away: ReadonlySet<string>;
  /** Whether a machine that is not seen is absent; if not, nobody can tell. */
  readonly isWhole: boolean;
}

/** A machine that this cloud has not made: of another cloud, or of an operator. */
export interface Stranger {
  readonly name: string;
  /** IPv4 addresses that are set for it. */
  readonly addresses: readonly string[];
}

export interface HostReport {
  readonly key: string;
  readonly zone: string;
  readonly state: 'up' | 'down';
  /** Virtual CPUs that may be given out. */
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly diskGiB: number;
  /** Where it stands, as far as that is known: hosts of one name fail together. */
  readonly rack?: string | undefined;
  readonly networkSwitch?: string | undefined;
}

/** Neutral names of an instance type, a zone and a way of charging. */
export interface StockQuery {
  readonly zone: string;
  /** Absent: what holds for every launch in the zone. */
  readonly type?: string;
  readonly charge?: string;
}

/** `entry` names the count that launches under the same limit share; 0 means sold out. */
export interface Stock {
  readonly entry: string;
  readonly limit: number;
  /** What is short when it is used up: a way of charging, a type, or all of a zone. */
  readonly limits: StockKind;
}

export type StockKind = 'zone' | 'charge' | 'type';
