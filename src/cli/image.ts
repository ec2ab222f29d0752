import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { administer, administerTelling } from './admin-client.ts';
import { print, printJson } from './print.ts';
import { progressBar } from './progress-bar.ts';
import { serverChoice, withServerChoice } from './server-options.ts';
import { tableOf } from './table.ts';

interface Listed {
  readonly name: string;
  readonly osName: string;
  readonly architecture: string;
  readonly sizeGiB: number;
  readonly engineName: string;
  readonly ids: readonly string[];
}

interface ImportOptions {
  readonly name: string;
  readonly os: string;
  readonly as?: readonly string[];
  readonly minDisk?: number;
  readonly loginUser?: string;
  readonly cloudInit?: boolean;
}

/** `yuntai image`: what machines on a real server are made from. */
export function addImage(program: Command): void {
  const image = withServerChoice(program.command('image'))
    .description('images for machines on a real server: import, export, list, remove')
    .addHelpText(
      'after',
      `
Examples:
  yuntai image import ./debian-12.tar.xz --name debian-12 --os "Debian 12"
  yuntai image import ./rootfs --name jammy --os "Ubuntu 22.04" --as img-487zeit5
  yuntai image export img-487zeit5 ./jammy.tar.gz
  yuntai image list`,
    );
  addImport(image);
  image
    .command('list')
    .description('imported images, with the id that each vendor has for them')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }, command: Command) => {
      const images = (await administer(serverChoice(command), 'images.list')) as Listed[];
      if (options.json === true) printJson(images);
      else show(images);
    });
  addExport(image);
  image
    .command('remove <name>')
    .description('forget an image, by its name or an id; instances made from it stay')
    .action(async (name: string, _options: unknown, command: Command) => {
      const removed = (await administer(serverChoice(command), 'images.remove', {
        name,
      })) as Listed;
      print(`The image ${removed.name} is removed.`);
    });
}

function addExport(image: Command): void {
  image
    .command('export <name> <file>')
    .description('write an image to a new file, by its name or an id; import takes it in again')
    .action(async (...given: [name: string, file: string, options: unknown, command: Command]) => {
      const [name, file, , command] = given;
      const input = { name, path: resolve(file) };
      const bar = progressBar(`Exporting ${name}`);
      const request = { command: 'images.export', input };
      await administerTelling(serverChoice(command), request, bar.tell).finally(bar.end);
      print(`The image ${name} is in ${input.path}.`);
    });
}

function addImport(image: Command): void {
  image
    .command('import <path>')
    .description('give the server of machines an image: a file, or a directory with rootfs/')
    .requiredOption('--name <name>', 'what it is called')
    .requiredOption('--os <name>', 'its operating system and version, such as "Debian 12"')
    .option('--as <id...>', 'public images of the vendors that it is to stand for')
    .option('--min-disk <GiB>', 'the smallest system disk it is for (default: 10)', wholeOf)
    .option('--login-user <name>', 'whom passwords and keys are for (default: root)')
    .option('--cloud-init', 'it reads user data at its first boot')
    .action(async (path: string, options: ImportOptions, command: Command) => {
      const { name, os, as = [], minDisk, loginUser, cloudInit } = options;
      const input = {
        path: resolve(path),
        name,
        os,
        ...(as.length > 0 && { as: as.join(',') }),
        ...(minDisk !== undefined && { sizeGiB: minDisk }),
        ...(loginUser !== undefined && { loginUser }),
        ...(cloudInit === true && { cloudInit: 'yes' }),
      };
      const bar = progressBar(`Importing ${name}`);
      const request = { command: 'images.import', input };
      const done = administerTelling(serverChoice(command), request, bar.tell).finally(bar.end);
      show([(await done) as Listed]);
    });
}

function show(images: readonly Listed[]): void {
  const head = ['NAME', 'OS', 'ARCHITECTURE', 'GIB', 'IDS', 'ON THE SERVER'];
  const rows = images.map((image) => [
    image.name,
    image.osName,
    image.architecture,
    String(image.sizeGiB),
    image.ids.join(' '),
    image.engineName.slice(0, 12),
  ]);
  for (const line of tableOf([head, ...rows])) print(line);
}

function wholeOf(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number of GiB.');
}
