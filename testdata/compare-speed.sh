#!/usr/bin/env bash
# Compares a whole run of asma check, with the built-in glossary, with two
# tools that do much less on the same bytes: rg -F -f, which finds the same
# spellings as plain strings, without folding, clitics or the ends of words, and
# wc -w, which counts words. The text is the articles of testdata, over and over,
# in files of about 10 kB.
#
#	testdata/compare-speed.sh [MEGABYTES]    (default 1)
#
# Every tool runs on one core, three times; the best time counts.
set -euo pipefail
cd "$(dirname "$0")/.."
megabytes=${1:-1}
command -v rg >/dev/null || { echo "compare-speed.sh: needs rg (apt-get install ripgrep)" >&2; exit 3; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/asma" ./cmd/asma
cat testdata/articles/*.txt >"$work/all"
while [ "$(stat -c %s "$work/all")" -lt $((megabytes << 20)) ]; do
  cat "$work/all" "$work/all" >"$work/twice" && mv "$work/twice" "$work/all"
done
mkdir "$work/text"
head -c $((megabytes << 20)) "$work/all" | { iconv -c -t UTF-8 2>/dev/null || true; } | split -C 10k -a 5 --additional-suffix=.txt - "$work/text/"
cat glossary/builtin/*.tsv | grep -v '^#' | cut -f 3,4 | tr '\t|' '\n\n' | sort -u | grep . >"$work/names"

# best COMMAND…: the shortest of three wall times in seconds.
best() {
  local TIMEFORMAT=%R
  for _ in 1 2 3; do
    { time "$@" >/dev/null 2>&1 || true; } 2>&1
  done | sort -n | head -1
}
export GOMAXPROCS=1
row() { printf '%-8s %8s s %8.1f MB/s\n' "$1" "$2" "$(echo "$megabytes / ($2 + 0.0001)" | bc -l)"; }
echo "$megabytes MB in $(ls "$work/text" | wc -l) files, $(wc -l <"$work/names") spellings"
row asma "$(best "$work/asma" check --format plain --fail-on none --jobs 1 "$work/text")"
row rg "$(best rg -j 1 --no-ignore -o -F -f "$work/names" "$work/text")"
row 'wc -w' "$(best sh -c "cat $work/text/* | LC_ALL=C.UTF-8 wc -w")"
