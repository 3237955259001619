import { type Digest, isDigest } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'
import { formatReference, parseReference, type Reference } from '../base/reference.ts'
import { lastSaid } from '../base/said.ts'
import type { Engine } from './engine.ts'
import { NOT_WORKING } from './not-working.ts'

/** The image of this name, or this id: from podman's storage, else pulled from its registry. */
export async function obtainImage(engine: Engine, name: string): Promise<Digest> {
  return (await findStored(engine, name)) ?? pull(engine, name)
}

async function findStored(engine: Engine, name: string): Promise<Digest | undefined> {
  const args = ['image', 'inspect', '--format', '{{.Id}}', '--', name]
  const { exitCode, stdout, stderr } = await engine.run('podman', args, { env: engine.env, anyExit: true })
  if (exitCode === 0) return digestIn(stdout)
  if (/no such image|image not known|invalid reference format/i.test(stderr)) return undefined
  const { code, hint } = NOT_WORKING
  throw new UserError(code, `podman can't look for the image ${name}: ${lastSaid(stderr)}.`, { hint })
}

/** A name without a registry is one of Docker Hub's: podman itself might ask at a terminal which one is meant. */
async function pull(engine: Engine, name: string): Promise<Digest> {
  const reference = pullable(name)
  if (!reference)
    throw notThere(name, "podman's storage has none of this name, and no registry could have it.")
  const args = ['pull', '--quiet', '--authfile', engine.authFile, '--', formatReference(reference)]
  const { exitCode, stdout, stderr } = await engine.run('podman', args, { env: engine.env, anyExit: true })
  if (exitCode === 0) return digestIn(stdout)
  throw notThere(name, `${lastSaid(stderr)}.`)
}

/** What was built here and has no registry in its name is localhost/… to podman, and an id is nobody's name. */
function pullable(name: string): Reference | undefined {
  if (/^[0-9a-f]{64}$/.test(name)) return undefined
  try {
    const reference = parseReference(name)
    return reference.host === 'localhost' ? undefined : reference
  } catch {
    return undefined
  }
}

const ABSENT = {
  code: 'IMG2108',
  hint: 'Build it in a step before this one, or check its name and tag.',
} as const
const DENIED = {
  code: 'IMG2109',
  hint: 'Check its name; if it is private, log in before this step or add its registry to "registry-auth".',
} as const

function notThere(name: string, reason: string): UserError {
  const denied = /unauthorized|forbidden|authentication required|denied/i.test(reason)
  const { code, hint } = denied ? DENIED : ABSENT
  return new UserError(code, `The image ${name} is not there: ${reason}`, { hint })
}

function digestIn(stdout: string): Digest {
  const id = stdout.trim().split('\n').at(-1) ?? ''
  const digest = id.startsWith('sha256:') ? id : `sha256:${id}`
  if (isDigest(digest)) return digest
  throw new Error(`podman named no image: ${stdout}`)
}
