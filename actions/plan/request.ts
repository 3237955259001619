import { Problems, type UserError } from '../base/errors.ts'
import { type InputReader, readBoolean, readLines } from '../base/inputs.ts'

/** What the user asked for, as written: makePlan parses it against the event, so that all errors come together. */
export interface PlanRequest {
  image: string
  /** A YAML list, or the path of one in the checkout. */
  images: string
  registries: string[]
  platforms: string
  runners: string[]
  tags: string
  flavor: string
  labels: string[]
  annotations: string[]
  context: string
  file: string
  target: string
  buildArgs: string[]
  tagName: string
  skipPush: boolean
  strictSemver: boolean
  changedOnly: boolean
  dockerhubUsername: string
  /** Hosts for which credentials are at hand; absent: this is not checked here. */
  credentials?: readonly string[]
  /** What was wrong already while reading; makePlan reports it together with what it finds itself. */
  problems: readonly UserError[]
}

/** Serves prepare, and build and merge where they run without a plan. Never throws: see `problems`. */
export function readPlanRequest(reader: InputReader): PlanRequest {
  const problems = new Problems()
  const text = (name: string) => reader.text(name).trim()
  const flag = (name: string) => problems.try(() => readBoolean(reader, name)) ?? false
  return {
    image: text('image'),
    images: reader.text('images'),
    registries: splitList(reader.text('registries')),
    platforms: reader.text('platforms'),
    runners: readLines(reader, 'runners'),
    tags: reader.text('tags'),
    flavor: reader.text('flavor'),
    labels: readLines(reader, 'labels'),
    annotations: readLines(reader, 'annotations'),
    context: text('context'),
    file: text('file'),
    target: text('target'),
    buildArgs: readLines(reader, 'build-args'),
    tagName: text('tag-name'),
    skipPush: flag('skip-push'),
    // Strict unless switched off: also for a caller whose manifest gives no default.
    strictSemver: text('strict-semver') === '' || flag('strict-semver'),
    changedOnly: flag('changed-only'),
    dockerhubUsername: text('dockerhub-username'),
    problems: problems.list,
  }
}

/** Lines or commas; `#` begins a comment line. */
export function splitList(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !line.trim().startsWith('#'))
    .flatMap((line) => line.split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
