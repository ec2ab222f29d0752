/** An account or access key cannot be as the operator asked; the message says what to do. */
export class AccountRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AccountRefusal';
  }
}
