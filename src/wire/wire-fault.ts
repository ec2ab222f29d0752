/** A refusal already in a vendor's words: code, message and, where the vendor has one, status. */
export class WireFault extends Error {
  readonly code: string;
  /** HTTP status; the Tencent dialects answer 200 whatever it says. */
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = 'WireFault';
    this.code = code;
    this.status = status;
  }
}
