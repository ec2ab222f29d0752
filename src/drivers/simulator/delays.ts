import type { Verb } from '../verbs.ts';

/** By verb; what `create` takes is called after the boot that it ends with. */
export type Delay = 'boot' | Exclude<Verb, 'create'>;

/** Drawn per machine, disk, snapshot or image and generation, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

const usualMs: Readonly<Record<Delay, number>> = {
  boot: 500,
  start: 500,
  stop: 200,
  reboot: 500,
  configure: 100,
  rebuild: 500,
  rescue: 500,
  'leave-rescue': 200,
  resize: 200,
  destroy: 200,
  'create-disk': 200,
  'attach-disk': 200,
  'detach-disk': 200,
  'resize-disk': 200,
  'restore-disk': 500,
  'destroy-disk': 100,
  'create-snapshot': 500,
  'copy-snapshot': 500,
  'destroy-snapshot': 100,
  'publish-image': 500,
  'copy-image': 500,
  'import-image': 500,
  'export-image': 500,
  'destroy-image': 100,
  'attach-interface': 200,
  'detach-interface': 200,
  readdress: 100,
};

export const delays = Object.keys(usualMs) as readonly Delay[];

/** Where no file says otherwise. */
export const usualDelaysMs = Object.fromEntries(
  delays.map((name) => [name, { min: usualMs[name], max: usualMs[name] }]),
) as Readonly<Record<Delay, Range>>;
