#!/usr/bin/env bash
# Packs what would be published, installs it without a network and does a day's work with it, under
# each Node that is named, or the current one:
#   scripts/packed.sh [path/to/node ...]
set -u
root=$(cd "$(dirname "$0")/.." && pwd) || exit 1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8 TZ=UTC NETMED_NOW=2026-11-21T15:00:00Z
export npm_config_offline=true npm_config_audit=false npm_config_fund=false
export npm_config_update_notifier=false npm_config_cache="$folder/cache"
unset NETMED_FILE NETMED_TEMPLATES XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME NODE_OPTIONS
failed=0
passed=0

# says WORDS COMMAND...: the command ends with 0 and says the words, among others.
says() {
  local words=$1 output
  shift
  if output=$("$@" 2>&1) && grep -qF -- "$words" <<<"$output"; then
    passed=$((passed + 1))
    echo "ok    $version  $*"
  else
    failed=$((failed + 1))
    printf 'FAIL  %s  %s\nwanted "%s" in:\n%s\n' "$version" "$*" "$words" "$output"
  fi
}

day_with() {
  local version own="$folder/$2" kept
  if ! version=$("$1" --version); then
    failed=$((failed + 1))
    echo "FAIL  $1 cannot be started"
    return
  fi
  mkdir -p "$own/bin" "$own/home"
  ln -s "$(realpath "$1")" "$own/bin/node"
  local -x HOME="$own/home" PATH="$own/prefix/bin:$own/bin:$PATH"
  cd "$HOME" || exit 1

  says 'added 1 package' npm install --global --prefix "$own/prefix" "$tarball"
  says 'Jo Park' netmed me --name 'Jo Park' --stage MS2
  says 'Added #1' netmed add 'Dr. Lena Hoff' --role attending --email lena.hoff@example.org
  says 'Opened #3' netmed log hoff --kind conference --on wed --detail 'the ablation registry'
  says 'Dr. Lena Hoff' netmed due
  says 'Dear Dr. Hoff,' netmed draft event-followup hoff --set resource='the 2024 report'
  says 'hoff.eml' netmed draft event-followup hoff --set resource='the 2024 report' --eml hoff.eml
  says 'BEGIN:VCALENDAR' netmed export ics --out -
  printf 'Full name,Mail\nOmar Aziz,omar@example.org\n' >people.csv
  says '1 new' netmed import people.csv --map 'Full name=name' --map 'Mail=email' --yes

  # What the first run of each has kept compiled is what the next one starts from.
  kept=$(find "$HOME" -path '*/code/*' -type f)
  says 'me add log due draft export import' head -n 1 "$kept"
  says 'Dr. Lena Hoff' netmed due
  says 'Dear Dr. Hoff,' netmed draft event-followup hoff --set resource='the 2024 report'
}

tarball=$folder/$(cd "$root" && npm pack --silent --pack-destination "$folder" | tail -n 1)
[ $# -gt 0 ] || set -- "$(command -v node)"
for node in "$@"; do day_with "$node" "$((passed + failed))"; done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
