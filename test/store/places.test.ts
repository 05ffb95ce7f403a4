import { createRequire } from 'node:module'
import { userInfo } from 'node:os'
import { expect, it } from 'vitest'
import { places } from '../../src/store/places.ts'

const { stateFolder } = createRequire(import.meta.url)('../../bin/netmed.cjs')

it('on Linux the folders are those of the XDG rules', () => {
  expect(places({ env: { HOME: '/home/ana' }, platform: 'linux' })).toEqual({
    dataFile: '/home/ana/.local/share/netmed/netmed.json',
    config: '/home/ana/.config/netmed',
    state: '/home/ana/.local/state/netmed',
  })
})

it('the XDG variables go before, unless they are relative', () => {
  const env = {
    HOME: '/home/ana',
    XDG_DATA_HOME: '/d',
    XDG_CONFIG_HOME: 'c',
    XDG_STATE_HOME: '/s',
  }
  expect(places({ env, platform: 'linux' })).toEqual({
    dataFile: '/d/netmed/netmed.json',
    config: '/home/ana/.config/netmed',
    state: '/s/netmed',
  })
})

it('on a Mac, what is kept does not go to the folder for logs', () => {
  expect(places({ env: { HOME: '/Users/ana' }, platform: 'darwin' })).toEqual({
    dataFile: '/Users/ana/Library/Application Support/netmed/netmed.json',
    config: '/Users/ana/Library/Preferences/netmed',
    state: '/Users/ana/Library/Application Support/netmed/State',
  })
})

it('on Windows the application folders of the user are taken', () => {
  const env = { LOCALAPPDATA: '/local', APPDATA: '/roaming' }
  expect(places({ env, platform: 'win32' })).toEqual({
    dataFile: '/local/netmed/Data/netmed.json',
    config: '/roaming/netmed/Config',
    state: '/local/netmed/State',
  })
})

it('on Windows they stand in the profile of the user unless the system names others', () => {
  const env = { USERPROFILE: '/users/ana', APPDATA: '' }
  expect(places({ env, platform: 'win32' })).toEqual({
    dataFile: '/users/ana/AppData/Local/netmed/Data/netmed.json',
    config: '/users/ana/AppData/Roaming/netmed/Config',
    state: '/users/ana/AppData/Local/netmed/State',
  })
})

it.each([
  ['linux', '.local/state/netmed'],
  ['darwin', 'Library/Application Support/netmed/State'],
  ['win32', 'AppData/Local/netmed/State'],
])('without a home the system is asked for it (%s)', (platform, inHome) => {
  const { state } = places({ env: { HOME: '', USERPROFILE: '' }, platform })
  expect(state).toBe(`${userInfo().homedir}/${inHome}`)
})

it.each(['linux', 'darwin', 'win32', 'freebsd'])(
  'the start of the program finds the same state folder (%s)',
  platform => {
    const environments = [
      { HOME: '/home/ana', USERPROFILE: '/users/ana' },
      { HOME: '/home/ana', XDG_STATE_HOME: '/s', LOCALAPPDATA: '/local' },
      { HOME: '/home/ana', XDG_STATE_HOME: 's', LOCALAPPDATA: '' },
      { HOME: '', XDG_STATE_HOME: '', USERPROFILE: '' },
      {},
    ]
    for (const env of environments) {
      expect(stateFolder(env, platform)).toBe(places({ env, platform }).state)
    }
  },
)
