import { boolean, id, integer, list, string, structure, time } from '#wire/builders.ts';
import { tagShape } from '../tag-shape.ts';

/** Struct text L39053-39080. */
const snapshotShape = structure({
  SnapshotId: id('snapshot'),
  DiskUsage: string(),
  DiskSize: integer(),
});

/** Struct text of seed 004, L36738-36886: SyncPercent alone may be null. */
export const imageShape = structure({
  ImageId: id('image'),
  OsName: string(),
  ImageType: string(),
  CreatedTime: time({ form: 'seconds' }),
  ImageName: string(),
  ImageDescription: string(),
  ImageSize: integer(),
  Architecture: string(),
  ImageState: string(),
  Platform: string(),
  ImageCreator: string(),
  ImageSource: string(),
  SyncPercent: integer({ nullable: true }),
  IsSupportCloudinit: boolean(),
  SnapshotSet: list(snapshotShape),
  Tags: list(tagShape),
  LicenseType: string(),
  ImageFamily: string(),
  ImageDeprecated: boolean(),
  CdcCacheStatus: string(),
});
