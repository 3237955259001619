import { type Place, pageOf, type UserError } from '../base/errors.ts'
import type { Log } from '../base/log.ts'
import type { Output } from './output.ts'

/** Prints in the runner's own language; see its documentation of workflow commands. */
export function runnerLog(output: Output): Log {
  return {
    debug: (message) => output.own(command('debug', message)),
    info: (message) => output.own(plain(message)),
    warn: (message, place) => output.own(command('warning', message, place)),
    group: async (title, body) => {
      output.own(command('group', title))
      try {
        return await body()
      } finally {
        output.own('::endgroup::')
      }
    },
  }
}

export function command(name: string, message: string, place?: Place): string {
  return commandOf(name, propertiesOf(place), message)
}

/** An annotation that leads to the page about it. */
export function errorCommand(error: UserError): string {
  const { code, place } = error
  return commandOf('error', [...propertiesOf(place), `title=${code}`], `${error}\n${pageOf(code)}`)
}

function commandOf(name: string, properties: readonly string[], message: string): string {
  return `::${[name, properties.join(',')].filter(Boolean).join(' ')}::${escapeData(message)}`
}

function propertiesOf(place: Place | undefined): string[] {
  return place ? [`file=${escapeProperty(place.file)}`, `line=${place.line}`, `col=${place.column}`] : []
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** Messages quote names that come from outside: a line of ours is a command only when we mean one. The runner takes NEL for white space. */
export function plain(message: string): string {
  return message
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^([\s\u0085]*)::/, '$1: :').replaceAll('##[', '# #['))
    .join('\n')
}
