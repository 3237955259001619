/**
 * Keys that are no secrets, as everybody has them: those by which packages test themselves, those in manuals, and the
 * certificate that Debian makes for trying things out.
 */
const SAMPLES = [
  /^usr\/(?:local\/)?share\/(?:doc|doc-base|man|info|locale|i18n|zoneinfo|perl\d?|vim|mime|icons|gtk-doc)\//,
  /\.(?:dist|egg)-info\//,
  /^usr\/share\/ca-certificates\//,
  /^etc\/ssl\/private\/ssl-cert-snakeoil\.key$/,
  /(?:^|\/)lib\/python[\d.]+\/(?:test|idlelib|lib2to3|unittest)\//,
  /(?:^|\/)(?:site-packages|dist-packages|node_modules|gems|perl5|vendor)\/(?:.*\/)?(?:tests?|testing|_?testdata|test[-_]data|fixtures|__tests__|spec|docs?|examples?)\//,
  /^usr\/local\/go\/(?:src|test|misc)\//,
]

/** Whether the file belongs to a package, and holds what shows or tests something. */
export function isSample(path: string): boolean {
  return SAMPLES.some((pattern) => pattern.test(path))
}
