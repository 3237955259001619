import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/packages/budget.ts
var BudgetSpent = class extends UserError {
  constructor(code, message, options) {
    super(code, message, options);
    this.name = "BudgetSpent";
  }
};
var Budget = class {
  #most;
  #spent = 0;
  #held = 0;
  #lifted = false;
  constructor(most) {
    this.#most = most;
  }
  get spent() {
    return this.#spent;
  }
  /** So many stay in hand until `release`, for what has to come last. */
  hold(requests) {
    this.#check(requests);
    this.#held = requests;
  }
  release() {
    this.#held = 0;
  }
  /** What nobody may stop short of, such as bringing back what a tag needs, is only counted. */
  async lift(work) {
    this.#lifted = true;
    try {
      return await work();
    } finally {
      this.#lifted = false;
    }
  }
  /** Before each request. */
  spend() {
    this.#check(this.#held);
    this.#spent++;
  }
  /** Before several requests of which the first is of no use without the last. */
  reserve(requests) {
    this.#check(this.#held + requests - 1);
  }
  #check(held) {
    if (!this.#lifted && this.#spent >= this.#most - held)
      throw new BudgetSpent("IMG5401", `The budget of ${this.#most} requests is spent.`, {
        hint: 'A later run goes on from here; "max-requests" allows more.'
      });
  }
};

export {
  BudgetSpent,
  Budget
};
