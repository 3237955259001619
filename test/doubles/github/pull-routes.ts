import type { Exchange } from '../exchange.ts'
import { refuse, requireWrite, type TokenRights } from './access.ts'
import type { Github } from './github.ts'
import { describeComment, describeLabel, describePull, type Pull, pullDetails } from './pull-objects.ts'

const ROUTE =
  /^\/repos\/(?<repository>[^/]+\/[^/]+)\/(?:pulls(?:\/(?<pull>\d+))?|issues\/(?<issue>\d+)\/(?<part>labels|comments))$/
/** In characters. */
const LONGEST_TEXT = 65_536

type Rights = TokenRights & { installation: boolean }

/** Pull requests between branches of one repository; false where the path is another's. */
export async function answerPulls(
  github: Github,
  exchange: Exchange,
  rights: Rights | undefined,
): Promise<boolean> {
  const groups = ROUTE.exec(exchange.url.pathname)?.groups
  if (groups === undefined) return false
  const repository = groups.repository!
  if (github.repositories[repository] === undefined) throw refuse(404, 'Not Found')
  if (exchange.method === 'GET') await list(github, exchange, repository)
  else {
    requireWrite(rights, 'pulls')
    const body = (await exchange.json()) as Record<string, string>
    if (groups.issue) await annotate(exchange, find(github, repository, groups.issue), groups.part!, body)
    else if (groups.pull) await change(github, exchange, find(github, repository, groups.pull), body)
    else await create(github, exchange, repository, body, rights)
  }
  return true
}

async function list(github: Github, exchange: Exchange, repository: string): Promise<void> {
  const [owner = ''] = repository.split('/')
  const { head, base, state = 'open' } = Object.fromEntries(exchange.url.searchParams)
  const found = github.pulls.filter(
    (pull) =>
      pull.repository === repository &&
      (state === 'all' || pull.state === state) &&
      (head === undefined || head === `${owner}:${pull.head}`) &&
      (base === undefined || base === pull.base),
  )
  await exchange.sendJson(
    200,
    found.map((pull) => describe(github, exchange, pull)),
  )
}

async function create(
  github: Github,
  exchange: Exchange,
  repository: string,
  body: Record<string, string>,
  rights: Rights | undefined,
): Promise<void> {
  if (rights?.installation && !github.workflowsMayPropose)
    throw refuse(403, 'GitHub Actions is not permitted to create or approve pull requests.')
  const { title = '', body: text = '', head = '', base = '' } = body
  const { branches } = github.repositories[repository]!
  checkText(text)
  if (!(head in branches) || !(base in branches) || branches[head] === branches[base])
    throw refuse(422, 'Validation Failed')
  const open = github.pulls.some(
    (pull) =>
      pull.repository === repository && pull.state === 'open' && pull.head === head && pull.base === base,
  )
  if (open) throw refuse(422, 'Validation Failed')
  const number = github.pulls.length + 1
  const pull: Pull = {
    number,
    repository,
    title,
    body: text,
    head,
    base,
    state: 'open',
    labels: [],
    comments: [],
  }
  github.pulls.push(pull)
  await exchange.sendJson(201, { ...describe(github, exchange, pull), ...pullDetails() })
}

async function change(
  github: Github,
  exchange: Exchange,
  pull: Pull,
  { title, body, state }: Record<string, string>,
): Promise<void> {
  checkText(body ?? '')
  if (title !== undefined) pull.title = title
  if (body !== undefined) pull.body = body
  if (state === 'open' || state === 'closed') pull.state = state
  await exchange.sendJson(200, { ...describe(github, exchange, pull), ...pullDetails() })
}

async function annotate(
  exchange: Exchange,
  pull: Pull,
  part: string,
  body: { labels?: unknown; body?: string },
): Promise<void> {
  const { origin } = exchange.url
  if (part === 'comments') {
    pull.comments.push(body.body ?? '')
    return exchange.sendJson(201, describeComment(origin, pull, body.body ?? ''))
  }
  pull.labels = [...new Set([...pull.labels, ...(body.labels as string[])])]
  await exchange.sendJson(
    200,
    pull.labels.map((name) => describeLabel(origin, pull.repository, name)),
  )
}

function find(github: Github, repository: string, number: string): Pull {
  const found = github.pulls.find((pull) => pull.repository === repository && pull.number === Number(number))
  if (found === undefined) throw refuse(404, 'Not Found')
  return found
}

function describe(github: Github, exchange: Exchange, pull: Pull) {
  const { branches } = github.repositories[pull.repository]!
  const none = '0'.repeat(40)
  return describePull(exchange.url.origin, pull, {
    head: branches[pull.head] ?? none,
    base: branches[pull.base] ?? none,
  })
}

function checkText(text: string): void {
  if ([...text].length > LONGEST_TEXT) throw refuse(422, 'body is too long (maximum is 65536 characters)')
}
