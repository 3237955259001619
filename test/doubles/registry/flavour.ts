export type FlavourName = 'ghcr' | 'dockerhub' | 'oci'

/** Where the registries of this world differ, as far as a client meets it. */
export interface Flavour {
  service: string
  auth: 'none' | 'basic' | 'bearer'
  /** What the token service says to a wrong password. */
  wrongPassword: { status: number; content: unknown }
  /** Whether tokens tell how long they live. */
  tellsExpiry: boolean
  location: 'relative' | 'absolute'
  /** `POST ?digest=` takes the blob at once; otherwise it only opens an upload. */
  monolithicPost: boolean
  /** The largest chunk of a PATCH that names its Content-Range. */
  chunkLimit: number
  referrers: boolean
  deletes: 'everything' | 'unreferenced-manifests' | 'nothing'
  /** Blobs come from another origin, which must not see credentials. */
  redirectBlobs: boolean
}

export const flavours: Readonly<Record<FlavourName, Flavour>> = {
  ghcr: {
    service: 'ghcr.io',
    auth: 'bearer',
    wrongPassword: { status: 403, content: { errors: [{ code: 'DENIED', message: 'denied' }] } },
    tellsExpiry: false,
    location: 'relative',
    monolithicPost: false,
    chunkLimit: 4 * 1024 * 1024,
    referrers: false,
    deletes: 'nothing',
    redirectBlobs: true,
  },
  dockerhub: {
    service: 'registry.docker.io',
    auth: 'bearer',
    wrongPassword: { status: 401, content: { details: 'incorrect username or password' } },
    tellsExpiry: true,
    location: 'absolute',
    monolithicPost: false,
    chunkLimit: Infinity,
    referrers: false,
    deletes: 'unreferenced-manifests',
    redirectBlobs: true,
  },
  oci: {
    service: 'registry',
    auth: 'none',
    wrongPassword: {
      status: 401,
      content: { errors: [{ code: 'UNAUTHORIZED', message: 'wrong password' }] },
    },
    tellsExpiry: true,
    location: 'relative',
    monolithicPost: true,
    chunkLimit: Infinity,
    referrers: true,
    deletes: 'everything',
    redirectBlobs: false,
  },
}
