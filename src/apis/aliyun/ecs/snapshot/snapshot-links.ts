import type { Key } from '#kernel/key.ts';
import { aliyunId, parseAliyunId } from '../../ids.ts';

/** SnapshotLinkId: all snapshots of a disk are one chain, which is called after the disk. */
export function linkIdOf(disk: Key<'disk'>): string {
  return aliyunId('snapshot-link', disk);
}

/** The disk whose chain it is; undefined where there is no such chain. */
export function diskOfLink(id: string): Key<'disk'> | undefined {
  const parsed = parseAliyunId('snapshot-link', id);
  return parsed === 'unknown' ? undefined : parsed.key;
}
