import { type Call, optionalText, text, twirpError } from './twirp.ts'

export interface StoredArtifact {
  id: number
  run: string
  job: string
  name: string
  blob: string
  created: string
  /** Undefined until it is finalised; an artifact counts only then. */
  size?: number
  digest?: string
}

/** The artifact service: names are unique in a run, whatever the job. */
export class ArtifactService {
  readonly artifacts: StoredArtifact[] = []

  answer(call: Call): unknown {
    this.#checkScope(call)
    switch (call.method) {
      case 'CreateArtifact':
        return this.#create(call)
      case 'FinalizeArtifact':
        return this.#finalize(call)
      case 'ListArtifacts':
        return this.#list(call)
      case 'GetSignedArtifactURL': {
        const { blob, name } = this.#find(call)
        return { signed_url: call.storage.signed(call.origin, blob, name) }
      }
      case 'DeleteArtifact':
        return this.#delete(call)
      default:
        throw twirpError(404, 'bad_route', `no method ${call.method}`)
    }
  }

  #checkScope(call: Call): void {
    if (text(call, 'workflow_run_backend_id') !== call.scope.run)
      throw twirpError(403, 'permission_denied', 'the token is of another run')
  }

  #create(call: Call): unknown {
    const name = text(call, 'name')
    if (this.artifacts.some((artifact) => artifact.run === call.scope.run && artifact.name === name)) {
      const message = 'an artifact with this name already exists on the workflow run'
      throw twirpError(409, 'already_exists', message)
    }
    const upload = call.storage.sign(call.origin)
    this.artifacts.push({
      id: this.artifacts.length + 1,
      run: call.scope.run,
      job: text(call, 'workflow_job_run_backend_id'),
      name,
      blob: upload.name,
      created: new Date().toISOString(),
    })
    return { ok: true, signed_upload_url: upload.url }
  }

  #finalize(call: Call): unknown {
    const name = text(call, 'name')
    const artifact = this.artifacts.find((known) => known.run === call.scope.run && known.name === name)
    if (artifact === undefined) throw twirpError(404, 'not_found', `no artifact ${name}`)
    const size = call.storage.size(artifact.blob)
    if (size === undefined || String(size) !== optionalText(call, 'size'))
      throw twirpError(400, 'invalid_argument', `the blob has ${size} bytes`)
    artifact.size = size
    const digest = optionalText(call, 'hash')
    if (digest !== undefined) artifact.digest = digest
    return { ok: true, artifact_id: String(artifact.id) }
  }

  #list(call: Call): unknown {
    const name = optionalText(call, 'name_filter')
    const id = optionalText(call, 'id_filter')
    const found = this.artifacts.filter(
      (artifact) =>
        artifact.run === call.scope.run &&
        artifact.size !== undefined &&
        (name === undefined || artifact.name === name) &&
        (id === undefined || String(artifact.id) === id),
    )
    return { artifacts: found.map(describe) }
  }

  #find(call: Call): StoredArtifact {
    const name = text(call, 'name')
    const found = this.artifacts.find(
      (artifact) => artifact.run === call.scope.run && artifact.name === name && artifact.size !== undefined,
    )
    if (found === undefined) throw twirpError(404, 'not_found', `no artifact ${name}`)
    return found
  }

  #delete(call: Call): unknown {
    const artifact = this.#find(call)
    this.artifacts.splice(this.artifacts.indexOf(artifact), 1)
    return { ok: true, artifact_id: String(artifact.id) }
  }
}

function describe(artifact: StoredArtifact) {
  return {
    workflow_run_backend_id: artifact.run,
    workflow_job_run_backend_id: artifact.job,
    database_id: String(artifact.id),
    name: artifact.name,
    size: String(artifact.size),
    created_at: artifact.created,
    ...(artifact.digest === undefined ? {} : { digest: artifact.digest }),
  }
}
