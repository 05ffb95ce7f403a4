import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { BIN } from '../support/built.ts'
import { names, scratchFolder } from '../support/store.ts'
import { tell, tries } from '../support/tally.ts'

const ROOT = path.join(import.meta.dirname, '..', '..')
const KILLER = path.join(ROOT, 'test', 'support', 'store-kill.cjs')
/** Far beyond what a command takes on a busy machine; what runs into it hangs. */
const HUNG_MS = 120_000

it('twenty programs that add people lose none, and no reader sees half a file', async () => {
  const place = home()
  const each = tries(2, 10)
  // On a machine busy enough patience ends and nothing was added: whoever waited in vain tries again.
  const adding =
    'until "$NODE" "$BIN" --quiet add "P $0 $i" 2>/dev/null; do [ $? -eq 5 ] || exit 1; done'
  const line = `for i in $(seq ${each}); do ${adding}; done`
  const shells = Array.from({ length: 20 }, (_, i) =>
    once(spawn('sh', ['-c', line, `n${i}`], { env: place.env, stdio: 'inherit' }), 'exit'),
  )
  let isDone = false
  const everybody = Promise.all(shells).finally(() => {
    isDone = true
  })
  let seen = 0
  while (!isDone) {
    if (fs.existsSync(place.file)) {
      const now = JSON.parse(fs.readFileSync(place.file, 'utf8')).contacts.length
      expect(now).toBeGreaterThanOrEqual(seen)
      seen = now
    }
    await setTimeout(5)
  }
  expect(await everybody).toEqual(Array.from({ length: 20 }, () => [0, null]))
  const people = names(JSON.parse(fs.readFileSync(place.file, 'utf8')))
  expect([people.length, new Set(people).size]).toEqual([20 * each, 20 * each])
  tell('people added by twenty programs at once', 20 * each)
  expect(fs.readdirSync(path.dirname(place.file))).toEqual(['netmed.json'])
})

it('killed before any of its steps, a command leaves the old or the new file and holds nobody up', () => {
  const place = home()
  run(place, ['add', 'Person 0'])
  const outcomes = new Set<string>()
  let steps = 0
  let signal: string | null = 'SIGKILL'
  for (let step = 1; signal !== null; step++) {
    steps = step
    const before = peopleIn(place)
    const env = { ...place.env, KILL_AT: String(step), KILL_FROM: '.netmed.json.lock' }
    const words = ['--require', KILLER, BIN, 'add', `Person ${step}`]
    signal = spawnSync(process.execPath, words, { env, timeout: HUNG_MS }).signal
    const after = peopleIn(place)
    outcomes.add(after.length === before.length ? 'old' : 'new')
    expect(after).toEqual(after.length === before.length ? before : [...before, `Person ${step}`])
    if (step % 3 === 0) expect(run(place, ['add', `Next ${step}`])).toBe(0)
  }
  expect([...outcomes]).toEqual(['old', 'new'])
  expect(run(place, ['add', 'Last'])).toBe(0)
  expect(fs.readdirSync(path.dirname(place.file))).toEqual(['netmed.json'])
  tell('programs killed before a step of a change', steps)
})

it('killed between the data and the marks of log --from, the next run marks and logs nothing twice', () => {
  const place = home()
  run(place, ['add', 'Priya Nair'])
  const notes = path.join(place.folder, 'notes.txt')
  let steps = 0
  let signal: string | null = 'SIGKILL'
  for (let step = 1; signal !== null; step++) {
    steps = step
    fs.writeFileSync(notes, `coffee with priya about ${step}\nlunch with priya about ${step}\n`)
    // The first call that names what is written beside the file is the first after the data were saved.
    const env = { ...place.env, KILL_AT: String(step), KILL_FROM: '.notes.txt.' }
    const words = ['--require', KILLER, BIN, 'log', '--from', notes]
    signal = spawnSync(process.execPath, words, { env, timeout: HUNG_MS }).signal
    expect(run(place, ['log', '--from', notes])).toBe(0)
    const { interactions } = JSON.parse(fs.readFileSync(place.file, 'utf8'))
    const logged = interactions.filter((each: { detail: string }) => each.detail === String(step))
    expect(logged).toHaveLength(2)
    const text = fs.readFileSync(notes, 'utf8')
    expect(text).toBe(`✓ coffee with priya about ${step}\n✓ lunch with priya about ${step}\n`)
    expect(fs.readdirSync(place.folder).sort()).toEqual(['notes.txt', 'share', 'state'])
  }
  expect(steps).toBeGreaterThan(4)
  tell('programs killed between data and marks', steps)
})

/** From one step at which it is killed to the next: all of them are tried when there are minutes. */
const STRIDE = tries(4, 1)

