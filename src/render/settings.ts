import type { SettingView } from '../domain/setting-values.ts'
import { nextCommand } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible } from './text.ts'
import type { Screen } from './theme.ts'

/** Every setting, in groups by what comes before the dot; what the user set names its default. */
export function renderSettings({ settings }: { settings: SettingView[] }, screen: Screen): string {
  const rows: Row[] = []
  let group = ''
  for (const setting of settings) {
    const own = setting.key.split('.')[0] ?? ''
    if (group && own !== group) rows.push('')
    group = own
    rows.push([
      { text: setting.key, paint: screen.theme.name },
      valueWords(setting),
      setting.isSet ? `${setting.acts} (default ${setting.default})` : setting.acts,
    ])
  }
  return [
    columns(rows, { width: screen.columns }),
    '',
    nextCommand('netmed settings set rhythm.mentor 6w', screen),
  ].join('\n')
}

/** `rhythm.mentor is 42 days: keep in touch with mentors (default 30).` */
export function renderSetting({ setting }: { setting: SettingView }, screen: Screen): string {
  const { key, acts, isSet } = setting
  const was = isSet ? ` (default ${setting.default})` : ' (the default)'
  const then = isSet ? `netmed settings reset ${key}` : 'netmed settings'
  const said = visible(`${key} is ${valueWords(setting)}: ${acts}${was}.`)
  return `${said}\n${nextCommand(then, screen)}`
}

export function renderReset(
  { settings, changed }: { settings: SettingView[]; changed: string[] },
  screen: Screen,
): string {
  const lines = settings.map(setting => {
    const again = changed.includes(setting.key) ? 'again' : 'already'
    return visible(`${setting.key} is ${valueWords(setting)} ${again}.`)
  })
  if (!lines.length) lines.push('Every setting has its default.')
  return [...lines, nextCommand('netmed settings', screen)].join('\n')
}

const WORDED = new Set(['time', 'text', 'rules', 'any or small'])

/** `30 days`, `1.5 times the rhythm`, `09:00`. */
function valueWords({ value, unit }: SettingView): string {
  return WORDED.has(unit) ? String(value) : `${value} ${singular(value, unit)}`
}

function singular(value: number | string, unit: string): string {
  if (value !== 1) return unit
  if (unit === 'people') return 'person'
  return /^(days|minutes|lines|words|sentences)$/.test(unit) ? unit.slice(0, -1) : unit
}
