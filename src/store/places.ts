import { userInfo } from 'node:os'
import path from 'node:path'
import { Failure } from '../failure.ts'

export interface Places {
  /** Where the data lives unless the user names another file. */
  dataFile: string
  /** What the user writes: templates. */
  config: string
  /** Kept copies and other things that may be lost without harm. */
  state: string
}

export interface PlacesHost {
  env: Record<string, string | undefined>
  platform: string
}

/** The platform's folders for netmed; nothing is made, and no file is looked at. */
export function places({ env, platform }: PlacesHost): Places {
  const { data, config, state } =
    platform === 'win32' ? windows(env) : platform === 'darwin' ? mac(env) : unix(env)
  return { dataFile: path.join(data, 'netmed.json'), config, state }
}

/** A home of its own, so that nothing the user has is read or touched. */
export interface Home {
  folder: string
  dataFile: string
  /** The variables that lead there, the others as they are. */
  env: PlacesHost['env']
}

export function homeIn(folder: string, env: PlacesHost['env']): Home {
  const dataFile = path.join(folder, 'netmed.json')
  const own = {
    HOME: folder,
    USERPROFILE: folder,
    LOCALAPPDATA: undefined,
    APPDATA: undefined,
    XDG_DATA_HOME: undefined,
    XDG_CONFIG_HOME: undefined,
    XDG_STATE_HOME: undefined,
    NETMED_FILE: dataFile,
    NETMED_TEMPLATES: undefined,
  }
  return { folder, dataFile, env: { ...env, ...own } }
}

/** Where things may stand that are thrown away. */
export function temporaryFolder({ env, platform }: PlacesHost): string {
  if (platform === 'win32') return env.TEMP ?? env.TMP ?? 'C:\\Windows\\Temp'
  return env.TMPDIR && path.isAbsolute(env.TMPDIR) ? env.TMPDIR : '/tmp'
}

interface Folders {
  data: string
  config: string
  state: string
}

// bin/netmed.cjs works out the state folder too, before any of this is loaded.
function unix(env: PlacesHost['env']): Folders {
  const folder = (variable: string, underHome: string): string => {
    const base = env[variable]
    // The XDG rules: a relative path here is to be ignored.
    const chosen = base && path.isAbsolute(base) ? base : path.join(homeOf(env.HOME), underHome)
    return path.join(chosen, 'netmed')
  }
  return {
    data: folder('XDG_DATA_HOME', '.local/share'),
    config: folder('XDG_CONFIG_HOME', '.config'),
    state: folder('XDG_STATE_HOME', '.local/state'),
  }
}

// The usual folder for logs is what diagnosis tools collect: kept copies are private.
function mac(env: PlacesHost['env']): Folders {
  const library = path.join(homeOf(env.HOME), 'Library')
  const data = path.join(library, 'Application Support', 'netmed')
  const config = path.join(library, 'Preferences', 'netmed')
  return { data, config, state: path.join(data, 'State') }
}

function windows(env: PlacesHost['env']): Folders {
  const folder = (variable: string, underHome: string): string =>
    path.join(env[variable] || path.join(homeOf(env.USERPROFILE), 'AppData', underHome), 'netmed')
  const local = folder('LOCALAPPDATA', 'Local')
  return {
    data: path.join(local, 'Data'),
    config: path.join(folder('APPDATA', 'Roaming'), 'Config'),
    state: path.join(local, 'State'),
  }
}

function homeOf(named: string | undefined): string {
  if (named) return named
  try {
    return userInfo().homedir
  } catch (cause) {
    throw new Failure('file', "netmed can't find your home folder.", 'Set HOME.', {
      cause,
    })
  }
}
