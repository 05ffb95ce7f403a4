import { expect, it } from 'vitest'
import { pathTyped, programTyped } from '../../src/input/program.ts'

const CLONE = '/home/ana/src/netmed'
const NPX = { npm_command: 'exec', PATH: '/home/ana/.npm/_npx/1/node_modules/.bin:/usr/bin' }
const CACHED = '/home/ana/.npm/_npx/1/node_modules/.bin/netmed'

/** Installed for everybody, and started from the home folder. */
const GLOBAL = {
  env: { PATH: '/usr/local/bin/:/usr/bin' },
  cwd: () => '/home/ana',
  platform: 'linux',
  packageFolder: '/usr/local/lib/node_modules/netmed',
  script: '/usr/local/bin/netmed',
}

const WINDOWS = {
  env: { PATH: 'C:\\Windows;C:\\Users\\Ana Silva\\npm' },
  cwd: () => 'C:\\Users\\Ana Silva',
  platform: 'win32',
  packageFolder: 'C:\\Users\\Ana Silva\\npm\\node_modules\\netmed',
  script: 'C:\\Users\\Ana Silva\\npm\\node_modules\\netmed\\bin\\netmed.cjs',
}
const WINDOWS_CLONE = 'C:\\src\\netmed'

it.each([
  ['installed', GLOBAL, 'netmed'],
  ['installed, inside the clone', { ...GLOBAL, cwd: () => CLONE }, 'netmed'],
  ['installed from the clone as a link', { ...GLOBAL, packageFolder: CLONE }, 'netmed'],
  [
    'installed, in a shell that npx started',
    { ...GLOBAL, env: { ...GLOBAL.env, npm_command: 'exec' } },
    'netmed',
  ],
  [
    'installed where the shell does not look',
    { ...GLOBAL, env: { PATH: '/usr/bin' } },
    'node /usr/local/lib/node_modules/netmed/bin/netmed.cjs',
  ],
  [
    'by npx in the clone',
    { ...GLOBAL, env: NPX, script: CACHED, packageFolder: CLONE, cwd: () => CLONE },
    'npx netmed',
  ],
  [
    'by npx deep in the clone',
    { ...GLOBAL, env: NPX, script: CACHED, packageFolder: CLONE, cwd: () => `${CLONE}/src/input` },
    'npx netmed',
  ],
  [
    'by npx, beside the clone',
    { ...GLOBAL, env: NPX, script: CACHED, packageFolder: CLONE, cwd: () => `${CLONE}-notes` },
    `node ${CLONE}/bin/netmed.cjs`,
  ],
  [
    'by npx, from a tarball',
    {
      ...GLOBAL,
      env: NPX,
      script: CACHED,
      packageFolder: '/home/ana/.npm/_npx/1/node_modules/netmed',
    },
    'node /home/ana/.npm/_npx/1/node_modules/netmed/bin/netmed.cjs',
  ],
  [
    'by its file in the clone, which is on the path',
    {
      ...GLOBAL,
      env: { PATH: `${CLONE}/bin` },
      script: `${CLONE}/bin/netmed.cjs`,
      packageFolder: CLONE,
      cwd: () => CLONE,
    },
    `node ${CLONE}/bin/netmed.cjs`,
  ],
  ['installed on Windows', WINDOWS, 'netmed'],
  [
    'on Windows where the shell does not look',
    { ...WINDOWS, env: { PATH: 'C:\\Windows' } },
    'node "C:\\Users\\Ana Silva\\npm\\node_modules\\netmed\\bin\\netmed.cjs"',
  ],
  [
    'on Windows by npx in the clone',
    {
      ...WINDOWS,
      env: { npm_command: 'exec' },
      packageFolder: WINDOWS_CLONE,
      cwd: () => `${WINDOWS_CLONE}\\src`,
    },
    'npx netmed',
  ],
])('%s, what starts it is what works there', (_, host, typed) => {
  expect(programTyped(host)).toBe(typed)
})

it.each([
  ['linux', '/tmp/netmed-demo-x/netmed.json', '/tmp/netmed-demo-x/netmed.json'],
  ['linux', "/tmp/Ana's notes/$HOME", "'/tmp/Ana'\\''s notes/$HOME'"],
  ['win32', 'C:\\Temp\\netmed.json', 'C:\\Temp\\netmed.json'],
  ['win32', 'C:\\Ana Silva\\netmed.json', '"C:\\Ana Silva\\netmed.json"'],
])('on %s the path %s is one word for the shell', (platform, path, typed) => {
  expect(pathTyped(path, { platform })).toBe(typed)
})
