import type { Digest } from '../../../actions/base/digest.ts'
import type { StoredManifest } from './manifests.ts'
import { Many } from './many.ts'

/** Whatever is asked for by digest is found at once, so that ten thousand manifests are no more work than ten. */
export class Repository {
  readonly manifests = new Map<Digest, StoredManifest>()
  readonly ids = new Map<number, Digest>()
  readonly tags = new Map<string, Digest>()
  readonly held = new Many<Digest, string>()
  readonly parents = new Many<Digest, Digest>()
  readonly referrers = new Many<string, Digest>()

  tag(name: string, digest: Digest): void {
    this.untag(name)
    this.tags.set(name, digest)
    this.held.add(digest, name)
  }

  untag(name: string): boolean {
    const digest = this.tags.get(name)
    if (digest !== undefined) this.held.delete(digest, name)
    return this.tags.delete(name)
  }

  store(manifest: StoredManifest): void {
    const { id, digest, content } = manifest
    const replaced = this.manifests.get(digest)
    if (replaced !== undefined) this.ids.delete(replaced.id)
    this.manifests.set(digest, manifest)
    this.ids.set(id, digest)
    for (const child of content.manifests ?? []) this.parents.add(child.digest, digest)
    if (content.subject !== undefined) this.referrers.add(content.subject.digest, digest)
  }
}
