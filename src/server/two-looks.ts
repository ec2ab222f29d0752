/**
 * What two looks in a row have shown: what one alone shows may just be coming or going. `next`
 * takes what a look shows and answers whether something is told for the first time.
 */
export class TwoLooks {
  #before: ReadonlySet<string> = new Set();
  #told: readonly string[] = [];

  get told(): readonly string[] {
    return this.#told;
  }

  next(shown: readonly string[]): boolean {
    const told = shown.filter((each) => this.#before.has(each));
    const isNew = told.some((each) => !this.#told.includes(each));
    this.#before = new Set(shown);
    this.#told = told;
    return isNew;
  }
}
