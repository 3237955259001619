#!/bin/sh
# Starts the container's command as the user and the group that PUID and PGID name, 1000:1000 unless told.
# Any image can have it: ENTRYPOINT ["/usr/local/bin/entrypoint.sh"], no USER, and setpriv (util-linux) or gosu.
#
#   PUID, PGID   whom the command runs as
#   EXTRA_GIDS   further groups, separated by commas or blanks
#   CHOWN        auto: give the directories below to that user; never: leave every owner as it is
#   DROP_WITH    setpriv or gosu; setpriv where it is, unless told
#   APP_HOME     the user's home
#   APP_DATA     directories, separated by colons, that are the user's with all that is in them
#   APP_CODE     directories whose content is baked into the image and stays root's; in a volume nothing is baked
set -eu

APP_HOME=${APP_HOME:-/app}
APP_CODE=${APP_CODE:-/app/ComfyUI:/app/ComfyUI/custom_nodes}
APP_DATA=${APP_DATA:-/app:/app/.cache:/app/.local:/app/ComfyUI/models:/app/ComfyUI/input:/app/ComfyUI/output:/app/ComfyUI/temp:/app/ComfyUI/user}
refused=

warn() {
  printf 'Warning: %s.\n' "$1" >&2
}

# Everything that is wrong is said before it ends.
refuse() {
  printf 'Error: %s.\n' "$1" >&2
  refused=yes
}

end_if_refused() {
  if [ -n "$refused" ]; then exit 64; fi
}

# name value map: an id that the kernel takes and that this container's user namespace maps.
require_id() {
  case $2 in
    '' | *[!0123456789]*)
      refuse "$1 is \"$2\", which is no id: write digits only, without sign and blanks"
      return
      ;;
    0?*)
      refuse "$1 is \"$2\": write it without leading zeros"
      return
      ;;
  esac
  # More digits than the shell counts would end the comparison. The highest id of the kernel means "no change" to it.
  if [ "${#2}" -gt 10 ] || [ "$2" -gt 2147483647 ]; then
    refuse "$1 is \"$2\", which is too large: the highest id is 2147483647"
  elif ! is_mapped "$2" "$3"; then
    refuse "$1 is \"$2\", which has no place in this container's user namespace: take an id that $3 holds, or give the container more of them (subuid and subgid, --uidmap, --gidmap)"
  fi
}

is_mapped() {
  if [ ! -r "$2" ]; then return 0; fi
  while read -r first _ count; do
    if [ "$1" -ge "$first" ] && [ "$1" -lt $((first + count)) ]; then return 0; fi
  done <"$2"
  return 1
}

# file id: what /etc/passwd or /etc/group calls it.
name_of() {
  while IFS=: read -r name _ id _ || [ -n "$name" ]; do
    if [ "$id" = "$2" ]; then
      printf '%s\n' "$name"
      return
    fi
  done <"$1"
  return 1
}

# file id: a name that is not taken.
free_name() {
  if grep -q '^app:' "$1"; then printf 'app%s\n' "$2"; else printf 'app\n'; fi
}

# file line: useradd and groupadd refuse many ids, so the line is written directly.
add_line() {
  # A last line that does not end would swallow this one.
  if [ -n "$(tail -c 1 "$1")" ]; then echo >>"$1"; fi
  printf '%s\n' "$2" >>"$1"
}

# Ids that have an entry keep it and its name, whatever group it says.
name_ids() {
  if name_of /etc/group "$gid" >/dev/null && name_of /etc/passwd "$uid" >/dev/null; then return; fi
  if [ ! -w /etc/group ] || [ ! -w /etc/passwd ]; then
    warn "the root is read-only, so $uid:$gid gets no entry in /etc/passwd and /etc/group; --user $uid:$gid is the better way here"
    return
  fi
  name_of /etc/group "$gid" >/dev/null || add_line /etc/group "$(free_name /etc/group "$gid"):x:$gid:"
  name_of /etc/passwd "$uid" >/dev/null ||
    add_line /etc/passwd "$(free_name /etc/passwd "$uid"):*:$uid:$gid::$APP_HOME:/bin/sh"
}

export_names() {
  HOME=$1
  USER=$(name_of /etc/passwd "$uid") || USER=app
  LOGNAME=$USER
  export HOME USER LOGNAME
}

