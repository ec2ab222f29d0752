/**
 * What can be imported: types of systems with their versions and architectures, as the example of
 * DescribeImportImageOs has them (seed 004 L25599-25910). No document has a longer list. The two
 * parts of the example differ: `Redhat` has versions and is not among the types.
 */
interface ImportSystem {
  readonly name: string;
  readonly versions: readonly string[];
  readonly architectures: readonly string[];
}

const both = ['x86_64', 'i386'] as const;

export const importTypes = {
  Linux: ['CentOS', 'Ubuntu', 'Debian', 'OpenSUSE', 'SUSE', 'CoreOS', 'FreeBSD', 'Other Linux'],
  Windows: ['Windows Server 2008', 'Windows Server 2012', 'Windows Server 2016'],
} as const;

const rows: ReadonlyArray<readonly [name: string, ...versions: string[]]> = [
  ['Windows Server 2008', '9'],
  ['Windows Server 2012', '9'],
  ['Windows Server 2016', '9'],
  ['CentOS', '5', '6', '7'],
  ['CoreOS', '7'],
  ['Debian', '6', '7', '8', '9'],
  ['FreeBSD', '10'],
  ['Redhat', '5', '6', '7'],
  ['OpenSUSE', '11', '12'],
  ['SUSE', '10', '11', '12', '13'],
  ['Ubuntu', '10', '12', '14', '16'],
  ['Other Linux', '8'],
];

export const importSystems: readonly ImportSystem[] = rows.map(([name, ...versions]) => ({
  name,
  versions,
  architectures: both,
}));

/** Whether images of the type are imported at all. */
export function isImportType(type: string): boolean {
  const listed: readonly string[] = [...importTypes.Linux, ...importTypes.Windows];
  return listed.includes(type) || importSystems.some(({ name }) => name === type);
}

/** Whether that version of it is. */
export function isImportVersion(type: string, version: string): boolean {
  return importSystems.some(({ name, versions }) => name === type && versions.includes(version));
}

/** Whether the type is one of Windows. */
export function isWindowsType(type: string): boolean {
  return (importTypes.Windows as readonly string[]).includes(type);
}
