/** A place in a file of the user's; line and column count from one. */
export interface Place {
  /** Relative to the checkout. */
  file: string
  line: number
  column: number
}

/** Names the paragraph of docs/troubleshooting.md that says more; whoever searches for it finds the place in the code too. */
export type ErrorCode = `IMG${number}`

const PAGE = 'https://github.com/org/image-actions/blob/main/docs/troubleshooting.md'

/** Where a person reads more about it. */
export function pageOf(code: ErrorCode): string {
  return `${PAGE}#${code.toLowerCase()}`
}

interface UserErrorOptions {
  hint: string
  cause?: unknown
  /** Where it is to be put right; GitHub shows it beside that line. */
  place?: Place
}

/** Something the user can put right: one sentence on what is wrong, and a hint that says what to do. */
export class UserError extends Error {
  readonly code: ErrorCode
  readonly hint: string
  readonly place: Place | undefined

  constructor(code: ErrorCode, message: string, options: UserErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'UserError'
    this.code = code
    this.hint = options.hint
    this.place = options.place
  }

  override toString(): string {
    return `${this.message} ${this.hint}`
  }
}

/** The same, told otherwise. */
export function reworded(error: UserError, message: string): UserError {
  const { code, hint, place } = error
  return new UserError(code, message, { hint, ...(place ? { place } : {}), cause: error })
}

/** What was asked for is wrong, so nothing was begun. */
export class InputError extends UserError {}

/** The run was asked to stop (SIGINT, SIGTERM); nothing is wrong with the input or with the code. */
export class CancelledError extends Error {
  constructor(message = 'Cancelled.') {
    super(message)
    this.name = 'CancelledError'
  }
}

/** Collects every bad input, so that all of them are reported at once, before the first network call. */
export class Problems {
  readonly list: UserError[] = []

  add(code: ErrorCode, message: string, hint: string): void {
    this.list.push(new UserError(code, message, { hint }))
  }

  /** Runs a parser; what it finds wrong is kept, and undefined is returned in its place. */
  try<T>(parse: () => T): T | undefined {
    try {
      return parse()
    } catch (error) {
      return this.keep(error)
    }
  }

  /** The same for what has to be waited for. */
  async tryAsync<T>(parse: () => Promise<T>): Promise<T | undefined> {
    try {
      return await parse()
    } catch (error) {
      return this.keep(error)
    }
  }

  private keep(error: unknown): undefined {
    if (!isUserError(error)) throw error
    this.list.push(...userErrorsOf(error))
  }

  /** Call once everything is parsed. */
  throwIfAny(): void {
    if (this.list.length === 1) throw this.list[0]
    if (this.list.length > 1) throw new UserErrors(this.list)
  }
}

/** What is wrong with inputs: all of it together, before anything is begun. */
export class InputProblems extends Problems {
  override throwIfAny(): void {
    this.list.splice(0, this.list.length, ...this.list.map(asInputError))
    super.throwIfAny()
  }
}

function asInputError(error: UserError): InputError {
  if (error instanceof InputError) return error
  const { code, message, hint, cause, place } = error
  return new InputError(code, message, {
    hint,
    ...(place === undefined ? {} : { place }),
    cause,
  })
}

/** Several user errors in one; each becomes an annotation of its own. */
export class UserErrors extends Error {
  readonly errors: readonly UserError[]

  constructor(errors: readonly UserError[]) {
    super(errors.length === 1 ? String(errors[0]) : errors.map((error) => `- ${error}`).join('\n'))
    this.name = 'UserErrors'
    this.errors = errors
  }
}

export function isUserError(error: unknown): error is UserError | UserErrors {
  return error instanceof UserError || error instanceof UserErrors
}

/** One by one. */
export function userErrorsOf(error: UserError | UserErrors): readonly UserError[] {
  return error instanceof UserErrors ? error.errors : [error]
}

/** Each thing that went wrong, with what to do about it. */
export function messagesOf(error: unknown): string[] {
  return isUserError(error) ? userErrorsOf(error).map(String) : [messageOf(error)]
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
