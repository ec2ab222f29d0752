import type { Readable } from 'node:stream';
import { pipeline, Transform } from 'node:stream';
import type { DriverImage, DriverImages } from '../driver.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { exportImage } from './image-export.ts';
import { imageSource, measure } from './image-source.ts';
import { recordKeys } from './machine-record.ts';

interface ImageAnswer {
  readonly fingerprint: string;
  readonly size: number;
  readonly architecture: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly aliases: readonly unknown[];
}

const IMPORT_MS_MAX = 60 * 60_000;

/**
 * The images of a server; a cluster has them on all its members by itself. One that was there
 * before, or that has an alias by now, is somebody else's: it is used, and never removed.
 */
export function createImages({
  engine,
  cloud,
}: Pick<IncusContext, 'engine' | 'cloud'>): DriverImages {
  const find = async (fingerprint: string): Promise<ImageAnswer | undefined> => {
    try {
      return await engine.get<ImageAnswer>(pathOf(fingerprint));
    } catch (error) {
      if (error instanceof EngineError && error.isMissing) return undefined;
      throw error;
    }
  };
  return {
    async list() {
      const query = { recursion: '1' };
      return (await engine.get<readonly ImageAnswer[]>('/1.0/images', { query })).map(imageOf);
    },
    async import(path, progress) {
      const source = await imageSource(path);
      const { bytes, fingerprint } = await measure(source);
      const there = await find(fingerprint);
      if (there !== undefined) return imageOf(there);
      const stream = counted(source.open(), (sent) => progress(sent, bytes));
      const body = { stream, bytes };
      try {
        await engine.change('POST', '/1.0/images', { body, timeoutMs: IMPORT_MS_MAX });
      } catch (error) {
        // Another import of the same bytes was faster.
        const imported = await find(fingerprint);
        if (imported === undefined) throw error;
        return imageOf(imported);
      }
      const imported = await find(fingerprint);
      if (imported !== undefined) {
        const properties = { ...imported.properties, [recordKeys.cloud]: cloud };
        await engine.change('PATCH', pathOf(fingerprint), { body: { properties } });
        return imageOf(imported);
      }
      throw new Error(`${path} was taken in, but not as ${fingerprint}: did it change meanwhile?`);
    },
    export: (name, path, progress) => exportImage({ engine }, { name, path, progress }),
    async remove(name) {
      const found = await find(name);
      const isOurs = found?.properties[recordKeys.cloud] === cloud && found.aliases.length === 0;
      if (!isOurs) return;
      try {
        await engine.change('DELETE', pathOf(name));
      } catch (error) {
        if (!(error instanceof EngineError && error.isMissing)) throw error;
      }
    },
  };
}

function pathOf(fingerprint: string): string {
  return `/1.0/images/${encodeURIComponent(fingerprint)}`;
}

function imageOf({ fingerprint, size, architecture }: ImageAnswer): DriverImage {
  const architectures = { x86_64: 'x86_64', aarch64: 'arm64', i686: 'i386' } as const;
  const isKnown = Object.hasOwn(architectures, architecture);
  const known = isKnown ? architectures[architecture as keyof typeof architectures] : 'x86_64';
  return { name: fingerprint, bytes: size, architecture: known };
}

function counted(source: Readable, told: (bytes: number) => void): Readable {
  let bytes = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      told(bytes);
      done(null, chunk);
    },
  });
  return pipeline(source, counter, () => {
    // Whoever reads the one is told by it.
  });
}
