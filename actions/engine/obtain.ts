import { type Digest, isDigest } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'
import { formatReference, parseReference, type Reference } from '../base/reference.ts'
import type { Engine } from './engine.ts'

/** The image of this name, or this id: from podman's storage, else pulled from its registry. */
export async function obtainImage(engine: Engine, name: string): Promise<Digest> {
  return (await findStored(engine, name)) ?? pull(engine, name)
}

async function findStored(engine: Engine, name: string): Promise<Digest | undefined> {
  const args = ['image', 'inspect', '--format', '{{.Id}}', '--', name]
  const { exitCode, stdout, stderr } = await engine.run('podman', args, { env: engine.env, anyExit: true })
  if (exitCode === 0) return digestIn(stdout)
  if (/no such image|image not known|invalid reference format/i.test(stderr)) return undefined
  throw new UserError('IMG0000', `podman can't look for the image ${name}: ${lastLine(stderr)}`, {
    hint: 'Put the setup action before this step: it shows what podman finds, and can install another one.',
  })
}

/** A name without a registry is one of Docker Hub's: podman itself might ask at a terminal which one is meant. */
async function pull(engine: Engine, name: string): Promise<Digest> {
  const reference = pullable(name)
  if (!reference)
    throw notThere(name, "podman's storage has none of this name, and no registry could have it.")
  const args = ['pull', '--quiet', '--authfile', engine.authFile, '--', formatReference(reference)]
  const { exitCode, stdout, stderr } = await engine.run('podman', args, { env: engine.env, anyExit: true })
  if (exitCode === 0) return digestIn(stdout)
  throw notThere(name, `${lastLine(stderr)}.`)
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

function notThere(name: string, reason: string): UserError {
  const denied = /unauthorized|forbidden|authentication required|denied/i.test(reason)
  return new UserError('IMG0000', `The image ${name} is not there: ${reason}`, {
    hint: denied
      ? 'Check its name; if it is private, log in before this step or add its registry to "registry-auth".'
      : 'Build it in a step before this one, or check its name and tag.',
  })
}

function digestIn(stdout: string): Digest {
  const id = stdout.trim().split('\n').at(-1) ?? ''
  const digest = id.startsWith('sha256:') ? id : `sha256:${id}`
  if (isDigest(digest)) return digest
  throw new Error(`podman named no image: ${stdout}`)
}

/** Where podman sums up what went wrong. */
function lastLine(stderr: string): string {
  return (stderr.trim().split('\n').at(-1) ?? '').replace(/^Error: /, '')
}
