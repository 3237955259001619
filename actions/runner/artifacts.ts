import { lstat, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Artifact,
  ArtifactNotFoundError,
  DefaultArtifactClient,
  GHESNotSupportedError,
} from '@actions/artifact'
import { type Artifacts, NoArtifacts } from '../base/artifacts.ts'
import { type Clock, systemClock } from '../base/clock.ts'
import { digestOf } from '../base/digest.ts'
import { isUserError, messageOf, UserError } from '../base/errors.ts'
import { within } from '../base/within.ts'
import { isArchive, LONGEST_DOCUMENT } from './documents.ts'

/** An answer that breaks off leaves the client waiting for the rest for ever; with all its retries it is done long before. */
const PATIENCE = 5 * 60_000

/** GitHub's artifacts of this run. */
export function githubArtifacts(temp: string, clock: Clock = systemClock): Artifacts {
  const client = new DefaultArtifactClient()
  const answered = <T>(work: () => Promise<T>) => within(PATIENCE, work, clock)
  const find = async (name: string): Promise<Artifact | undefined> => {
    try {
      return (await answered(() => client.getArtifact(name))).artifact
    } catch (error) {
      if (error instanceof ArtifactNotFoundError) return undefined
      throw unanswered(`Artifact ${name} could not be found`, error)
    }
  }
  return {
    put: async (name, content) => {
      // Unzipped, an artifact is named after its file, opens in the browser, and there is no archive to be fooled by.
      const upload = async (folder: string) => {
        await writeFile(join(folder, name), content)
        await client.uploadArtifact(name, [join(folder, name)], folder, { skipArchive: true })
      }
      // A client that was given up on may come back to its file, which goes when that has ended.
      await answered(() => inFolder(temp, upload)).catch((error) => {
        throw notKept(name, error)
      })
      return digestOf(content)
    },
    list: async (prefix) => {
      const { artifacts } = await answered(() => client.listArtifacts()).catch((error) => {
        throw unanswered('The artifacts of this run could not be listed', error)
      })
      return [...new Set(artifacts.map((artifact) => artifact.name))].filter((name) =>
        name.startsWith(prefix),
      )
    },
    get: async (name) => {
      const artifact = await find(name)
      if (!artifact) return undefined
      if (artifact.size > LONGEST_DOCUMENT) throw tooLarge(name)
      const expected = artifact.digest ? { expectedHash: artifact.digest } : {}
      const download = async (folder: string) => {
        const asked = { path: folder, skipDecompress: true, ...expected }
        const { digestMismatch } = await client.downloadArtifact(artifact.id, asked)
        if (digestMismatch)
          throw new UserError('IMG9401', `Artifact ${name} arrived damaged.`, {
            hint: 'Run the failed jobs again.',
          })
        return readDocument(folder, name)
      }
      return answered(() => inFolder(temp, download)).catch((error) => {
        throw isUserError(error) ? error : unanswered(`Artifact ${name} could not be read`, error)
      })
    },
  }
}

async function inFolder<T>(temp: string, body: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(temp, 'artifact-'))
  try {
    return await body(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whoever may write artifacts in this run wrote this one: only one plain file of a sane size is read. */
async function readDocument(folder: string, name: string): Promise<string> {
  const [file, ...more] = await readdir(folder, { withFileTypes: true })
  if (!file?.isFile() || more.length > 0) throw notOne(name)
  const path = join(folder, file.name)
  if ((await lstat(path)).size > LONGEST_DOCUMENT) throw tooLarge(name)
  const content = await readFile(path)
  if (isArchive(content)) throw notOne(name)
  return content.toString('utf8')
}

function notOne(name: string): UserError {
  return new UserError('IMG9402', `Artifact ${name} is not a single document.`, {
    hint: 'Another step of this run uses the same artifact name.',
  })
}

/** The service's own failure is no bug of ours. */
function unanswered(what: string, cause: unknown): UserError {
  if (cause instanceof GHESNotSupportedError)
    return new NoArtifacts('IMG9405', `${what}: GitHub Enterprise Server does not let artifacts be kept.`, {
      hint: 'Use the one-step action there, or the command line.',
      cause,
    })
  return new UserError('IMG9401', `${what}: ${messageOf(cause)}`, {
    hint: 'Run the failed jobs again.',
    cause,
  })
}

function notKept(name: string, cause: unknown): UserError {
  if (!/\(409\)|already exists/i.test(messageOf(cause)))
    return unanswered(`Artifact ${name} could not be written`, cause)
  return new UserError('IMG9403', `This run has an artifact ${name} already.`, {
    hint: 'Two steps do the same here: each image and platform is built once in a run, and merged once.',
    cause,
  })
}

function tooLarge(name: string): UserError {
  return new UserError('IMG9402', `Artifact ${name} is larger than any plan or receipt.`, {
    hint: 'Another step of this run uses the same artifact name.',
  })
}
