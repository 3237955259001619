import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/base/errors.ts
var PAGE = "https://github.com/org/image-actions/blob/main/docs/troubleshooting.md";
function pageOf(code) {
  return `${PAGE}#${code.toLowerCase()}`;
}
var UserError = class extends Error {
  code;
  hint;
  place;
  constructor(code, message, options) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.name = "UserError";
    this.code = code;
    this.hint = options.hint;
    this.place = options.place;
  }
  toString() {
    return `${this.message} ${this.hint}`;
  }
};
function reworded(error, message) {
  const { code, hint, place } = error;
  return new UserError(code, message, { hint, ...place ? { place } : {}, cause: error });
}
var InputError = class extends UserError {
};
var CancelledError = class extends Error {
  constructor(message = "Cancelled.") {
    super(message);
    this.name = "CancelledError";
  }
};
var Problems = class {
  list = [];
  add(code, message, hint) {
    this.list.push(new UserError(code, message, { hint }));
  }
  /** Runs a parser; what it finds wrong is kept, and undefined is returned in its place. */
  try(parse) {
    try {
      return parse();
    } catch (error) {
      return this.keep(error);
    }
  }
  /** The same for what has to be waited for. */
  async tryAsync(parse) {
    try {
      return await parse();
    } catch (error) {
      return this.keep(error);
    }
  }
  keep(error) {
    if (!isUserError(error)) throw error;
    this.list.push(...userErrorsOf(error));
  }
  /** Call once everything is parsed. */
  throwIfAny() {
    if (this.list.length === 1) throw this.list[0];
    if (this.list.length > 1) throw new UserErrors(this.list);
  }
};
var InputProblems = class extends Problems {
  throwIfAny() {
    this.list.splice(0, this.list.length, ...this.list.map(asInputError));
    super.throwIfAny();
  }
};
function asInputError(error) {
  if (error instanceof InputError) return error;
  const { code, message, hint, cause, place } = error;
  return new InputError(code, message, {
    hint,
    ...place === void 0 ? {} : { place },
    cause
  });
}
var UserErrors = class extends Error {
  errors;
  constructor(errors) {
    super(errors.length === 1 ? String(errors[0]) : errors.map((error) => `- ${error}`).join("\n"));
    this.name = "UserErrors";
    this.errors = errors;
  }
};
function isUserError(error) {
  return error instanceof UserError || error instanceof UserErrors;
}
function userErrorsOf(error) {
  return error instanceof UserErrors ? error.errors : [error];
}
function messagesOf(error) {
  return isUserError(error) ? userErrorsOf(error).map(String) : [messageOf(error)];
}
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

export {
  pageOf,
  UserError,
  reworded,
  InputError,
  CancelledError,
  Problems,
  InputProblems,
  UserErrors,
  isUserError,
  userErrorsOf,
  messagesOf,
  messageOf
};
