import type { Context } from '../../context.ts'
import {
  changeSetting,
  keysSet,
  resetSettings,
  settingView,
  settingViews,
} from '../../domain/change/setting-values.ts'
import { isPrivateSetting } from '../../domain/data/settings.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { renderReset, renderSetting, renderSettings } from '../../render/settings.ts'

const FORM = {
  all: switchField('show every setting, with what it does', { flag: 'all' }),
  reset: switchField('back to the default; without a key, all of them', { flag: 'reset' }),
}

const VALUE = {
  value: { help: 'its new value', required: true, read: (text: string) => text },
} as const

export const settings: Verb = {
  words: 'settings [key] [value...]',
  says: 'see the settings that people change, or change one',
  examples: [
    'netmed settings',
    'netmed settings --all',
    'netmed settings rhythm.mentor 6w',
    'netmed settings rhythm.mentor --reset',
    'netmed settings style small',
    'netmed settings mail.style intl',
    'netmed settings crisis-line "Campus line 555 0100. US: call or text 988."',
  ],
  form: FORM,
  async act(ctx, { args: [key, ...words], typed }) {
    const { reset = false, all = false } = await fillIn(ctx, FORM, typed)
    const value = words.length ? words.join(' ') : undefined
    if (reset) await giveDefaults(ctx, key, value)
    else if (key === undefined) {
      ctx.show({ settings: settingViews(ctx.asked()) }, (answer, screen) =>
        renderSettings(answer, screen, all),
      )
    } else if (value === undefined) {
      ctx.show({ setting: settingView(ctx.asked(), key) }, renderSetting)
    } else await change(ctx, key, value)
  },
}

async function change(ctx: Context, key: string, said: string): Promise<void> {
  const { value } = await fillIn(ctx, VALUE, { value: said })
  const { db } = await ctx.store.update(db => changeSetting(db, key, value))
  ctx.changed({ setting: settingView(ctx.told(db), key) }, renderSetting)
}

async function giveDefaults(
  ctx: Context,
  key: string | undefined,
  value: string | undefined,
): Promise<void> {
  if (value !== undefined) {
    throw new Failure(
      'usage',
      '--reset takes no value: it restores the default.',
      `netmed settings ${key} --reset`,
    )
  }
  if (key === undefined && keysSet(ctx.store.read()).length > 1) {
    const about = 'This puts every setting back to its default.'
    if (!(await ctx.confirm({ about, question: 'Reset them?' }))) return
  }
  const { db, answer } = await ctx.store.update(db =>
    resetSettings(db, key === undefined ? keysSet(db) : [key]),
  )
  const changed = answer.filter(each => !ctx.options.json || !isPrivateSetting(each))
  const views = (key === undefined ? changed : [key]).map(each => settingView(ctx.told(db), each))
  ctx.changed({ settings: views, changed }, renderReset)
}