it.each([
  ['a file that reads', (text: string) => text],
  ['a damaged one', (text: string) => text.slice(0, -200)],
])('killed before its steps, a restore over %s leaves that or the copy', (_, damage) => {
  const place = home()
  for (const name of ['Ana', 'Ben', 'Cho']) run(place, ['add', name])
  const old = damage(fs.readFileSync(place.file, 'utf8'))
  const copy = `${place.folder}/copy.json`
  run(place, ['undo'])
  run(place, ['backup', copy])
  const backToBefore = stateOf(place)
  const outcomes = new Set<string>()
  let signal: string | null = 'SIGKILL'
  for (let step = 1; signal !== null; step += STRIDE) {
    backToBefore()
    fs.writeFileSync(place.file, old)
    const env = { ...place.env, KILL_AT: String(step), KILL_FROM: '.netmed.json.lock' }
    const words = ['--require', KILLER, BIN, 'restore', copy, '--yes']
    signal = spawnSync(process.execPath, words, { env, timeout: HUNG_MS }).signal
    const isOld = fs.readFileSync(place.file, 'utf8') === old
    outcomes.add(isOld ? 'old' : 'new')
    if (!isOld) expect(peopleIn(place)).toEqual(['Ana', 'Ben'])
    expect(keptBytes(place)).toContain(old)
  }
  expect([...outcomes]).toEqual(['old', 'new'])
  expect(run(place, ['add', 'Last'])).toBe(0)
  expect(JSON.parse(fs.readFileSync(place.file, 'utf8')).meta.nextId).toBe(5)
  expect(fs.readdirSync(path.dirname(place.file))).toEqual(['netmed.json'])
})

it('killed before its steps, doctor --fix leaves the file or the mended one, and keeps its bytes', () => {
  const place = home()
  for (const name of ['Ana', 'Ben']) run(place, ['add', name])
  const sound = fs.readFileSync(place.file, 'utf8')
  const old = sound.replaceAll(/"uid": "\w+"/g, `"uid": "${'a'.repeat(16)}"`)
  const backToBefore = stateOf(place)
  const outcomes = new Set<string>()
  let signal: string | null = 'SIGKILL'
  for (let step = 1; signal !== null; step += STRIDE) {
    backToBefore()
    fs.writeFileSync(place.file, old)
    const env = { ...place.env, KILL_AT: String(step), KILL_FROM: '.netmed.json.lock' }
    const words = ['--require', KILLER, BIN, 'doctor', '--fix']
    signal = spawnSync(process.execPath, words, { env, timeout: HUNG_MS }).signal
    const isOld = fs.readFileSync(place.file, 'utf8') === old
    outcomes.add(isOld ? 'old' : 'new')
    if (!isOld) expect(peopleIn(place)).toEqual(['Ana', 'Ben'])
    expect(keptBytes(place)).toContain(old)
  }
  expect([...outcomes]).toEqual(['old', 'new'])
  expect(run(place, ['doctor'])).toBe(0)
  expect(fs.readdirSync(path.dirname(place.file))).toEqual(['netmed.json'])
})

it('eight programs that find the lock of a dead one lose nothing', async () => {
  const place = home()
  run(place, ['add', 'Ana'])
  holdLock(place, { pid: 2 ** 22 + 1 })
  const programs = Array.from({ length: 8 }, (_, i) =>
    once(spawn(process.execPath, [BIN, 'add', `P ${i}`], { env: place.env }), 'exit'),
  )
  expect(await Promise.all(programs)).toEqual(Array.from({ length: 8 }, () => [0, null]))
  expect(peopleIn(place)).toHaveLength(9)
  expect(fs.readdirSync(path.dirname(place.file))).toEqual(['netmed.json'])
})

it('killed at moments nobody chose, commands lose nothing that was acknowledged', async () => {
  const place = home()
  const acknowledged: string[] = []
  const rounds = tries(15, 300)
  for (let round = 0; round < rounds; round++) {
    const name = `Person ${round}`
    const child = spawn(process.execPath, [BIN, 'add', name], { env: place.env, stdio: 'ignore' })
    const exit = once(child, 'exit')
    await Promise.race([exit, setTimeout(20 + 6 * (round % 15) + round / 50)])
    child.kill('SIGKILL')
    const [code] = await exit
    if (code === 0) acknowledged.push(name)
    expect(run(place, ['add', `Next ${round}`])).toBe(0)
    acknowledged.push(`Next ${round}`)
  }
  expect(peopleIn(place)).toEqual(expect.arrayContaining(acknowledged))
  tell('programs killed at a moment nobody chose', rounds)
})

