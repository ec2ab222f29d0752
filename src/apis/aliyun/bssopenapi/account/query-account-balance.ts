// https://www.alibabacloud.com/help/en/user-center/developer-reference/api-queryaccountbalance
import { action } from '#apis/context.ts';
import { booksOf } from '#resources/ledger/books.ts';
import { answered } from '../price/render-price.ts';
import * as model from '../models/query-account-balance.ts';

/** What an account has to pay with. Nobody lends it anything. */
export const queryAccountBalance = action.read({
  model,
  region: 'none',
  // Of customers of partners alone.
  output: { Data: { fields: { QuotaLimit: { optional: true } } } },
  handle: async (context) => {
    const { balance } = await booksOf(context);
    const AvailableAmount = centsOf(balance);
    return answered({
      AvailableAmount,
      AvailableCashAmount: AvailableAmount,
      CreditAmount: '0.00',
      MybankCreditAmount: '0.00',
      Currency: 'CNY',
    });
  },
});

/** Yuan with two decimals, as the example has them: never more than there is. */
function centsOf(microYuan: number): string {
  return (Math.floor(microYuan / 10_000) / 100).toFixed(2);
}
