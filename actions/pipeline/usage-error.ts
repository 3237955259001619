import { UserError } from '../base/errors.ts'

/** The command itself was wrong, so nothing was begun. */
export class UsageError extends UserError {}
