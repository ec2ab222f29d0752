import type { FaultWords } from '#apis/fault-words.ts';
import type { snapshotFaults } from '#resources/snapshot/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const snapshotFaultWords: FaultWords<typeof snapshotFaults> = {
  codes: {
    notFound: ['InvalidDataDiskSnapshotId.NotFound', 'InvalidSnapshotId.NotFound'],
    notReady: ['InvalidSnapshotId.NotReady 403', 'InvalidSnapshot.NotReady 403'],
    systemNotHere: 'InvalidSnapshotId.NotDataDiskSnapshot 403',
    inUse: [
      'Operation.Conflict 403',
      'OperationDenied 403',
      'IncorrectImageStatus',
      'ImageUsingByInstance 403',
    ],
    hasImages: ['SnapshotCreatedImage 403', 'ImageUsingByInstance 403', 'InvalidParameter'],
    hasDisks: ['SnapshotCreatedDisk 403', 'ImageUsingByInstance 403'],
    isShared: [
      'Operation.Conflict 403',
      'OperationDenied 403',
      'ImageUseShared 403',
      'InvalidParameter',
    ],
    diskNotSupported: [
      'OperationDenied 403',
      'InvalidDiskCategory.CreateImage',
      'DiskCategory.OperationNotSupported',
    ],
    diskNeverAttached: ['IncorrectDiskStatus.NeverAttached 403', 'IncorrectDiskStatus 403'],
    diskInstanceBusy: ['IncorrectInstanceStatus 403', 'IncorrectInstanceStatus'],
    diskRestoring: 'IncorrectDiskStatus 403',
    diskStateWrong: 'IncorrectDiskStatus 403',
    diskBusy: ['IncorrectDiskStatus.CreatingSnapshot 403', 'DiskCreatingSnapshot 403'],
    quotaExceeded: 'QuotaExceed.Snapshot 403',
    diskUsageWrong: 'DiskId.ValueNotSupported 403',
    retentionOutOfRange: ['InvalidRetentionDays.Malformed', 'InvalidParameter'],
    nothingToChange: 'NoAttributeToModify',
    sourceTypeUnknown: 'InvalidSourceDiskType 404',
    linkNotFound: 'InvalidSnapshotLinkId.NotFound 404',
    otherDisk: 'InvalidParameter.Mismatch 403',
    sizeDiffers: 'OperationDenied 403',
    disksApart: 'OperationDenied 403',
    diskNotAttached: 'IncorrectDiskStatus 403',
    startWithoutStop: 'InvalidParameter',
    diskAttached: 'IncorrectInstanceStatus 403',
    nameMalformed: 'InvalidSnapshotName.Malformed',
    descriptionMalformed: 'InvalidDescription.Malformed 404',
    notCopyable: ['OperationDenied 403', 'IncorrectImageStatus'],
    copyHere: ['IncorrectDestinationRegion 403', 'InvalidParameter'],
    copyUnderWay: 'OperationDenied.ImageCopying 403',
  },
};
