import { delimiter } from 'node:path'
import { findProgram } from '../base/there.ts'
import { type Finding, ok, problem, warning } from './finding.ts'

interface Program {
  name: string
  missing: (what: string, found: string, advice: string) => Finding
  advice: string
}

const PROGRAMS: readonly Program[] = [
  {
    name: 'git',
    missing: problem,
    advice: 'Install git: run, plan and build read from the checkout what is published.',
  },
  {
    name: 'nsenter',
    missing: warning,
    advice: 'Install util-linux: verify asks applications from inside of their own network with it.',
  },
]

export async function examinePrograms(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Finding[]> {
  const folders = [...(environment.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']
  const found = PROGRAMS.map(async ({ name, missing, advice }) => {
    const path = await findProgram(name, folders)
    return path === undefined ? missing(name, 'not found', advice) : ok(name, path)
  })
  return Promise.all(found)
}