// Begun first of all, as it takes ten seconds in which nothing happens.
let waited: Promise<{ place: Home; code: number; said: string }>
let waitingIn: string
beforeAll(() => {
  waitingIn = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'netmed-test-'))
  waited = addWhileHeld(home(waitingIn))
})
afterAll(() => fs.rmSync(waitingIn, { recursive: true }))

it('a program that holds the data is waited for, then named, and the exit code is 5', async () => {
  const { place, code, said } = await waited
  expect(said).toBe(
    `${place.file} is in use: netmed log, process ${process.pid} by zoe on ${os.hostname()}.\n` +
      '  Nothing was changed. Try again in a moment.\n',
  )
  expect(code).toBe(5)
  expect(peopleIn(place)).toEqual(['Ana'])
})

it('reading does not wait for a program that holds the data', () => {
  const place = home()
  run(place, ['add', 'Ana'])
  holdLock(place)
  expect(run(place, ['due'])).toBe(0)
})

it('where a file may not grow, the old data stays byte for byte and the exit code is 4', () => {
  const place = home()
  run(place, ['add', 'Ana', '--note', 'x'.repeat(3000)])
  const before = fs.readFileSync(place.file)
  const line = 'ulimit -f 4; exec "$NODE" "$BIN" add Ben --note "$0"'
  const result = spawnSync('sh', ['-c', line, 'y'.repeat(3000)], {
    env: place.env,
    encoding: 'utf8',
  })
  expect(result.stderr).toBe(
    `Your data was not changed: ${place.file} can't be written, the file is too large for this disk.\n`,
  )
  expect(result.status).toBe(4)
  expect(fs.readFileSync(place.file)).toEqual(before)
  expect(fs.readdirSync(path.dirname(place.file))).toEqual(['netmed.json'])
})

const mayMount = spawnSync('unshare', ['-m', 'true']).status === 0
const UNMOUNTED = 'a disk of its own needs Linux and root'

it('on a full disk the old data stays byte for byte and the exit code is 4', ({ skip }) => {
  skip(!mayMount, UNMOUNTED)
  const place = home()
  const line = [
    'mount -t tmpfs -o size=64k none "$FULL" &&',
    '"$NODE" "$BIN" --file "$FULL/d/n.json" --quiet add Ana &&',
    'cp "$FULL/d/n.json" "$COPY" && { cat /dev/zero > "$FULL/filler" 2>/dev/null;',
    '"$NODE" "$BIN" --file "$FULL/d/n.json" add Ben;',
    'echo "exit $?"; cmp "$FULL/d/n.json" "$COPY" && ls -A "$FULL/d"; }',
  ].join(' ')
  const full = path.join(place.folder, 'full')
  fs.mkdirSync(full)
  const env = { ...place.env, FULL: full, COPY: path.join(place.folder, 'copy.json') }
  const result = spawnSync('unshare', ['-m', 'sh', '-c', line], { env, encoding: 'utf8' })
  expect(result.stdout).toBe('exit 4\nn.json\n')
  expect(result.stderr).toMatch(
    /^Your data was not changed: .*n\.json can't be .*the disk is full\.$/m,
  )
})

it('on a read-only disk the data is read, and a change exits with 4', ({ skip }) => {
  skip(!mayMount, UNMOUNTED)
  const place = home()
  run(place, ['add', 'Ana'])
  const line = [
    'mount --bind "$DATA" "$DATA" && mount -o remount,ro,bind "$DATA" &&',
    '"$NODE" "$BIN" list --json | grep -c \'"name": "Ana"\'; "$NODE" "$BIN" add Ben; echo "exit $?"',
  ].join(' ')
  const env = { ...place.env, DATA: path.dirname(place.file) }
  const result = spawnSync('unshare', ['-m', 'sh', '-c', line], { env, encoding: 'utf8' })
  expect(result.stdout).toBe('1\nexit 4\n')
  expect(result.stderr).toBe(
    `Your data was not changed: ${place.file} can't be locked, the disk is read-only.\n`,
  )
})

it('a folder that may not be written in exits with 4', ({ skip }) => {
  skip(process.getuid?.() === 0, 'root may write everywhere')
  const place = home()
  run(place, ['add', 'Ana'])
  fs.chmodSync(path.dirname(place.file), 0o500)
  const result = runWhole(place, ['add', 'Ben'])
  fs.chmodSync(path.dirname(place.file), 0o700)
  expect(result.status).toBe(4)
  expect(result.stderr).toBe(
    `Your data was not changed: ${place.file} can't be locked, you don't have permission.\n`,
  )
})

