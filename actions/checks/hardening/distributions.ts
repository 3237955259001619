const BIN = ['chage', 'chfn', 'chsh', 'expiry', 'gpasswd', 'mount', 'newgrp', 'passwd', 'su', 'umount']
const WRITE = ['wall', 'write', 'bsd-write']
const SBIN = ['unix_chkpwd', 'pam_extrausers_chkpwd', 'pam_timestamp_check']

/** What the base images of Debian, Ubuntu, Fedora and UBI have; those of Alpine have none. Some have no /usr in front. */
const SHIPPED = new Set([
  ...['/usr/bin', '/bin'].flatMap((folder) => [...BIN, ...WRITE].map((name) => `${folder}/${name}`)),
  ...['/usr/sbin', '/sbin', '/usr/bin'].flatMap((folder) => SBIN.map((name) => `${folder}/${name}`)),
  '/usr/libexec/utempter/utempter',
  '/usr/libexec/dbus-1/dbus-daemon-launch-helper',
])

export function isShipped(path: string): boolean {
  return SHIPPED.has(path)
}
