import * as z from 'zod'
import { UserError } from '../../base/errors.ts'
import { checkDocument, parseJson, type Told } from '../../base/schema.ts'
import type { NodeServices } from '../services.ts'
import { receiveText } from './received.ts'
import { Refused, visit } from './web.ts'

export interface VersionRequest {
  id: string
  version: string
  /** Address of ComfyUI's registry. */
  registry: string
}

const nodeVersion = z.object({
  version: z.string(),
  downloadUrl: z.string().default(''),
  status: z.string().default(''),
})
const LIMIT = 4 * 1024 * 1024
/** As many as a person reads. */
const SHOWN = 12

const ANSWER: Told = {
  what: "The registry's answer",
  code: 'IMG8504',
  hint: 'See whether "registry" is the right address.',
}

/** Where the registry keeps a version of a node. */
export async function addressOf(request: VersionRequest, services: NodeServices): Promise<string> {
  const path = `${encodeURIComponent(request.id)}/install?version=${encodeURIComponent(request.version)}`
  const answer = await ask(request, path, services)
  if (answer === undefined) throw await notThere(request, services)
  const { version, downloadUrl, status } = checkDocument(nodeVersion, answer, ANSWER)
  if (version !== request.version)
    throw new UserError('IMG8501', `The registry gives version ${version} for ${request.version}.`, {
      hint: 'Write the version as the registry does.',
    })
  if (status.endsWith('Banned'))
    throw new UserError('IMG8502', `The registry has banned version ${version}.`, {
      hint: 'Take another version.',
    })
  if (status.endsWith('Flagged'))
    services.log.warn(`Node ${request.id}: the registry has flagged version ${version} for review.`)
  if (!URL.canParse(downloadUrl))
    throw new UserError('IMG8502', `The registry has nothing to download for version ${version}.`, {
      hint: 'Take another version.',
    })
  return downloadUrl
}

/** Undefined: there is no such thing. */
async function ask({ registry }: VersionRequest, path: string, services: NodeServices): Promise<unknown> {
  const { what } = ANSWER
  try {
    const text = await visit(
      {
        address: new URL(`${registry.replace(/\/+$/, '')}/nodes/${path}`),
        what,
        allowHosts: [],
        receive: (incoming) => receiveText(incoming, LIMIT, what),
      },
      services,
    )
    return parseJson(text, ANSWER)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.status === 404 || error.status === 400) return undefined
    throw new UserError('IMG8503', `The registry ${new URL(registry).host} answered ${error.status}.`, {
      hint: 'Run this again later; what is restored already is kept.',
      cause: error,
    })
  }
}

async function notThere(request: VersionRequest, services: NodeServices): Promise<UserError> {
  const answer = z
    .array(z.object({ version: z.string() }))
    .safeParse(await ask(request, `${encodeURIComponent(request.id)}/versions`, services))
  if (!answer.success || answer.data.length === 0)
    return new UserError('IMG8501', `The registry ${new URL(request.registry).host} has no such node.`, {
      hint: 'Check its id, or take it out of cnr_custom_nodes.',
    })
  const versions = answer.data.map(({ version }) => version)
  const more = versions.length > SHOWN ? ` and ${versions.length - SHOWN} more` : ''
  return new UserError('IMG8501', `The registry has no version ${request.version} of it.`, {
    hint: `Take one of these: ${versions.slice(0, SHOWN).join(', ')}${more}.`,
  })
}
