import type { Exchange } from '../exchange.ts'
import { nextLinks, page } from '../page.ts'
import type { StoredArtifact } from '../results/artifacts.ts'
import { refuse, type TokenRights } from './access.ts'
import { describeArtifact, describeRun, type Run } from './action-objects.ts'
import type { Github } from './github.ts'

const ROUTE =
  /^\/repos\/(?<repository>[^/]+\/[^/]+)\/actions\/(?:runs\/(?<run>\d+)(?<ofRun>\/artifacts)?|artifacts(?:\/(?<artifact>\d+)(?<zip>\/zip)?)?)$/

type Rights = TokenRights & { installation: boolean }

interface Found {
  run: Run
  artifact: StoredArtifact
}

/** Runs and their artifacts; false where the path is another's. */
export async function answerActions(
  github: Github,
  exchange: Exchange,
  rights: Rights | undefined,
): Promise<boolean> {
  const groups = ROUTE.exec(exchange.url.pathname)?.groups
  if (groups === undefined || exchange.method !== 'GET') return false
  const repository = groups.repository!
  if (github.repositories[repository] === undefined) throw refuse(404, 'Not Found')
  requireRead(rights)
  const api = exchange.url.origin
  if (groups.zip) await redirect(github, exchange, findArtifact(github, repository, groups.artifact!))
  else if (groups.artifact)
    await exchange.sendJson(200, describe(github, api, findArtifact(github, repository, groups.artifact)))
  else if (groups.run && !groups.ofRun)
    await exchange.sendJson(200, describeRun(github, api, findRun(github, repository, groups.run)))
  else await sendArtifacts(github, exchange, repository, groups.run)
  return true
}

function requireRead(rights: Rights | undefined): void {
  if (rights === undefined) throw refuse(401, 'Requires authentication')
  if (rights.actions === 'read') return
  throw rights.installation ? refuse(403, 'Resource not accessible by integration') : refuse(404, 'Not Found')
}

function findRun(github: Github, repository: string, id: string): Run {
  const run = github.runs[id]
  if (run?.repository !== repository) throw refuse(404, 'Not Found')
  return { ...run, id: Number(id) }
}

/** Of this repository's runs, the newest first; an upload that was never finalised is none. */
function artifactsOf(github: Github, repository: string): Found[] {
  return (github.results?.artifacts ?? [])
    .filter(({ size, run }) => size !== undefined && github.runs[run]?.repository === repository)
    .map((artifact) => ({ artifact, run: findRun(github, repository, artifact.run) }))
    .sort((a, b) => b.artifact.id - a.artifact.id)
}

function findArtifact(github: Github, repository: string, id: string): Found {
  const found = artifactsOf(github, repository).find(({ artifact }) => String(artifact.id) === id)
  if (found === undefined) throw refuse(404, 'Not Found')
  return found
}

function describe(github: Github, api: string, { run, artifact }: Found) {
  return describeArtifact(api, run, artifact, github.expiredArtifacts.has(artifact.id))
}

async function sendArtifacts(
  github: Github,
  exchange: Exchange,
  repository: string,
  runId: string | undefined,
): Promise<void> {
  const run = runId === undefined ? undefined : findRun(github, repository, runId)
  const name = exchange.query('name')
  const all = artifactsOf(github, repository).filter(
    (found) =>
      (run === undefined || found.run.id === run.id) && (name === undefined || found.artifact.name === name),
  )
  const size = Math.min(Number(exchange.query('per_page') ?? 30), 100)
  const short = exchange.fault('short-page')
  const part = page(all, Number(exchange.query('page') ?? 1), size)
  const artifacts = part.items
    .slice(0, short?.items)
    .map((found) => describe(github, exchange.url.origin, found))
  const link = short ? {} : nextLinks(exchange.url, part)
  await exchange.sendJson(200, { total_count: all.length, artifacts }, link)
}

/** To an address that is signed: whoever sends a token along there is refused. */
async function redirect(github: Github, exchange: Exchange, { artifact }: Found): Promise<void> {
  if (github.expiredArtifacts.has(artifact.id)) throw refuse(410, 'Artifact has expired')
  await exchange.send(302, { location: github.results!.download(artifact) })
}
