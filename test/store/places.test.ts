import envPaths from 'env-paths'
import { expect, it } from 'vitest'
import { places } from '../../src/store/places.ts'

it('on Linux the folders are those of the XDG rules', () => {
  expect(places({ env: { HOME: '/home/ana' }, platform: 'linux' })).toEqual({
    dataFile: '/home/ana/.local/share/netmed/netmed.json',
    config: '/home/ana/.config/netmed',
    state: '/home/ana/.local/state/netmed',
    runtime: undefined,
  })
})

it('the XDG variables go before, unless they are relative', () => {
  const env = {
    HOME: '/home/ana',
    XDG_DATA_HOME: '/d',
    XDG_CONFIG_HOME: 'c',
    XDG_STATE_HOME: '/s',
    XDG_RUNTIME_DIR: '/run/user/7',
  }
  expect(places({ env, platform: 'linux' })).toEqual({
    dataFile: '/d/netmed/netmed.json',
    config: '/home/ana/.config/netmed',
    state: '/s/netmed',
    runtime: '/run/user/7',
  })
})

it('on a Mac, what is kept does not go to the folder for logs', () => {
  expect(places({ env: { HOME: '/Users/ana' }, platform: 'darwin' })).toEqual({
    dataFile: '/Users/ana/Library/Application Support/netmed/netmed.json',
    config: '/Users/ana/Library/Preferences/netmed',
    state: '/Users/ana/Library/Application Support/netmed/State',
    runtime: undefined,
  })
})

it('on Windows the application folders of the user are taken', () => {
  const env = { LOCALAPPDATA: '/local', APPDATA: '/roaming' }
  expect(places({ env, platform: 'win32' })).toEqual({
    dataFile: '/local/netmed/Data/netmed.json',
    config: '/roaming/netmed/Config',
    state: '/local/netmed/State',
    runtime: undefined,
  })
})

it.runIf(process.platform === 'linux')('the folders are those of env-paths', () => {
  const usual = envPaths('netmed', { suffix: '' })
  const { dataFile, config, state } = places({ env: process.env, platform: 'linux' })
  expect([dataFile, config, state]).toEqual([`${usual.data}/netmed.json`, usual.config, usual.log])
})

it('without a home the system is asked for it', () => {
  const { dataFile } = places({ env: {}, platform: 'linux' })
  expect(dataFile).toBe(`${envPaths('netmed', { suffix: '' }).data}/netmed.json`)
})
