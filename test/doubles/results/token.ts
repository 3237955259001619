/** What the runner gives a job to talk to the results service with: a JWT whose scope names run and job. */
export function runtimeToken(run: string, job: string): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = { scp: `Actions.ExampleScope Actions.Results:${run}:${job}`, nameid: 'double' }
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${Buffer.from('signature').toString('base64url')}`
}

export function readScope(authorization: string | undefined): { run: string; job: string } | undefined {
  const payload = /^Bearer [^.]+\.([^.]+)\.[^.]+$/i.exec(authorization ?? '')?.[1]
  if (payload === undefined) return undefined
  const { scp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { scp?: string }
  const [, run, job] = /(?:^| )Actions\.Results:([^:\s]+):([^:\s]+)(?: |$)/.exec(scp ?? '') ?? []
  return run === undefined || job === undefined ? undefined : { run, job }
}
