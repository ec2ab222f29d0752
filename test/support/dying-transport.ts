import { defaultIncusConfiguration } from '#drivers/incus/configuration.ts';
import { createTransport, type EngineRequest, type Transport } from '#drivers/incus/transport.ts';

/** A transport of a process that dies at a call: before it is sent, or before it is answered. */
export function dyingTransport(
  socket: string,
  at: { readonly call: number; readonly when: 'before' | 'after' },
) {
  const real = createTransport({ ...defaultIncusConfiguration, server: `unix:${socket}` });
  let calls = 0;
  let arm = false;
  let isDead = false;
  const dead = new Promise<never>(() => {});
  const transport: Transport = {
    ...real,
    request(request: EngineRequest) {
      if (isDead) return dead;
      if (!arm) return real.request(request);
      calls += 1;
      if (calls !== at.call) return real.request(request);
      isDead = true;
      if (at.when === 'after') real.request(request).catch(() => {});
      return dead;
    },
  };
  return {
    transport,
    arm: () => {
      arm = true;
    },
    isDead: () => isDead,
  };
}
