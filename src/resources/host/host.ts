import type { HostReport } from '#drivers/driver.ts';
import type { NewHost } from '#store/schema/host.ts';

/** A host as its driver reports it, with all of it free. */
export function newHost(report: HostReport): NewHost {
  return {
    key: report.key,
    zone: report.zone,
    state: report.state,
    rack: report.rack ?? null,
    network_switch: report.networkSwitch ?? null,
    cpu_total: report.cpu,
    cpu_free: report.cpu,
    memory_mib_total: report.memoryMiB,
    memory_mib_free: report.memoryMiB,
    disk_gib_total: report.diskGiB,
    disk_gib_free: report.diskGiB,
    dedicated: null,
    doc: '{}',
  };
}
