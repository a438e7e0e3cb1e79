#!/usr/bin/env bash
# What TLS costs: saves and fetches images with the linked programs over TLS and plain, in turns, and prints medians.
#
#   benchmarks/tls.sh [ROUNDS]        5 rounds where nothing is said; a minute or two in all on an idle machine
#
# server.sh tells which variables move it.
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${1:-5}
large=10 large_width=2048 large_height=4267 # 250 MiB
small=200 small_width=64 small_height=64    # 12 KiB each
jobs=4
limit=300 # seconds for one command

. benchmarks/server.sh

# The linked programs see nothing of this user's servers, and nothing of the network.
run() {
  env -i PATH=/usr/bin:/bin XDG_CONFIG_HOME="$work/none" XDG_DATA_HOME="$work/none" WIREPHOTO_NETWORKS=none \
    timeout "$limit" "$@"
}

# Writes a number as 4 bytes, the lowest first.
le32() {
  printf "$(printf '\\x%02x' $(($1 & 255)) $(($1 >> 8 & 255)) $(($1 >> 16 & 255)) $(($1 >> 24 & 255)))"
}

# The head of a BMP of WIDTH and HEIGHT.
head_of() {
  local bytes=$(($1 * $2 * 3)) field
  printf BM
  for field in $((54 + bytes)) 0 54 40 "$1" "$2"; do le32 "$field"; done
  printf '\x01\x00\x18\x00'
  for field in 0 "$bytes" 2835 2835 0 0; do le32 "$field"; done
}

# bmps NAME COUNT WIDTH HEIGHT: makes a folder of images whose pixels are noise.
bmps() {
  local n
  mkdir "$work/$1"
  head_of "$3" "$4" > "$work/head"
  for n in $(seq "$2"); do
    { cat "$work/head" && head -c $(($3 * $4 * 3)) /dev/urandom; } > "$work/$1/$1$n.bmp"
  done
}

timed() { # FILE COMMAND...: adds the milliseconds that a command took to a file
  local file=$1 begin end
  shift
  begin=$(date +%s%N)
  run "$image/bin/wirephoto" "${to[@]}" "$@" > "$work/out" 2>&1 || {
    cat "$work/out" >&2
    return 1
  }
  end=$(date +%s%N)
  echo $(((end - begin) / 1000000)) >> "$file"
}

measure() { # KIND
  rm -rf "$work/fetched"
  start "$1"
  to=(--server "127.0.0.1:$(cat "$work/port")" --key-file "$work/data/local-invite")
  [ "$1" = tls ] || to+=(--plain)
  timed "$work/$1.start" ping
  timed "$work/$1.save-large" send --jobs "$jobs" "$work/large"
  timed "$work/$1.fetch-large" fetch --jobs "$jobs" 'large*' -o "$work/fetched"
  timed "$work/$1.save-small" send --jobs "$jobs" "$work/small"
  timed "$work/$1.fetch-small" fetch --jobs "$jobs" 'small*' -o "$work/fetched"
  stop
}

median() {
  sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

bmps large "$large" "$large_width" "$large_height"
bmps small "$small" "$small_width" "$small_height"
bytes=$((large * (54 + large_width * large_height * 3)))

for round in $(seq "$rounds"); do
  echo "round $round of $rounds (load $(cut -d' ' -f1 /proc/loadavg 2> /dev/null || echo unknown))" >&2
  # in turns, so that whatever changes with time changes both
  [ $((round % 2)) = 1 ] && kinds="plain tls" || kinds="tls plain"
  for kind in $kinds; do measure "$kind"; done
done

echo
echo "$(date +%F), $(uname -sm), $(nproc 2> /dev/null || echo '?') cores, $rounds rounds, medians; ratio: of each round's pair"
printf '%-34s %10s %10s %10s\n' "" "plain, ms" "TLS, ms" "TLS/plain"
line() { # TITLE NAME
  printf '%-34s %10.0f %10.0f %10.2f\n' "$1" "$(median < "$work/plain.$2")" "$(median < "$work/tls.$2")" \
    "$(paste "$work/tls.$2" "$work/plain.$2" | awk '{ print $1 / $2 }' | median)"
}
line "ping (a program's start and hello)" start
line "save $large images, $((bytes >> 20)) MiB" save-large
line "fetch them" fetch-large
line "save $small images of 12 KiB" save-small
line "fetch them" fetch-small
