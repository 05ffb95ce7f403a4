import type { Context } from '../../context.ts'
import {
  changeSetting,
  keysSet,
  resetSettings,
  settingView,
  settingViews,
} from '../../domain/change/setting-values.ts'
import { settingRow } from '../../domain/data/settings.ts'
import type { Noun } from '../../input/command.ts'
import { fillIn } from '../../input/form.ts'
import { renderReset, renderSetting, renderSettings } from '../../render/settings.ts'

const KEY = {
  key: {
    help: 'the setting, as netmed settings names it',
    required: true,
    ask: 'Which setting?',
    read: (text: string) => settingRow(text.trim()).key,
  },
} as const

const SET = {
  ...KEY,
  value: {
    help: 'its new value',
    required: true,
    ask: 'Which value?',
    read: (text: string) => text,
  },
} as const

export const settings: Noun = {
  says: 'every number that netmed goes by',
  verbs: [
    {
      words: 'settings [key]',
      says: 'every number that netmed goes by',
      examples: ['netmed settings', 'netmed settings rhythm.mentor'],
      act(ctx, { args: [key] }) {
        if (key === undefined) list(ctx)
        else ctx.show({ setting: settingView(ctx.store.read(), key) }, renderSetting)
      },
    },
    {
      words: 'settings list',
      says: 'every number that netmed goes by',
      examples: ['netmed settings list'],
      act: list,
    },
    {
      words: 'settings set [key] [value...]',
      says: 'give one another value',
      examples: [
        'netmed settings set rhythm.mentor 6w',
        'netmed settings set budget.notes 2',
        'netmed settings set style small',
        'netmed settings set crisis-line "Campus line 555 0100. US: call or text 988."',
      ],
      async act(ctx, { args: [said, ...words] }) {
        const typed = { key: said, value: words.length ? words.join(' ') : undefined }
        const { key, value } = await fillIn(ctx, SET, typed)
        const { answer: setting } = await ctx.store.update(db => changeSetting(db, key, value))
        ctx.changed({ setting }, renderSetting)
      },
    },
    {
      words: 'settings reset [key]',
      says: 'give one its default again; "all" for every one',
      examples: ['netmed settings reset rhythm.mentor', 'netmed settings reset all'],
      async act(ctx, { args: [said] }) {
        const isAll = said === 'all'
        const { key } = isAll ? { key: '' } : await fillIn(ctx, KEY, { key: said })
        if (isAll && keysSet(ctx.store.read()).length > 1) {
          if (!(await ctx.confirm('Give every setting its default again?'))) return
        }
        const { db, answer } = await ctx.store.update(db =>
          resetSettings(db, isAll ? keysSet(db) : [key]),
        )
        const keys = isAll ? answer : [key]
        const views = keys.map(each => settingView(db, each))
        ctx.changed({ settings: views, changed: answer }, renderReset)
      },
    },
  ],
}

function list(ctx: Context): void {
  ctx.show({ settings: settingViews(ctx.store.read()) }, renderSettings)
}
