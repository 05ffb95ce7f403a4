#!/usr/bin/env bash
# Checks our exports with the programs that read them: khard, khal and vobject, where they are installed.
set -u
cd "$(dirname "$0")/.." || exit 1
netmed="$PWD/bin/netmed.cjs"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder" NETMED_NOW=2026-11-21T15:00:00Z LC_ALL=C.UTF-8 TZ=UTC
unset NETMED_FILE XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME
failed=0
passed=0

say() { if [ "$1" = 0 ]; then passed=$((passed + 1)); echo "ok    $2"; else failed=$((failed + 1)); echo "FAIL  $2"; fi; }

run() { node "$netmed" "$@" >/dev/null 2>&1 || { echo "netmed $* failed"; exit 1; }; }

run add "Dr. María José van der Berg, MD" --role attending --institution "UCSF; Parnassus" \
  --department Cardiology --email maria@example.org --phone "+1 415 555 0100" --birthday "9 mar 1980" \
  --tag acc --note "two cats, one 猫
second line"
run add "Priya Nair" --nickname Pri --role peer --birthday "1 feb"
run log berg -k conference -o wed -d "the ablation registry; her \"second\" one, and more of it than fits in a line of 75 octets — übrigens 猫猫猫猫猫猫"
run meet priya --on "wed 15:00" --for 30m --place "Green Bean, 9th Avenue"
run export vcf --vdir "$folder/people"
run export ics --vdir "$folder/calendar"
run export vcf --out "$folder/people.vcf"
run export ics --details --out "$folder/calendar.ics"

if command -v khard >/dev/null; then
  mkdir -p "$folder/.config/khard"
  printf '[addressbooks]\n[[netmed]]\npath = %s\n[general]\ndefault_action = list\n' \
    "$folder/people" >"$folder/.config/khard/khard.conf"
  khard list 2>/dev/null | grep -q 'van der Berg'; say $? "khard lists the people"
  khard show "van der Berg" 2>/dev/null | grep -q 'maria@example.org'; say $? "khard shows the address"
  khard show "van der Berg" 2>/dev/null | grep -q 'second line'; say $? "khard shows the whole note"
  khard birthdays 2>/dev/null | grep -q 'Priya'; say $? "khard knows a birthday without a year"
else
  echo "skip  khard is not installed"
fi

if command -v khal >/dev/null; then
  mkdir -p "$folder/.config/khal"
  printf '[calendars]\n[[netmed]]\npath = %s\n[locale]\ntimeformat = %%H:%%M\ndateformat = %%Y-%%m-%%d\nlongdateformat = %%Y-%%m-%%d\ndatetimeformat = %%Y-%%m-%%d %%H:%%M\nlongdatetimeformat = %%Y-%%m-%%d %%H:%%M\n' \
    "$folder/calendar" >"$folder/.config/khal/config"
  khal list 2026-11-21 14d 2>/dev/null | grep -q '15:00-15:30'; say $? "khal lists the meeting with its times"
  khal list 2026-11-21 14d 2>/dev/null | grep -q 'van der Berg'; say $? "khal lists the first note"
else
  echo "skip  khal is not installed"
fi

python=/usr/bin/python3
if $python -c 'import vobject' 2>/dev/null; then
  $python - "$folder/people.vcf" "$folder/calendar.ics" <<'PY'
import sys, vobject
cards = list(vobject.readComponents(open(sys.argv[1], encoding='utf-8', newline='').read()))
assert [card.fn.value for card in cards] == ['Dr. María José van der Berg, MD', 'Priya Nair'], cards
assert cards[0].org.value == ['UCSF; Parnassus', 'Cardiology'], cards[0].org.value
assert cards[0].note.value == 'two cats, one 猫\nsecond line', cards[0].note.value
for card in cards:
    card.validate()
events = list(vobject.readComponents(open(sys.argv[2], encoding='utf-8', newline='').read()))[0].vevent_list
assert any('猫' in getattr(event, 'description', event.summary).value for event in events), events
PY
  say $? "vobject reads the same words from both"
else
  echo "skip  vobject is not installed"
fi

# There and back: what other programs wrote is known again, and what they edited stays.
if $python -c 'import vobject' 2>/dev/null; then
  $python - "$folder/people.vcf" >"$folder/rewritten.vcf" <<'PY'
import sys, vobject
for card in vobject.readComponents(open(sys.argv[1], encoding='utf-8', newline='').read()):
    sys.stdout.write(card.serialize())
PY
  node "$netmed" import "$folder/rewritten.vcf" --dry-run | grep -q '0 new, 0 changed, 2 the same'
  say $? "what vobject writes of our cards is the same people"
fi

card=$(grep -l 'Priya' "$folder"/people/*.vcf)
sed -i 's/^END:VCARD/X-ELSEWHERE:1\r\n&/' "$card"
node "$netmed" export vcf --vdir "$folder/people" | grep -q '0 written, 0 removed, 1 as they were, 1 changed there'
say $? "a card that was edited in the folder is left as it is"
node "$netmed" export ics --vdir "$folder/calendar" | grep -q '^.*: 0 written, 0 removed'
say $? "a folder that nothing changed in is not touched"

run add '=cmd()' --phone "+49 30 123" --yes
run export csv --out "$folder/people.csv"
run export json --out "$folder/people.json"
run export json --private --out "$folder/private.json"
node "$netmed" export schema >"$folder/schema.json"
$python - "$folder/people.csv" <<'PY'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], encoding='utf-8-sig', newline='')))
assert [row['name'] for row in rows] == ['Dr. María José van der Berg, MD', 'Priya Nair', "'=cmd()"], rows
assert [row['phones'] for row in rows] == ['+1 415 555 0100', '', '+49 30 123'], rows
PY
say $? "Python reads the table, its formula defused and its numbers intact"
if python3 -c 'import jsonschema' 2>/dev/null; then
  python3 - "$folder" <<'PY'
import json, sys, jsonschema
read = lambda name: json.load(open(f'{sys.argv[1]}/{name}.json', encoding='utf-8'))
for name in ('people', 'private'):
    jsonschema.validate(read(name), read('schema'))
PY
  say $? "both JSON exports validate against netmed export schema"
else
  echo "skip  jsonschema is not installed"
fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
