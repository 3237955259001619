import { digestOf } from '../../../actions/base/digest.ts'
import type { CleanedRepository, CleanupEntry, CleanupReport } from '../../../actions/plan/cleanup-report.ts'

export function goes(name: string, more: Partial<CleanupEntry> = {}): CleanupEntry {
  return {
    digest: digestOf(name),
    tags: [],
    verdict: 'goes',
    reason: 'left latest-previous',
    requests: 2,
    ...more,
  }
}

export function stays(name: string, reason: string, tags: string[] = []): CleanupEntry {
  return { digest: digestOf(name), tags, verdict: 'stays', reason, requests: 0 }
}

export function cleaned(entries: CleanupEntry[], more: Partial<CleanedRepository> = {}): CleanedRepository {
  const gone = entries.filter(({ outcome }) => outcome === 'deleted' || more.outcome === 'planned')
  return {
    repository: 'ghcr.io/acme/app',
    outcome: 'done',
    entries,
    requests: entries.reduce((sum, { requests }) => sum + requests, 0),
    freed: gone.reduce((sum, { bytes = 0 }) => sum + bytes, 0),
    ...more,
  }
}

export function reportOf(...repositories: CleanedRepository[]): CleanupReport {
  return {
    schema: 1,
    created: '2026-11-21T00:00:00.000Z',
    dryRun: repositories.every(({ outcome }) => outcome === 'planned'),
    repositories,
  }
}
