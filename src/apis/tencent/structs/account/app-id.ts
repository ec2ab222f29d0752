/** The vendor's have ten digits and begin so; ours follow from the number of the account. */
const APP_ID_MIN = 1_250_000_000;
const ACCOUNT_MIN = 100_000_000_000;

/** The AppId of an account. */
export function appIdOf(account: string): number {
  return APP_ID_MIN + Number(account) - ACCOUNT_MIN;
}