it('a damaged file exits with 3, naming file, line and column, and stays', () => {
  const place = home()
  run(place, ['add', 'Ana'])
  fs.appendFileSync(place.file, '}')
  const before = fs.readFileSync(place.file)
  const result = runWhole(place, ['add', 'Ben'])
  expect(result.status).toBe(3)
  const lines = before.toString().split('\n').length
  expect(result.stderr.split('\n')[0]).toBe(
    `${place.file} is not understood at line ${lines}, column 1: there is something after the end.`,
  )
  expect(fs.readFileSync(place.file)).toEqual(before)
})

it('a change is put on the disk before its rename, and the rename before it is acknowledged', ({
  skip,
}) => {
  skip(spawnSync('strace', ['-V']).status !== 0, 'strace is not installed')
  const place = home()
  run(place, ['add', 'Ana'])
  const trace = path.join(place.folder, 'trace')
  const calls = 'trace=fsync,rename,renameat,renameat2,write'
  const words = ['-f', '-y', '-e', calls, '-o', trace, process.execPath, BIN, 'add', 'Ben']
  spawnSync('strace', words, { env: place.env })
  expect(stepsIn(fs.readFileSync(trace, 'utf8'), path.dirname(place.file))).toEqual([
    'fsync file',
    'rename',
    'fsync folder',
    'say so',
  ])
})

interface Home {
  folder: string
  file: string
  env: Record<string, string>
}

function home(folder = scratchFolder()): Home {
  const file = path.join(folder, 'share', 'netmed', 'netmed.json')
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    USER: 'zoe',
    XDG_DATA_HOME: path.join(folder, 'share'),
    XDG_STATE_HOME: path.join(folder, 'state'),
    NODE: process.execPath,
    BIN,
  }
  return { folder, file, env }
}

function runWhole({ env }: Home, words: string[]) {
  return spawnSync(process.execPath, [BIN, ...words], { env, encoding: 'utf8', timeout: HUNG_MS })
}

/** Gives the exit code; null when it hung. */
function run(place: Home, words: string[]): number | null {
  return runWhole(place, words).status
}

/** Puts the state folder back: what each killed program leaves there would make the next one take more steps. */
function stateOf({ folder }: Home): () => void {
  const [state, before] = [path.join(folder, 'state'), path.join(folder, 'state before')]
  const copy = { recursive: true, preserveTimestamps: true }
  fs.cpSync(state, before, copy)
  return () => {
    fs.rmSync(state, { recursive: true })
    fs.cpSync(before, state, copy)
  }
}

/** The file and every copy of it. */
function keptBytes({ folder, file }: Home): string[] {
  const state = path.join(folder, 'state')
  const kept = fs.readdirSync(state, { recursive: true, encoding: 'utf8' })
  const copies = kept.filter(name => name.endsWith('.json')).map(name => path.join(state, name))
  return [file, ...copies].map(each => fs.readFileSync(each, 'utf8'))
}

function peopleIn({ file }: Home): string[] {
  return names(JSON.parse(fs.readFileSync(file, 'utf8')))
}

async function addWhileHeld(place: Home): Promise<{ place: Home; code: number; said: string }> {
  run(place, ['add', 'Ana'])
  holdLock(place)
  const child = spawn(process.execPath, [BIN, 'add', 'Ben'], { env: place.env })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', text => {
    said += text
  })
  const [code] = await once(child, 'close')
  return { place, code, said }
}

/** Leaves a lock of this very process, which lives on, but for these parts. */
function holdLock({ file }: Home, parts: object = {}): void {
  const stat = told(() => fs.readFileSync(`/proc/${process.pid}/stat`, 'utf8'))
  const holder = {
    token: 'held-by-the-test',
    pid: process.pid,
    start: stat?.replace(/^.*\) /s, '').split(' ')[19] ?? null,
    host: os.hostname(),
    boot: told(() => fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    space: told(() => fs.readlinkSync('/proc/self/ns/pid')),
    user: 'zoe',
    command: 'log',
    ...parts,
  }
  const lockFile = path.join(path.dirname(file), `.${path.basename(file)}.lock`)
  fs.writeFileSync(lockFile, JSON.stringify(holder))
}

/** What Linux tells of a process; null elsewhere. */
function told(read: () => string): string | null {
  try {
    return read()
  } catch {
    return null
  }
}

/** The steps of a traced run that matter for a power cut, in their order. */
function stepsIn(trace: string, folder: string): string[] {
  return trace.split('\n').flatMap(line => {
    if (line.includes('fsync(') && line.includes(`<${folder}/.netmed.json.`)) return ['fsync file']
    if (line.includes('fsync(') && line.includes(`<${folder}>`)) return ['fsync folder']
    if (/rename\w*\(.*\/netmed\.json"/.test(line) && line.includes(folder)) return ['rename']
    return /write\(1<.*Added/.test(line) ? ['say so'] : []
  })
}