# Whether a directory, or one above it, is mounted into the container.
is_in_volume() {
  above=$1
  while [ -n "$above" ]; do
    while IFS=' ' read -r _ _ _ _ point _; do
      if [ "$point" = "$above" ]; then return 0; fi
    done </proc/self/mountinfo
    above=${above%/*}
  done
  return 1
}

# Directories of code: only they themselves, so that something can be added.
hand_over_code() {
  set --
  for folder in $APP_CODE; do
    if [ -d "$folder" ] && ! is_in_volume "$folder"; then set -- "$@" "$folder"; fi
  done
  if [ "$#" -gt 0 ]; then chown_found "$@" -maxdepth 0; fi
}

# Everything else, and code in a volume. File systems mounted further down stay as they are.
hand_over_data() {
  set --
  for folder in $APP_DATA; do
    if [ -d "$folder" ]; then set -- "$@" "$folder"; fi
  done
  for folder in $APP_CODE; do
    if [ -d "$folder" ] && is_in_volume "$folder"; then set -- "$@" "$folder"; fi
  done
  if [ "$#" -eq 0 ]; then return; fi
  set -- "$@" -xdev
  for folder in $APP_CODE; do
    if ! is_in_volume "$folder"; then set -- "$@" -path "$folder" -prune -o; fi
  done
  chown_found "$@"
}

# Only what is not the user's yet; what find takes before that condition is given.
chown_found() {
  find "$@" \( ! -uid "$uid" -o ! -gid "$gid" \) -exec chown -h "$uid:$gid" {} +
}

hand_over() {
  # All of the output is read, as a closed pipe would end the work.
  problem=$({
    set -f
    IFS=:
    hand_over_code
    hand_over_data
  } 2>&1 | sed -n 1p)
  if [ -z "$problem" ]; then return; fi
  warn "not everything can be given to $uid:$gid ($problem); CHOWN=never leaves owners as they are"
}

# The caller's groups without root's, those asked for, and those of graphics cards. The kernel shows 65534 for a group that
# has no place in the user namespace.
groups_to_keep() {
  kept=
  # shellcheck disable=SC2046 # numbers, separated by blanks
  for group in $extra $(id -G | tr ' ' '\n' | grep -vxe 0 -e 65534) \
    $(stat -c %g /dev/dri/* /dev/kfd 2>/dev/null | grep -vxe 0 -e 65534); do
    case ,$kept, in
      *,"$group",*) ;;
      *) kept=${kept:+$kept,}$group ;;
    esac
  done
  printf '%s\n' "$kept"
}

# busybox has a setpriv that can't change users.
default_drop() {
  if setpriv --help 2>&1 | grep -q -e --reuid; then
    echo setpriv
  elif command -v gosu >/dev/null; then
    echo gosu
  fi
}

say_start() {
  printf 'Starting with UID:GID = %s:%s\n' "$uid" "$gid" >&2
}

if [ "$#" -eq 0 ]; then
  refuse 'there is no command to start: give the image a CMD, or name one after the image'
  end_if_refused
fi

if [ "$(id -u)" -ne 0 ]; then
  uid=$(id -u)
  gid=$(id -g)
  if [ -n "${PUID:-}${PGID:-}" ]; then
    warn "PUID and PGID change nothing, as the container was started as $uid:$gid (--user); leave one of both out"
  fi
  if [ -w "$APP_HOME" ]; then export_names "$APP_HOME"; else export_names /tmp; fi
  say_start
  exec "$@"
fi

uid=${PUID:-1000}
gid=${PGID:-1000}
require_id PUID "$uid" /proc/self/uid_map
require_id PGID "$gid" /proc/self/gid_map
extra=
case ${EXTRA_GIDS:-} in
  *[!0123456789,\ ]*) refuse "EXTRA_GIDS is \"$EXTRA_GIDS\": write ids, separated by commas" ;;
  *) extra=$(printf '%s' "${EXTRA_GIDS:-}" | tr , ' ') ;;
esac
for group in $extra; do require_id EXTRA_GIDS "$group" /proc/self/gid_map; done
case ${CHOWN:=auto} in
  auto | never) ;;
  *) refuse "CHOWN is \"$CHOWN\": write auto or never" ;;
esac
DROP_WITH=${DROP_WITH:-$(default_drop)}
case $DROP_WITH in
  setpriv | gosu) ;;
  '') refuse 'neither setpriv (util-linux) nor gosu is in this image' ;;
  *) refuse "DROP_WITH is \"$DROP_WITH\": write setpriv or gosu" ;;
esac
end_if_refused

if [ "$uid" = 0 ]; then warn 'PUID is 0: the command runs as root'; fi
if [ "$gid" = 0 ]; then warn "PGID is 0: what the command writes belongs to root's group"; fi
name_ids
if [ "$CHOWN" = auto ]; then hand_over; fi
groups=$(groups_to_keep)
export_names "$APP_HOME"

case $DROP_WITH in
  setpriv)
    if [ -n "$groups" ]; then choice=--groups=$groups; else choice=--clear-groups; fi
    # Where the user namespace forbids to set groups, there are none to lose.
    if [ "$(cat /proc/self/setgroups 2>/dev/null)" = deny ]; then choice=--keep-groups; fi
    say_start
    exec setpriv --reuid="$uid" --regid="$gid" "$choice" --no-new-privs -- "$@"
    ;;
  gosu)
    if [ -n "$groups" ]; then warn "gosu leaves out the groups $groups, which setpriv keeps"; fi
    say_start
    # gosu sets HOME to what /etc/passwd says.
    exec gosu "$uid:$gid" env HOME="$HOME" "$@"
    ;;
esac
