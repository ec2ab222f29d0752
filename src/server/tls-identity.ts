/** Begins the name of every authority that is made here. */
export const authorityName = 'Yuntai local CA';

/** What a server shows its clients, as PEM; a certificate may be followed by its issuers. */
export interface TlsPair {
  readonly key: string;
  readonly cert: string;
}

/** Who the server is to those who speak TLS. */
export interface TlsIdentity {
  /** The same object until there is another pair to show. */
  current(): Promise<TlsPair>;
  /** The PEM of our own authority; undefined where the pair is the operator's. */
  authority(): Promise<string | undefined>;
}
