import path from 'node:path'
import envPaths from 'env-paths'

export interface Places {
  /** Where the data lives unless the user names another file. */
  dataFile: string
  /** What the user writes: templates. */
  config: string
  /** Kept copies and other things that may be lost without harm. */
  state: string
  /** A folder that only this user can read and that is gone after logging out, if there is one. */
  runtime: string | undefined
}

export interface PlacesHost {
  env: Record<string, string | undefined>
  platform: string
}

/** The platform's folders for netmed; nothing is made and nothing is looked at. */
export function places({ env, platform }: PlacesHost): Places {
  // env-paths reads the environment of the process once; what the host's says goes before it.
  const usual = envPaths('netmed', { suffix: '' })
  const folders =
    platform === 'win32'
      ? windows(env, usual)
      : platform === 'darwin'
        ? mac(env, usual)
        : unix(env, usual)
  const { data, config, state } = folders
  return { dataFile: path.join(data, 'netmed.json'), config, state, runtime: runtimeFolder(env) }
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
interface Usual {
  data: string
  config: string
  log: string
}

function unix(env: PlacesHost['env'], usual: Usual): Folders {
  const home = env.HOME
  const folder = (variable: string, underHome: string, fallback: string): string => {
    const base = env[variable]
    // The XDG rules: a relative path here is to be ignored.
    if (base && path.isAbsolute(base)) return path.join(base, 'netmed')
    return home ? path.join(home, underHome, 'netmed') : fallback
  }
  return {
    data: folder('XDG_DATA_HOME', '.local/share', usual.data),
    config: folder('XDG_CONFIG_HOME', '.config', usual.config),
    state: folder('XDG_STATE_HOME', '.local/state', usual.log),
  }
}

// Elsewhere env-paths' folder for logs is what diagnosis tools collect: kept copies are private.
function mac(env: PlacesHost['env'], usual: Usual): Folders {
  if (!env.HOME) return { ...usual, state: path.join(usual.data, 'State') }
  const library = path.join(env.HOME, 'Library')
  const data = path.join(library, 'Application Support', 'netmed')
  const config = path.join(library, 'Preferences', 'netmed')
  return { data, config, state: path.join(data, 'State') }
}

function windows(env: PlacesHost['env'], usual: Usual): Folders {
  const home = env.USERPROFILE
  const local = env.LOCALAPPDATA ?? (home && path.join(home, 'AppData', 'Local'))
  const roaming = env.APPDATA ?? (home && path.join(home, 'AppData', 'Roaming'))
  const data = local ? path.join(local, 'netmed', 'Data') : usual.data
  const config = roaming ? path.join(roaming, 'netmed', 'Config') : usual.config
  return { data, config, state: path.join(path.dirname(data), 'State') }
}

function runtimeFolder({ XDG_RUNTIME_DIR }: PlacesHost['env']): string | undefined {
  return XDG_RUNTIME_DIR && path.isAbsolute(XDG_RUNTIME_DIR) ? XDG_RUNTIME_DIR : undefined
}
