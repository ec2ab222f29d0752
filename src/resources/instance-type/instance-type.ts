/** What a machine of some type consists of, and where its name comes from. All numbers whole. */
export interface InstanceType {
  /** As the catalogue that names it writes it; an instance keeps the name it was launched with. */
  readonly name: string;
  /** The catalogue that names it: one per naming scheme. No name is in two of them. */
  readonly catalogue: string;
  readonly family: string;
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly architecture: 'x86_64' | 'arm64';
  readonly tenancy: Tenancy;
  /** Whether instances of it must be in a cluster for high performance computing. */
  readonly needsHpcCluster: boolean;
  readonly processor: string;
  /** Base and turbo clock of the processor; 0 where unknown. */
  readonly clockMHz: number;
  readonly turboMHz: number;
  readonly gpu: Gpu | null;
  readonly fpgas: number;
  readonly localDisks: LocalDisks | null;
  readonly network: NetworkLimits;
  readonly dataDisksMax: number;
  readonly credits: CpuCredits | null;
}

/**
 * `shared`: on a host shared with others. `dedicated-host`: only on a host of one's own.
 * `hosted-server`: comes with a whole physical server and is not sold by zone.
 */
export type Tenancy = 'shared' | 'dedicated-host' | 'hosted-server';

export interface Gpu {
  readonly model: string;
  /** Whole cards, or a fraction of one where it is sliced: no other number here is one. */
  readonly cards: number;
  readonly memoryGiBPerCard: number;
}

export interface LocalDisks {
  readonly kind: 'hdd' | 'ssd';
  readonly count: number;
  readonly sizeGiB: number;
}

export interface NetworkLimits {
  readonly mbps: number;
  readonly packetsPerSecond: number;
  readonly queues: number;
  readonly interfacesMax: number;
  readonly addressesPerInterfaceMax: number;
  readonly ipv6AddressesPerInterfaceMax: number;
}

/** Of a type whose processor is only lent for a while. */
export interface CpuCredits {
  readonly initial: number;
  /** What it may use for ever, in percent of one vCPU, summed over its vCPUs. */
  readonly baselinePercent: number;
}

/** One catalogue: its types, the names that follow a rule instead of a list, and what it sells. */
export interface InstanceTypeSource {
  readonly catalogue: string;
  types(): readonly InstanceType[];
  /** The type of a name that is in no list, such as one that spells out its own size. */
  typeByRule(name: string): InstanceType | undefined;
  /** Whether new instances of this type of its own may be launched in a zone (neutral name). */
  sells(type: InstanceType, zone: string): boolean;
}

export interface InstanceTypes {
  /** The type of a name, whichever catalogue names it. O(1). */
  instanceType(name: string): InstanceType | undefined;
  /** Whether new instances of a type are sold in a zone at all; a type asks its own catalogue. */
  sells(type: InstanceType, zone: string): boolean;
}

/** The types of several catalogues as one. Types are built when one is first asked for. */
export function instanceTypesOf(sources: readonly InstanceTypeSource[]): InstanceTypes {
  const sourceByCatalogue = new Map(sources.map((source) => [source.catalogue, source] as const));
  let typesByName: ReadonlyMap<string, InstanceType> | undefined;
  const index = (): ReadonlyMap<string, InstanceType> => {
    const types = sources.flatMap((source) => source.types());
    return new Map(types.map((type) => [type.name, type] as const));
  };
  return {
    instanceType(name) {
      typesByName ??= index();
      const listed = typesByName.get(name);
      if (listed !== undefined) return listed;
      for (const source of sources) {
        const ruled = source.typeByRule(name);
        if (ruled !== undefined) return ruled;
      }
      return undefined;
    },
    sells: (type, zone) => sourceByCatalogue.get(type.catalogue)?.sells(type, zone) ?? false,
  };
}
