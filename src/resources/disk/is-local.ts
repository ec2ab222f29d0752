import type { Scope } from '../scope.ts';
import type { Disk } from './disk.ts';

/** Whether a disk is in the server of its instance: nothing is copied of one. */
export function isLocal({ cloud }: Pick<Scope, 'cloud'>, disk: Pick<Disk, 'category' | 'doc'>) {
  return cloud.catalogue.diskKind(disk.category, disk.doc.performanceLevel).startsWith('local');
}
