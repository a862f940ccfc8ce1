/** Counts what held and what didn't, with a line for each that didn't. */
export class Claims {
  passed = 0;
  failed = 0;

  that(holds: boolean, otherwise: string): void {
    if (holds) this.passed += 1;
    else {
      this.failed += 1;
      console.log(`FAIL ${otherwise}`);
    }
  }
}
