import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv, type ValidateFunction } from 'ajv'

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: object }> } | undefined>
}

/** GitHub's published description of its API, with every reference resolved. */
export class GithubSchemas {
  readonly #paths: Record<string, Record<string, Operation>>
  readonly #ajv = new Ajv({ strict: false, allErrors: true })

  constructor() {
    const file = createRequire(import.meta.url).resolve(
      '@octokit/openapi/generated/api.github.com.deref.json',
    )
    this.#paths = JSON.parse(readFileSync(file, 'utf8')).paths
    this.#ajv.addFormat('uri', (text) => URL.canParse(text))
    this.#ajv.addFormat('date-time', (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text))
    this.#ajv.addFormat('email', /^\S+@\S+$/)
    this.#ajv.addFormat('int64', true)
    this.#ajv.addFormat('repo.nwo', /^[^/]+\/[^/]+$/)
  }

  /** What is wrong with an answer; an empty list when it is as published. */
  problems(method: string, path: string, status: number, body: unknown): string[] {
    const operation = this.#paths[path]?.[method.toLowerCase()]
    if (operation === undefined) return [`${method} ${path} is not published`]
    const response = operation.responses[status]
    if (response === undefined) return [`${method} ${path} does not answer ${status}`]
    const schema = response.content?.['application/json']?.schema
    if (schema === undefined) return body === undefined ? [] : ['a body where none is published']
    const validate: ValidateFunction = this.#ajv.compile(withTypes(schema) as object)
    return validate(body)
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
  }
}

/** The description says `nullable` also where no type stands beside it, which a validator does not know. */
function withTypes(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withTypes)
  if (typeof schema !== 'object' || schema === null) return schema
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => key !== 'example' && key !== 'examples' && key !== 'default')
      .map(([key, value]) => [key, withTypes(value)]),
  )
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest
}
