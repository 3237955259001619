import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { atOnce } from '../../base/at-once.ts'
import { InputProblems, isUserError, UserErrors, userErrorsOf } from '../../base/errors.ts'
import { type Git, openGit } from '../git/git.ts'
import { hostOf } from '../names.ts'
import type { NodeServices } from '../services.ts'
import type { Snapshot } from '../snapshot.ts'
import { type GithubQuestions, movedTo, releasesOf } from './github.ts'
import { History, historyFolder } from './history.ts'
import type { Looked } from './looked.ts'
import { outcomeOf, type Update } from './outcome.ts'
import { type Policies, policyFor } from './policy.ts'
import { lookAtRegistered } from './registered.ts'
import { lookAtRepository } from './repository.ts'
import {
  type Choice,
  chosen,
  nameOf,
  type Repository,
  type Subject,
  strayNames,
  subjectsOf,
} from './subject.ts'
import { warning } from './warning.ts'

export type { Update } from './outcome.ts'

export interface UpdateJob {
  snapshot: Snapshot
  policies: Policies
  choice: Choice
  /** Commits younger than this are not taken. Who makes a commit writes its date: this protects against haste, not malice. */
  minAgeDays: number
  /** Where histories are kept for the next time; undefined: they aren't. */
  cache: string | undefined
  jobs: number
  /** Address of ComfyUI's registry. */
  registry: string
  /** Undefined: nobody can be asked for releases, nor whether a repository has moved. */
  github: GithubQuestions | undefined
}

const DAY = 86_400

/** A name in the inputs that no node has changes nothing, which nobody would see. */
function judgeUpdate({ snapshot, policies, choice }: UpdateJob): void {
  const problems = new InputProblems()
  problems.list.push(...strayNames(subjectsOf(snapshot), policies, choice))
  problems.throwIfAny()
}

/** The newest state of everything that a snapshot pins. What can't be reached stays, and is told; nothing at all is an error. */
export async function updateSnapshot(job: UpdateJob, services: NodeServices): Promise<Update> {
  judgeUpdate(job)
  const histories = job.cache ?? (await mkdtemp(join(services.temp, 'histories-')))
  try {
    const world = { job, services, git: openGit(services), histories }
    const answers = await atOnce(job.jobs, subjectsOf(job.snapshot), (subject) => lookAt(subject, world))
    requireAny(answers)
    return outcomeOf(
      job.snapshot,
      answers.map(({ looked }) => looked),
    )
  } finally {
    if (job.cache === undefined) await rm(histories, { recursive: true, force: true })
  }
}

interface World {
  job: UpdateJob
  services: NodeServices
  git: Git
  histories: string
}

interface Answer {
  looked: Looked
  failure?: unknown
}

async function lookAt(subject: Subject, world: World): Promise<Answer> {
  const nothing = { subject, to: subject.pin, commits: [], warnings: [] }
  if (!chosen(subject, world.job.choice))
    return { looked: { ...nothing, outcome: 'left out', why: 'by include and exclude' } }
  const { clock, log } = world.services
  const started = clock.now()
  try {
    const looked = await look(subject, world)
    const seconds = ((clock.now() - started) / 1000).toFixed(1)
    const what = looked.outcome === 'moves' ? `moves to ${looked.to} (${looked.why})` : `stays: ${looked.why}`
    log.info(`${nameOf(subject)} ${what}, looked at in ${seconds} s.`)
    return { looked }
  } catch (failure) {
    if (!isUserError(failure)) throw failure
    const why = userErrorsOf(failure).map(String).join(' ')
    const warnings = [warning(nameOf(subject), `could not be looked at, and stays where it is: ${why}`)]
    return { looked: { ...nothing, outcome: 'unknown', why, warnings }, failure }
  }
}

async function look(subject: Subject, world: World): Promise<Looked> {
  const { job, services } = world
  const before = Math.floor(services.clock.now() / 1000) - job.minAgeDays * DAY
  if (subject.kind === 'registry')
    return lookAtRegistered(subject, { registry: job.registry, before }, services)
  if (!/^[0-9a-f]{40}$/.test(subject.pin)) return unpinned(subject)
  const policy = policyFor(subject.names, job.policies)
  const github = job.github?.host === hostOf(subject.url) ? job.github : undefined
  const [history, releases, moved] = await Promise.all([
    History.open(subject.url, historyFolder(world.histories, subject.url), world.git),
    policy.kind === 'release' && github ? releasesOf(subject, github) : undefined,
    // ComfyUI itself is named here, and by no snapshot.
    github && subject.kind === 'git' ? movedTo(subject, github) : [],
  ])
  const looked = await lookAtRepository({ subject, history, policy, before, releases })
  return { ...looked, warnings: [...moved, ...looked.warnings] }
}

function unpinned(subject: Repository): Looked {
  const why = `${subject.pin} is no commit`
  const warnings = [warning(nameOf(subject), `stays: ${why}. Run mode pin first`)]
  return { subject, outcome: 'stays', to: subject.pin, why, commits: [], warnings }
}

function requireAny(answers: readonly Answer[]): void {
  const tried = answers.filter(({ looked }) => looked.outcome !== 'left out')
  const failures = tried.map(({ failure }) => failure).filter(isUserError)
  if (tried.length > 0 && failures.length === tried.length)
    throw new UserErrors(failures.flatMap((failure) => userErrorsOf(failure)))
}
