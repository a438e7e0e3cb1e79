#!/bin/sh
# record.sh IMAGE WORK: runs each program of the image once, so that the JVM keeps what a start needs in an AOT cache.
set -eu
image=$1
work=$2
rm -rf "$work"
mkdir -p "$work"
plain=$(du -sk "$image" | cut -f1)
cd "$image/lib"
for program in wirephoto-server wirephoto; do
  # Relative, because options are split at spaces.
  WIREPHOTO_OPTS="-XX:AOTCacheOutput=$program.aot" ../bin/$program --version > "$work/$program.log" 2>&1 ||
    { cat "$work/$program.log"; exit 1; }
  [ -s "$program.aot" ] || { echo "no AOT cache for $program"; cat "$work/$program.log"; exit 1; }
done
chmod 644 ./*.aot
whole=$(du -sk "$image" | cut -f1)
echo "image: $((plain / 1024)) MiB, with AOT caches $((whole / 1024)) MiB"
