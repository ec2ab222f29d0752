/** What is asked of machines. */
export const machineVerbs = [
  'create',
  'start',
  'stop',
  'reboot',
  'configure',
  'rebuild',
  'rescue',
  'leave-rescue',
  'resize',
  'destroy',
] as const;

/** What is asked of disks, snapshots and images, which are there apart from machines. */
export const storageVerbs = [
  'create-disk',
  'attach-disk',
  'detach-disk',
  'resize-disk',
  'restore-disk',
  'destroy-disk',
  'create-snapshot',
  'copy-snapshot',
  'destroy-snapshot',
  'publish-image',
  'copy-image',
  'import-image',
  'export-image',
  'destroy-image',
] as const;

/** What is asked of the interfaces of machines. */
export const networkVerbs = ['attach-interface', 'detach-interface', 'readdress'] as const;

export type MachineVerb = (typeof machineVerbs)[number];
export type StorageVerb = (typeof storageVerbs)[number];
export type NetworkVerb = (typeof networkVerbs)[number];
/** The verbs that every driver has. */
export type Verb = MachineVerb | StorageVerb | NetworkVerb;

export const verbs: readonly Verb[] = [...machineVerbs, ...storageVerbs, ...networkVerbs];
