/** Of what makes a backup of a disk each day. */
export function dailyTarget(disk: string): string {
  return `disk-backup-daily:${disk}`;
}
