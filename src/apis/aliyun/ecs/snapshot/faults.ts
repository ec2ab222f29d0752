import type { FaultWords } from '#apis/fault-words.ts';
import type { snapshotFaults } from '#resources/snapshot/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const snapshotFaultWords: FaultWords<typeof snapshotFaults> = {
  codes: {
    notFound: ['InvalidDataDiskSnapshotId.NotFound', 'InvalidSnapshotId.NotFound'],
    notReady: ['InvalidSnapshotId.NotReady 403', 'InvalidSnapshot.NotReady 403'],
    systemNotHere: 'InvalidSnapshotId.NotDataDiskSnapshot 403',
    inUse: ['OperationDenied 403', 'IncorrectImageStatus', 'ImageUsingByInstance 403'],
    hasImages: ['SnapshotCreatedImage 403', 'ImageUsingByInstance 403'],
    hasDisks: ['SnapshotCreatedDisk 403', 'ImageUsingByInstance 403'],
    isShared: ['OperationDenied 403', 'ImageUseShared 403'],
    diskNotSupported: ['OperationDenied 403', 'InvalidDiskCategory.CreateImage'],
    diskNeverAttached: ['IncorrectDiskStatus.NeverAttached 403', 'IncorrectDiskStatus 403'],
    diskInstanceBusy: ['IncorrectInstanceStatus 403', 'IncorrectInstanceStatus'],
    diskRestoring: 'IncorrectDiskStatus 403',
    diskStateWrong: 'IncorrectDiskStatus 403',
    diskBusy: ['IncorrectDiskStatus.CreatingSnapshot 403', 'DiskCreatingSnapshot 403'],
    quotaExceeded: 'QuotaExceed.Snapshot 403',
    nameMalformed: 'InvalidSnapshotName.Malformed',
    descriptionMalformed: 'InvalidDescription.Malformed',
    notCopyable: ['OperationDenied 403', 'IncorrectImageStatus'],
    copyHere: ['IncorrectDestinationRegion 403', 'InvalidParameter'],
    copyUnderWay: 'OperationDenied.ImageCopying 403',
  },
};
