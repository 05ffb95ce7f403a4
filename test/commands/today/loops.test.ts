import { describe, expect, it } from 'vitest'
import { world } from '../../support/netmed.ts'

/** Dr. Hoff (#1), met over coffee on Friday: a thank-you is open (#3). */
async function thanked() {
  const me = world()
  await me.run('add "Dr. Lena Hoff" --role attending --email lena@x.org')
  await me.run('log hoff -k coffee -o fri -d "her registry"')
  return me
}

describe('a thank-you', () => {
  it('that was not opened because one is open is said', async () => {
    const me = await thanked()
    expect((await me.run('log hoff -k lunch -d "the trial"')).out).toContain(
      '#3 is still open, so this opened no second one: Thank Dr. Lena Hoff (her registry).\n',
    )
    expect(me.data().followUps.length).toBe(1)
  })

  it('is not settled by a request', async () => {
    const me = await thanked()
    await me.run('log hoff -k email --ask "a place in the project"')
    expect(me.data().followUps[0]).not.toHaveProperty('closed')
    await me.run('log hoff -k email')
    expect(me.data().followUps[0]).toMatchObject({ closed: 'done' })
  })

  it('is not settled by the mail of a template that waits for an answer', async () => {
    const me = await thanked()
    await me.run('me --name "Jordan Ellis" --stage MS2')
    await me.run('sent office-hours hoff')
    expect(me.data().followUps[0]).toMatchObject({ kind: 'thank-you' })
    expect(me.data().followUps[0]).not.toHaveProperty('closed')
  })
})

describe('a promise', () => {
  const promised = async (text: string) => {
    const me = world()
    await me.run('add "Omar Aziz"')
    const { err } = await me.run(['log', 'omar', '-k', 'coffee', '--promise', text])
    const [first] = err ? [] : me.data().followUps
    return err || `${first?.what} / ${first?.due}`
  }

  it.each([
    ['send notes by friday', 'send notes / 2026-11-27'],
    ['stop, by the way', 'stop, by the way / 2026-11-28'],
    ['the paper, by Lindqvist et al.', 'the paper, by Lindqvist et al. / 2026-11-28'],
    ['send it by 12/5', 'send it / 2026-12-05'],
    ['send it, by 12/5', 'send it / 2026-12-05'],
    ['send it by bus', 'send it by bus / 2026-11-28'],
  ])('of "%s" is %s', async (text, kept) => {
    expect(await promised(text)).toBe(kept)
  })

  it.each(['send it, by fryday', 'send it, by 32 dec', 'send it by 13/32'])(
    'of "%s" is asked about',
    async text => {
      expect(await promised(text)).toMatch(/Did you mean|Write|no day|not a day|32/)
    },
  )

  it('made long ago and typed today has its days from today', async () => {
    const me = world()
    await me.run('add "Omar Aziz"')
    await me.run('log omar -o "1 jun" --promise call --offer "his notes" --resource "a book"')
    expect(me.data().followUps.map(({ kind, due }) => [kind, due])).toEqual([
      ['resource', '2026-12-05'],
      ['promise', '2026-11-28'],
      ['offer', '2026-11-28'],
    ])
  })
})

describe('a day in figures', () => {
  it('is read as mails write it', async () => {
    const me = world()
    await me.run('remind "register" --due 12/5')
    await me.run('settings mail.style intl')
    await me.run('remind "register" --due 12/5')
    expect(me.data().followUps.map(({ due }) => due)).toEqual(['2026-12-05', '2027-05-12'])
  })

  it('is read everywhere', async () => {
    const me = world()
    await me.run('add Omar --met-on 9/17')
    await me.run('log omar -o 11/3')
    await me.run('meet omar -o "12/5 15:00"')
    await me.run('season add boards --from 12/1 --until 12/18/2026')
    await me.run('snooze omar 12/24')
    await me.run('event add ACC -k conference -o 9/17')
    const { contacts, interactions, followUps, seasons, events } = me.data()
    expect(contacts[0]).toMatchObject({ metOn: '2026-09-17', quiet: '2026-12-24' })
    expect(interactions[0]?.on).toBe('2026-11-03')
    expect(followUps[0]).toMatchObject({ due: '2026-12-05', at: '15:00' })
    expect(seasons[0]).toMatchObject({ from: '2026-12-01', until: '2026-12-18' })
    expect(events[0]?.on).toBe('2026-09-17')
  })
})

describe('snooze to where it is already', () => {
  it('moves nothing and says so', async () => {
    const me = world()
    await me.run('remind "register" --due fri')
    expect(await me.run('snooze 1 fri')).toEqual({
      code: 1,
      out: '',
      err:
        '#1 is on Fri 27 Nov 2026 already, so nothing was moved.\n' +
        '  Give another day, such as: netmed snooze 1 "Fri 4 Dec 2026"\n',
    })
    expect((await me.run('snooze 1 "fri 15:00"')).code).toBe(0)
    expect((await me.run('snooze 1 "fri 15:00"')).code).toBe(1)
  })

  it('leaves one of several as it is, and refuses when it would be all', async () => {
    const me = world()
    await me.run('remind "register" --due fri')
    await me.run('remind "call" --due sat')
    expect((await me.run('snooze 1 2 fri')).out).toContain('#2 waits until Fri 27 Nov 2026')
    expect((await me.run('snooze 1 2 fri')).code).toBe(1)
  })
})

it('a planned study session ticks its first step, and one let go does not', async () => {
  const me = world()
  await me.run('add Priya --role peer')
  await me.run('meet priya -k study-session -o "fri 10:00"')
  expect((await me.run('start')).out).not.toContain('meet <who> --kind study-session')
  await me.run('drop 2')
  expect((await me.run('start')).out).toContain('meet <who> --kind study-session')
})
