import type { Host } from '../context.ts'

type Start = Pick<Host, 'env' | 'cwd' | 'platform' | 'packageFolder' | 'script'>

/** What to type for the word `netmed` where the user stands: not every shell knows it there. */
export function programTyped(host: Start): string {
  const { packageFolder } = host
  // Outside of it npx would look for a package of that name, here or on the network.
  if (isByNpx(host) && isWithin(host.cwd(), packageFolder)) return 'npx netmed'
  if (!isByNpx(host) && isOnPath(host)) return 'netmed'
  return `node ${pathTyped([packageFolder, 'bin', 'netmed.cjs'].join(isWindows(host) ? '\\' : '/'), host)}`
}

/** A path as the shell takes it for one word. */
export function pathTyped(path: string, host: Pick<Host, 'platform'>): string {
  if (isWindows(host)) return /^[\w.:\\-]+$/.test(path) ? path : `"${path}"`
  return /^[\w.:/@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}

// What npx runs stands in a folder that is on the path for this one run; what was started by a shell
// that npx has started does not. On Windows a script there hides where it stands.
function isByNpx({ env, script, platform }: Start): boolean {
  return env.npm_command === 'exec' && (script.includes('/.bin/') || isWindows({ platform }))
}

function isOnPath({ env, script, packageFolder, platform }: Start): boolean {
  const isOnWindows = isWindows({ platform })
  // There the shell starts a script of npm's, above the folder of all packages.
  const program = isOnWindows ? folderOf(packageFolder) : script
  const folders = (env.PATH ?? '').split(isOnWindows ? ';' : ':')
  const isNamed = isOnWindows || script.endsWith('/netmed')
  return isNamed && folders.some(folder => folder.replace(/[\\/]$/, '') === folderOf(program))
}

function isWithin(folder: string, outer: string): boolean {
  return folder === outer || (folder.startsWith(outer) && /^[\\/]/.test(folder.slice(outer.length)))
}

function folderOf(path: string): string {
  return path.replace(/[\\/][^\\/]*$/, '')
}

function isWindows({ platform }: Pick<Host, 'platform'>): boolean {
  return platform === 'win32'
}
