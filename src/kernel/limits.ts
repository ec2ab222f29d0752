/** Bounds on what a request may cost before anybody is known to have sent it. Unit last. */
export const limits = {
  /** Tencent API 3.0 with signature v3, seed 004 L4428-4450; Alibaba documents none. */
  bodyBytesMax: 10 * 1024 * 1024,
  /** All bodies in memory together, but for those that came in one piece. */
  bodiesBytesMax: 256 * 1024 * 1024,
  /** All answers that are being written, but for those small enough to be made at once. */
  answersBytesMax: 128 * 1024 * 1024,
  /** Form bodies, seed 004 L4440. */
  formBytesMax: 1024 * 1024,
  /**
   * Bodies of RPC calls, for which no document names a limit. The largest parameter, user data, has
   * 44 KB. A signature encodes all twice, before anybody is known to have sent it.
   */
  rpcFormBytesMax: 256 * 1024,
  /** Query strings, seed 004 L4446. */
  queryBytesMax: 32 * 1024,
  headerBytesMax: 64 * 1024,
  parametersMax: 5_000,
  nameCharactersMax: 256,
  depthMax: 16,
  /** Values, members and items of a JSON body together. */
  jsonValuesMax: 100_000,
  listItemsMax: 1_000,
  /** Of a text whose shape says no more; what documents let be longer says so itself. */
  textCharactersMax: 1_024,
  requestMsMax: 30_000,
  connectionsMax: 4_096,
} as const;

export type Limits = typeof limits;
