import { suggestion } from '../../base/written/suggestions.ts'
import type { Fault, Written, WrittenScalar } from '../../base/written/written.ts'

/** `{{name}}`; `\{{` stands for `{{`, whether it is closed or not. */
const TEMPLATE = /\\\{\{|(\$)?\{\{([^{}]*)\}\}/g
/** All containers of a check share one network, in which nothing else is. */
const HOST = '127.0.0.1'

export type Variables = Readonly<Record<string, string>>

export interface Filled {
  root: Written
  faults: Fault[]
}

/** Puts in what each `{{…}}` stands for: variables, and the address of services. */
export function fillTemplates(root: Written, given: Variables): Filled {
  const faults: Fault[] = []
  const values = valuesOf(root, given)
  const fill = (scalar: WrittenScalar, inVariables: boolean): WrittenScalar => {
    if (typeof scalar.value !== 'string' || !scalar.value.includes('{{')) return scalar
    const value = scalar.value.replace(
      TEMPLATE,
      (all: string, dollar: string | undefined, inner?: string) => {
        if (inner === undefined) return all.slice(1)
        const filled = inVariables ? undefined : values.get(inner.trim())
        if (filled !== undefined && dollar === undefined) return filled
        faults.push(faultOf(scalar.at, inner.trim(), { values, inVariables, github: dollar !== undefined }))
        return all
      },
    )
    return { ...scalar, value, source: value }
  }
  const walk = (value: Written, inVariables: boolean): Written => {
    if (value.kind === 'scalar') return fill(value, inVariables)
    if (value.kind === 'list') return { ...value, items: value.items.map((item) => walk(item, inVariables)) }
    const entries = [...value.entries].map(([key, entry]) => {
      const isVariables = value === root && key === 'variables'
      return [key, { ...entry, value: walk(entry.value, inVariables || isVariables) }] as const
    })
    return { ...value, entries: new Map(entries) }
  }
  return { root: walk(root, false), faults }
}

/** undefined: a service's port that its entry does not name. */
type Values = ReadonlyMap<string, string | undefined>

function valuesOf(root: Written, given: Variables): Values {
  const values = new Map<string, string | undefined>()
  for (const [name, value] of entriesOf(root, 'variables'))
    if (value.kind === 'scalar' && value.value !== null) values.set(name, textOf(value))
  for (const [name, value] of Object.entries(given)) values.set(name, value)
  for (const [name, service] of entriesOf(root, 'services')) {
    const port = service.kind === 'map' ? service.entries.get('port')?.value : undefined
    values.set(`${name}.host`, HOST)
    values.set(`${name}.port`, port?.kind === 'scalar' ? textOf(port) : undefined)
  }
  return values
}

function entriesOf(root: Written, section: string): [string, Written][] {
  const found = root.kind === 'map' ? root.entries.get(section)?.value : undefined
  return found?.kind === 'map' ? [...found.entries].map(([name, { value }]) => [name, value]) : []
}

function textOf({ value, source }: WrittenScalar): string {
  return typeof value === 'string' ? value : source
}

interface Circumstances {
  values: Values
  inVariables: boolean
  github: boolean
}

function faultOf(at: number, name: string, { values, inVariables, github }: Circumstances): Fault {
  if (github)
    return {
      code: 'IMG7104',
      at,
      message: `GitHub does not fill in \${{ ${name} }} in a file.`,
      hint: 'Write {{name}}, and give its value by the input for variables.',
    }
  if (inVariables)
    return {
      code: 'IMG7104',
      at,
      message: `{{${name}}} is not filled in here: no variable is made of others.`,
      hint: 'Write its value out.',
    }
  const [service = ''] = name.split('.')
  if (values.has(name))
    return {
      code: 'IMG7104',
      at,
      message: `The service "${service}" names no port for {{${name}}}.`,
      hint: `Add "port" to services › ${service}.`,
    }
  const known = [...values.keys()]
  const hint = `${suggestion(name, known, 'names')} Give it under "variables" or by the input for them; \\{{ stands for itself.`
  return { code: 'IMG7104', at, message: `Nothing is called {{${name}}}.`, hint }
}
