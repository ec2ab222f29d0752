import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { PassThrough, type Readable } from 'node:stream';

/** An image on this machine, which can be read again and again. */
export interface ImageSource {
  open(): Readable;
}

const PARTS = ['metadata.yaml', 'rootfs', 'templates'];

/**
 * The bytes of an image: a file as it is, or a directory with metadata.yaml and rootfs/ as the
 * archive that tar makes of it, whose order and so whose bytes are the same each time.
 * @throws Error that says what is missing.
 */
export async function imageSource(path: string): Promise<ImageSource> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new Error(`${path} cannot be read: ${(cause as Error).message}`, { cause });
  });
  if (found.isFile()) return { open: () => createReadStream(path) };
  const names = found.isDirectory() ? await readdir(path) : [];
  for (const name of PARTS.slice(0, 2)) {
    if (!names.includes(name)) {
      throw new Error(`${path} is no image: a directory holds metadata.yaml and rootfs/.`);
    }
  }
  const parts = PARTS.filter((name) => names.includes(name));
  return { open: () => archive(path, parts) };
}

function archive(directory: string, parts: readonly string[]): Readable {
  const fixed = ['--sort=name', '--numeric-owner', '--format=gnu'];
  const args = ['-c', ...fixed, '-C', directory, '--', ...parts];
  const tar = spawn('tar', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const out = new PassThrough();
  let said = '';
  tar.stderr.setEncoding('utf8').on('data', (text: string) => (said += text.slice(0, 1_000)));
  tar.on('error', (error) => out.destroy(error));
  tar.stdout.pipe(out, { end: false });
  tar.on('close', (code) => {
    if (code === 0) out.end();
    else out.destroy(new Error(`tar ended with ${code}: ${said.slice(0, 1_000)}`));
  });
  out.on('close', () => tar.kill());
  return out;
}

export interface Measured {
  readonly bytes: number;
  /** SHA-256 in hexadecimal, by which servers call images. */
  readonly fingerprint: string;
}

/** Reads an image through once. @throws Error where it cannot be read. */
export async function measure(source: ImageSource): Promise<Measured> {
  const sum = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source.open() as AsyncIterable<Buffer>) {
    sum.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, fingerprint: sum.digest('hex') };
}
