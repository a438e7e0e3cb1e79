#!/bin/sh
# benchmarks/desktop.sh FOLDER [COUNT]: makes a store of COUNT small images in FOLDER (100,000 unless said otherwise)
# and one of three, where they are not there yet, and measures the linked desktop image under Xvfb with each, drawn in
# software, against the linked server: once with nothing kept on the disk, once with what that run left there.
# Needs Xvfb and a JDK (JAVA_HOME or the PATH); runtime/server and runtime/desktop are linked before.
set -eu
root=$(CDPATH= cd -- "$(dirname "$0")/.." && pwd -P)
folder=$1
count=${2:-100000}
server=$root/runtime/server/target/image/bin/wirephoto-server
desktop=$root/runtime/desktop/target/image/bin/wirephoto-desktop
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
mkdir -p "$folder"
running=
screen=
end() {
  [ -z "$running" ] || kill "$running" 2> /dev/null || true
  [ -z "$screen" ] || kill "$screen" 2> /dev/null || true
}
trap end EXIT
trap 'exit 130' INT TERM

# Waits for a file with something in it, a minute at most.
await() {
  left=600
  until [ -s "$1" ]; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || { echo "$1 did not come" >&2; exit 1; }
    sleep 0.1
  done
}

# measure COUNT: both runs against a store of so many.
measure() {
  store=$folder/$1
  if [ ! -d "$store/data" ]; then
    "$java" "$root/benchmarks/ManyImages.java" "$store/images" "$1"
    "$server" import "$store/images" --data "$store/new"
    mv "$store/new" "$store/data"
  fi
  rm -rf "$store/home" "$store/port"
  mkdir -p "$store/home"
  "$server" serve --plain --open --announce none --bind 127.0.0.1 --port 0 --data "$store/data" \
    --port-file "$store/port" > "$store/server.log" 2>&1 &
  running=$!
  await "$store/port"
  for run in "nothing kept" "kept on the disk"; do
    echo "== $1 images, $run"
    HOME=$store/home XDG_CONFIG_HOME=$store/home XDG_CACHE_HOME=$store/home WIREPHOTO_OPTS=-Dprism.order=sw \
      "$desktop" --plain --no-search --server "127.0.0.1:$(cat "$store/port")" --measure
  done
  kill "$running"
  wait "$running" || true
  running=
}

rm -f "$folder/display"
Xvfb -displayfd 3 -screen 0 1280x860x24 -nolisten tcp -noreset 3> "$folder/display" 2> /dev/null &
screen=$!
await "$folder/display"
DISPLAY=:$(cat "$folder/display")
export DISPLAY
uptime
measure 3
measure "$count"
