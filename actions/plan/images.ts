import * as z from 'zod'
import { Problems, UserError } from '../base/errors.ts'
import { formatPlatform, parsePlatform } from '../base/platform.ts'
import { said } from '../base/said.ts'
import { checkDocument } from '../base/schema.ts'
import { readBuildArgs } from './build-args.ts'
import { checkPath } from './paths.ts'
import { type PlanRequest, splitList } from './request.ts'

/** One image as asked for, everything parsed and every default filled in. */
export interface ImageRequest {
  name: string
  context: string
  file: string
  target: string
  /** Its own check file, empty for none; undefined: the one that builds are told. */
  verify?: string
  platforms: string[]
  buildArgs: Record<string, string>
  /** Globs of what it is made of; empty: its context and file. */
  paths: string[]
}

const DEFAULT_PLATFORMS = 'linux/amd64,linux/arm64'
const scalar = z.union([z.string(), z.number(), z.boolean()])
const list = z.union([z.string(), z.array(z.string())])

const entry = z.strictObject({
  image: z.string(),
  context: z.string().optional(),
  file: z.string().optional(),
  target: z.string().optional(),
  verify: z.string().optional(),
  platforms: list.optional(),
  'build-args': z.union([list, z.record(z.string(), scalar.nullable())]).optional(),
  paths: list.optional(),
})
const entries = z.array(entry).min(1)

type Entry = z.infer<typeof entry>

export interface ImageFacts {
  /** The repository's own name: what the image is called unless told. */
  repositoryName: string
  readFile(path: string): Promise<string>
}

/** `image`, or each of `images`; what an entry leaves out is taken from the inputs of the same name. */
export async function readImages(
  request: PlanRequest,
  facts: ImageFacts,
  problems: Problems,
): Promise<ImageRequest[]> {
  const several = request.images.trim() !== ''
  if (several && request.image !== '')
    problems.add('IMG1101', 'Both "image" and "images" are given.', 'Give one of them.')
  const name = request.image || facts.repositoryName.toLowerCase()
  const found = several
    ? await problems.tryAsync(() => readEntries(request.images, facts))
    : [{ image: name }]
  const images = (found ?? []).flatMap((one) => toImage(one, request, problems) ?? [])
  for (const twice of new Set(repeated(images.map((image) => image.name))))
    problems.add('IMG1102', `Two images are called "${twice}".`, 'Give each image a name of its own.')
  return images
}

async function readEntries(text: string, facts: ImageFacts): Promise<Entry[]> {
  const inline = text.trim().includes('\n') || /^(?:-\s|[[{])/.test(text.trim())
  const path = inline ? undefined : checkPath(text.trim(), 'list of images')
  const source = path === undefined ? text : await readList(path, facts)
  return checkDocument(entries, await parseYaml(source), {
    what: 'The list of images',
    code: 'IMG1106',
    hint: EXAMPLE,
  })
}

const EXAMPLE =
  'Each entry reads like "- image: api", with context, file, target, verify, platforms, build-args and paths where they differ.'

async function readList(path: string, { readFile }: ImageFacts): Promise<string> {
  return readFile(path).catch((cause) => {
    throw new UserError('IMG1105', `The list of images "${path}" can't be read.`, {
      hint: 'Check the path, and that the repository is checked out before this step.',
      cause,
    })
  })
}

async function parseYaml(source: string): Promise<unknown> {
  // Of a CommonJS package that is loaded late, a bundle has the default export only.
  const { default: yaml } = await import('yaml')
  try {
    return yaml.parse(source)
  } catch (cause) {
    const [fault = ''] = (cause as Error).message.split('\n')
    throw new UserError('IMG1106', `The list of images is not valid YAML: ${said(fault)}.`, {
      hint: EXAMPLE,
      cause,
    })
  }
}

function toImage(one: Entry, request: PlanRequest, problems: Problems): ImageRequest | undefined {
  const name = problems.try(() => checkName(one.image))
  const context = problems.try(() => checkPath(one.context ?? (request.context || '.'), 'context'))
  const file = problems.try(() => optionalPath(one.file ?? request.file, 'file'))
  const platforms = problems.try(() => readPlatforms(one.platforms ?? request.platforms)) ?? []
  const buildArgs = problems.try(() => readBuildArgs(one['build-args'] ?? request.buildArgs)) ?? {}
  const verify = problems.try(() =>
    one.verify === undefined ? undefined : optionalPath(one.verify, 'check file'),
  )
  if (name === undefined || context === undefined || file === undefined) return undefined
  const target = one.target ?? request.target
  const paths = lines(one.paths ?? '')
  const image = { name, context, file, target, platforms, buildArgs, paths }
  return verify === undefined ? image : { ...image, verify }
}

function optionalPath(path: string, what: string): string {
  return path === '' ? '' : checkPath(path, what)
}

/** The grammar itself is checked with the registry, in the whole reference. */
function checkName(name: string): string {
  if (name === '') {
    throw new UserError('IMG1103', 'The image has no name.', {
      hint: 'Set "image"; unless given it is the name of the repository, which the git remote "origin" tells.',
    })
  }
  if (name.startsWith('-') || name.includes(':') || /^[^/]*\.[^/]*\//.test(name)) {
    throw new UserError('IMG1104', `"${name}" can't be the name of an image.`, {
      hint: 'Write a name like app or team/app; the registries stand in "registries".',
    })
  }
  return name
}

function readPlatforms(text: string | readonly string[]): string[] {
  const problems = new Problems()
  const written = lines(text)
  const names = written.length > 0 ? written : splitList(DEFAULT_PLATFORMS)
  const parsed = names.flatMap((name) => problems.try(() => formatPlatform(parsePlatform(name))) ?? [])
  problems.throwIfAny()
  return [...new Set(parsed)]
}

function lines(text: string | readonly string[]): string[] {
  return typeof text === 'string' ? splitList(text) : [...text]
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index)
}
