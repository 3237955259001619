import * as z from 'zod'
import { checkFile } from './schema.ts'

export const SCHEMA_ADDRESS =
  'https://raw.githubusercontent.com/org/image-actions/v1/verify/image-verify.schema.json'

export interface JsonSchema {
  title?: string
  type?: string | string[]
  description?: string
  default?: unknown
  const?: unknown
  enum?: unknown[]
  format?: string
  pattern?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  propertyNames?: JsonSchema
  items?: JsonSchema
  anyOf?: JsonSchema[]
}

/** For editors; draft 7, which all of them know. */
export function jsonSchemaOfCheckFile(): JsonSchema {
  const schema = z.toJSONSchema(checkFile, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema, path }) => loosen(jsonSchema as JsonSchema, path.at(-1) === 'propertyNames'),
  }) as JsonSchema
  const title = 'What image-actions verifies of an image'
  return { $id: SCHEMA_ADDRESS, title, ...schema } as JsonSchema
}

/** Where text is wanted, a number or a truth value counts as it is written. */
function loosen(schema: JsonSchema, isName: boolean): void {
  delete schema.format
  if (schema.type !== 'string' || isName || schema.enum || schema.const !== undefined) return
  const canBeNumber = schema.pattern === undefined || new RegExp(schema.pattern).test('755')
  if (canBeNumber) schema.type = ['string', 'number', 'boolean']
}

/** The keys that may stand at a path, in every form that is possible there. */
export function keysAt(path: readonly PropertyKey[], root = jsonSchemaOfCheckFile()): string[] {
  const forms = path.reduce(
    (schemas, part) => schemas.flatMap((schema) => below(schema, part)),
    formsOf(root),
  )
  return [...new Set(forms.flatMap(({ properties }) => Object.keys(properties ?? {})))]
}

/** Sections that have the key; '' is the top level. */
export function homesOf(key: string, root = jsonSchemaOfCheckFile()): string[] {
  const sections = Object.keys(root.properties ?? {})
  const homes = sections.filter((section) => keysAt([section], root).includes(key))
  return sections.includes(key) ? ['', ...homes] : homes
}

function below(schema: JsonSchema, part: PropertyKey): JsonSchema[] {
  const { properties = {}, additionalProperties, items } = schema
  if (typeof part === 'number') return formsOf(items)
  if (Object.hasOwn(properties, part)) return formsOf(properties[String(part)])
  return typeof additionalProperties === 'object' ? formsOf(additionalProperties) : []
}

function formsOf(schema: JsonSchema | undefined): JsonSchema[] {
  return schema ? [schema, ...(schema.anyOf ?? []).flatMap(formsOf)] : []
}
