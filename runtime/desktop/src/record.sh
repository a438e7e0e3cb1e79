#!/bin/sh
# record.sh IMAGE WORK: has the desktop program show a gallery on a screen that is nowhere, so that the JVM writes down
# in an AOT cache what a start needs. The command line gets none: it would be a quarter of the image. It is the first test
# of the image, too: what fails here fails the build.
set -eu
image=$1
work=$2
programs=$image/../../../server/target/image/bin
rm -rf "$work"
mkdir -p "$work/home"
plain=$(du -sk "$image" | cut -f1)

server=
fail() {
  echo "The image does not work: $1"
  cat "$work"/*.log
  [ -z "$server" ] || kill "$server" 2> /dev/null || true
  exit 1
}

"$programs/wirephoto-server" serve --plain --open --announce none --port 0 --bind 127.0.0.1 \
  --data "$work/data" --port-file "$work/port" > "$work/server.log" 2>&1 &
server=$!
# Relative names for the caches, because options are split at spaces.
cd "$image/lib"
../bin/wirephoto-desktop --draw-samples "$work/samples" > "$work/samples.log" 2>&1 || fail "--draw-samples"
tries=600
until [ -s "$work/port" ]; do
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] && kill -0 "$server" 2> /dev/null || fail "wirephoto-server does not start"
  sleep 0.1
done
address=127.0.0.1:$(cat "$work/port")
../bin/wirephoto --plain --server "$address" \
  send "$work/samples" > "$work/client.log" 2>&1 || fail "wirephoto send"
HOME=$work/home XDG_CONFIG_HOME=$work/home XDG_CACHE_HOME=$work/home \
  WIREPHOTO_OPTS="-XX:AOTCacheOutput=wirephoto-desktop.aot -Dglass.platform=Headless -Dprism.order=sw" \
  ../bin/wirephoto-desktop --plain --no-search --server "$address" --measure > "$work/desktop.log" 2>&1 || fail "wirephoto-desktop"
kill "$server"
wait "$server" || fail "wirephoto-server does not stop"
[ -s wirephoto-desktop.aot ] || fail "there is no AOT cache"
chmod 644 wirephoto-desktop.aot
whole=$(du -sk "$image" | cut -f1)
echo "image: $((plain / 1024)) MiB, with its AOT cache $((whole / 1024)) MiB"
