import { expect, it } from 'vitest'
import { SETTINGS } from '../../../src/domain/data/settings.ts'
import { world } from '../../support/netmed.ts'

it('every setting is listed with its value, default, unit and where it acts', async () => {
  const { settings } = await world().json('settings')
  expect(settings.map((each: { key: string }) => each.key)).toEqual(SETTINGS.map(row => row.key))
  expect(settings[0]).toEqual({
    key: 'rhythm.support',
    value: 14,
    default: 14,
    unit: 'days',
    acts: 'keep in touch with the support circle',
    isSet: false,
  })
})

it('a number is set by hand, acts at once, and is listed with its default', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen" --circle mentor')
  expect((await me.run('settings rhythm.mentor 6w')).out).toBe(
    `rhythm.mentor is 42 days: keep in touch with mentors (default 30).
  netmed settings rhythm.mentor --reset
`,
  )
  expect((await me.json('due')).items[0].every).toBe(42)
  expect((await me.run('settings', { columns: 100 })).out).toContain(
    'keep in touch with mentors (default 30)',
  )
})

it('the default is given back, and the file forgets what was set', async () => {
  const me = world()
  await me.run('settings budget.notes 2')
  expect((await me.run('settings budget.notes --reset')).out).toContain(
    'budget.notes is 1 a week again.',
  )
  expect(me.data().settings).toEqual({})
})

it('setting the default leaves nothing in the file', async () => {
  const me = world()
  await me.run('settings due.lines 3')
  await me.run('settings due.lines 7')
  expect(me.data().settings).toEqual({})
})

it('an unknown key names the nearest', async () => {
  const ran = await world().run('settings rhythm.mentr 5')
  expect(ran).toEqual({
    code: 2,
    out: '',
    err: 'There is no setting "rhythm.mentr".\n  Did you mean rhythm.mentor? All of them: netmed settings\n',
  })
})

it.each([
  ['rhythm.mentor', '0'],
  ['rhythm.mentor', 'soon'],
  ['rhythm.mentor', '4000'],
  ['budget.notes', '1.5'],
  ['due.lines', '0'],
  ['long.factor', '0.5'],
  ['style', 'tiny'],
  ['calendar.time', '25:00'],
  ['calendar.latest', '07:00'],
  ['lint.off', 'vauge'],
])('%s is never %s', async (key, value) => {
  const me = world()
  expect((await me.run(['settings', key, value])).code).toBe(2)
  expect((await me.json(`settings ${key}`)).setting.isSet).toBe(false)
})

it.each([
  ['days.advice', '3 weeks', 21],
  ['meeting.minutes', '1h', 60],
  ['long.factor', '2.5', 2.5],
  ['calendar.time', '7am', '07:00'],
  ['style', 'Small', 'small'],
  ['lint.off', 'vague, room-or-bed', 'vague,room-or-bed'],
  ['crisis-line', 'Campus line 555 0100', 'Campus line 555 0100'],
])('%s understands %s', async (key, typed, value) => {
  const me = world()
  await me.run(['settings', key, typed])
  expect((await me.json(`settings ${key}`)).setting.value).toBe(value)
})

it('a key alone is shown, an empty value and a value beside --reset are refused', async () => {
  const me = world()
  expect((await me.run('settings budget.notes')).out).toBe(
    'budget.notes is 1 a week: keep-in-touch mails to mentors and seniors (the\ndefault).\n' +
      '  netmed settings budget.notes …\n',
  )
  expect((await me.run(['settings', 'budget.notes', ''])).err).toContain('<value> is empty.')
  expect((await me.run('settings budget.notes 2 --reset')).err).toBe(
    '--reset takes no value: it gives the default again.\n  netmed settings budget.notes --reset\n',
  )
  expect((await me.json('settings budget.notes')).setting.isSet).toBe(false)
})

it('giving everything its default asks first', async () => {
  const me = world()
  await me.run('settings budget.notes 2')
  await me.run('settings style small')
  expect((await me.run('settings --reset')).code).toBe(2)
  expect((await me.run('settings --reset', { answers: [false] })).code).toBe(0)
  expect(me.data().settings).toEqual({ 'budget.notes': 2, style: 'small' })
  await me.run('settings --reset --yes')
  expect(me.data().settings).toEqual({})
})

it('every key stands whole and every line fits on a narrow screen', async () => {
  const { out } = await world().run('settings', { columns: 40 })
  expect(SETTINGS.filter(({ key }) => !out.includes(`  ${key}`))).toEqual([])
  expect(out.split('\n').filter(line => line.length > 40)).toEqual([])
})

it('style says what small is, whatever it is set to', async () => {
  const me = world()
  expect((await me.run('settings style small')).out.split('\n')[0]).toBe(
    'style is small: what is suggested; small is one to one, or three at most',
  )
})
