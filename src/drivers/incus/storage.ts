import type { DriverStorage } from '../driver.ts';
import { failed } from './answer-of.ts';

const refused = () => Promise.resolve(failed('not-possible-on-this-server'));

/** Disks, snapshots and images of machines are not made on a server yet. */
export const storage: DriverStorage = {
  volumes: {
    create: refused,
    attach: refused,
    detach: refused,
    resize: refused,
    restore: refused,
    destroy: refused,
  },
  snapshots: { create: refused, copy: refused, destroy: refused },
  machineImages: {
    publish: refused,
    copy: refused,
    import: refused,
    export: refused,
    destroy: refused,
  },
};
