import { Problems } from '../base/errors.ts'
import type { RunEvent } from '../base/event.ts'
import { field, text } from './origin.ts'
import { hasControlCharacter } from './paths.ts'
import type { Render } from './tags/expressions.ts'

const OCI = 'org.opencontainers.image.'

export interface LabelFacts {
  event: RunEvent
  title: string
  version: string
  now: Date
}

/** All eight, also where one is empty: otherwise the base image's value would shine through and tell of another image. */
export function ociLabels({ event, title, version, now }: LabelFacts): Record<string, string> {
  const repository = field(event.payload, 'repository')
  const home =
    text(field(repository, 'html_url')) || (event.repository && `${event.serverUrl}/${event.repository}`)
  return {
    [`${OCI}title`]: title,
    [`${OCI}description`]: text(field(repository, 'description')),
    [`${OCI}url`]: home,
    [`${OCI}source`]: home,
    [`${OCI}version`]: version,
    [`${OCI}created`]: now.toISOString(),
    [`${OCI}revision`]: event.sha,
    [`${OCI}licenses`]: text(field(field(repository, 'license'), 'spdx_id')),
  }
}

/** Lines `name=value`, which add to the eight and may replace them; expressions are filled in. */
export function readLabels(lines: readonly string[], input: string, render: Render): Record<string, string> {
  const problems = new Problems()
  const labels = new Map<string, string>()
  for (const line of lines) {
    const equals = line.indexOf('=')
    const name = line.slice(0, Math.max(equals, 0)).trim()
    const value = problems.try(() => render(line.slice(equals + 1).trim()))
    if (value === undefined) continue
    if (equals <= 0 || name.startsWith('-') || /\s/.test(name) || hasControlCharacter(value))
      problems.add(
        'IMG1002',
        `Input "${input}" has the line ${JSON.stringify(line)}.`,
        'Each line reads name=value; a name holds no blank, a value no control character.',
      )
    else labels.set(name, value)
  }
  problems.throwIfAny()
  return Object.fromEntries(labels)
}
