import type { ImageConfig } from '../image/config.ts'
import type { SecretPlace } from '../secrets/place.ts'

/** Whom the image runs as, as its own /etc/passwd and /etc/group say it; a name or an id that they don't know is missing. */
export interface ImageUser {
  name?: string
  uid?: number
  gid?: number
}

/** A path that most people would want to have checked. */
export interface KnownPath {
  path: string
  type: 'file' | 'directory' | 'link'
  /** In octal, such as `0755`. */
  mode: string
  /** `user:group`, by name where the image has one. */
  owner: string
}

/** What is to be seen of an image without starting it: the draft of a check file is made of it. */
export interface ImageFacts {
  config: ImageConfig
  layers: number
  /** Bytes of all layers, uncompressed. */
  size: number
  user: ImageUser
  /** Of WORKDIR, the program it starts, and the like: those that are there. */
  paths: readonly KnownPath[]
  /** /bin/sh, which `exec` checks and a healthcheck in shell form need. */
  shell: boolean
  /** What the check of this name would report, caches by their folders; where there is nothing the draft can ask for it. */
  hardening: {
    setuid: readonly string[]
    worldWritable: readonly string[]
    packageCaches: readonly string[]
  }
  /** What the scan for secrets would report: each can be allowed, or taken out of the image. */
  secrets: readonly SecretPlace[]
}
