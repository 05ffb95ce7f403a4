import type { SettingView } from '../domain/change/setting-values.ts'
import { nextCommand } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

const NARROW = 60

/**
 * The settings that people change and those that the user did, or all of them, and how to change one;
 * what the user set names its default.
 */
export function renderSettings(
  { settings }: { settings: SettingView[] },
  screen: Screen,
  all = false,
): string {
  const few = settings.filter(({ isUsual, isSet }) => all || isUsual || isSet)
  const shown = screen.columns < NARROW ? blocks(few, screen) : table(few, screen, all)
  const rest = all
    ? []
    : [`All ${settings.length} settings: ${screen.theme.command('netmed settings --all')}`]
  const change = ['To change one:', nextCommand('netmed settings rhythm.mentor 6w', screen)]
  return [shown, '', ...rest, ...change].join('\n')
}

/** A key must be whole to be typed again, so on a narrow screen the words stand below it. */
function blocks(settings: readonly SettingView[], screen: Screen): string {
  const lines = settings.map(setting => {
    const value = setting.unit === 'text' ? '' : `  ${valueWords(setting)}`
    const key = screen.theme.name(visible(setting.key))
    const says = wrap(visible(textWords(setting)), screen.columns, 4)
    return `  ${key}${visible(value)}\n${says}`
  })
  return lines.join('\n')
}

function table(settings: readonly SettingView[], screen: Screen, inGroups: boolean): string {
  const rows: Row[] = []
  let group = ''
  for (const setting of settings) {
    const own = setting.key.split('.')[0] ?? ''
    if (inGroups && group && own !== group) rows.push('')
    group = own
    const key = { text: setting.key, paint: screen.theme.name }
    // A whole sentence would make its column too wide for all the others.
    const value = setting.unit === 'text' ? 'text' : valueWords(setting)
    rows.push([key, value, textWords(setting)])
  }
  return columns(rows, { width: screen.columns })
}

function textWords({ acts, isSet, unit, value, default: fallback }: SettingView): string {
  if (unit === 'text') return `${acts}: ${value}`
  return isSet ? `${acts} (default ${fallback})` : acts
}

/** `rhythm.mentor is 42 days: keep in touch with mentors (default 30).` */
export function renderSetting({ setting }: { setting: SettingView }, screen: Screen): string {
  const { key, acts, isSet, unit } = setting
  const was = isSet ? ` (default ${setting.default})` : ' (the default)'
  const then = isSet ? `netmed settings ${key} --reset` : `netmed settings ${key} …`
  const said =
    unit === 'text'
      ? `${key}: ${setting.value}`
      : `${key} is ${valueWords(setting)}: ${acts}${was}.`
  const how = isSet ? 'To go back to the default:' : 'To change it:'
  return `${wrap(visible(said), screen.columns)}\n${how}\n${nextCommand(then, screen)}`
}

export function renderReset(
  { settings, changed }: { settings: SettingView[]; changed: string[] },
  screen: Screen,
): string {
  const lines = settings.map(setting => {
    const again = changed.includes(setting.key) ? 'again' : 'already'
    const is = setting.unit === 'text' ? `is back to its default` : `is ${valueWords(setting)}`
    return visible(`${setting.key} ${is} ${again}.`)
  })
  if (!lines.length) lines.push('Every setting is back to its default.')
  return [...lines, nextCommand('netmed settings', screen)].join('\n')
}

const WORDED = new Set(['time', 'text', 'rules'])

/** `30 days`, `1.5 times the rhythm`, `09:00`. */
function valueWords({ value, unit }: SettingView): string {
  // `150 words a minute` would make the column too wide for all the others.
  if (unit === 'words a minute') return `${value} words/min`
  // Of a choice the words to choose from are no unit.
  return WORDED.has(unit) || unit.includes(' or ')
    ? String(value)
    : `${value} ${singular(value, unit)}`
}

function singular(value: number | string, unit: string): string {
  if (unit.startsWith('times the')) return 'times'
  if (value !== 1) return unit
  if (unit === 'people') return 'person'
  return /^(days|minutes|lines|words|sentences)$/.test(unit) ? unit.slice(0, -1) : unit
}
