/** Sample data: two threads a core, but for the types with a single vCPU. */
export function coresOf({ cpu }: { readonly cpu: number }): {
  readonly cores: number;
  readonly threadsPerCore: number;
} {
  const threadsPerCore = cpu % 2 === 0 ? 2 : 1;
  return { cores: cpu / threadsPerCore, threadsPerCore };
}
