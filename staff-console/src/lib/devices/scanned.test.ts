import type { OfficeState } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import type { Desk } from '../desk/desk.svelte.ts'
import { anOffice, aVisit, aWindow } from '../testing/builders.ts'
import { takeScan } from './scanned.ts'

const { city } = anOffice()
const annex = { ...city, office: 'City Hall Annex' }

/** A desk with P012 in its line; the annex, on the same server, has a P012 of its own. */
const aDesk = () => {
  const shown: unknown[] = []
  const tickets: Record<string, { number: string; city: OfficeState['city'] }> = {
    'v12.ours-of-us': { number: 'P012', city },
    'v99.ours-of-annex': { number: 'P012', city: annex },
  }
  const desk = {
    window: aWindow(),
    panel: null,
    state: anOffice({ visits: [aVisit({ id: 'v12', number: 'P012' })] }),
    client: {
      query: async (_: string, { params }: { params: { secret: string } }) => {
        const value = tickets[params.secret]
        return value ? { ok: true, value } : { ok: false, error: { code: 'not-found' } }
      },
    },
    show: (panel: unknown) => shown.push(panel),
  }
  return { desk: desk as unknown as Desk, shown }
}

const shownBy = async (text: string): Promise<unknown> => {
  const { desk, shown } = aDesk()
  await takeScan(desk, text)
  return shown[0]
}

it('opens the visit of a ticket, never another office’s of the same number', async () => {
  expect(await shownBy('http://lobby/t/v12.ours-of-us\n')).toMatchObject({ kind: 'visit', visitId: 'v12' })
  expect(await shownBy('http://lobby/t/v99.ours-of-annex')).toEqual({
    kind: 'visit',
    visitId: 'v99',
    of: annex,
  })
})

it('opens nothing by a code that the server has not made', async () => {
  const forged = 'http://lobby/t/v12.made-by-someone'
  expect(await shownBy(forged)).toEqual({ kind: 'search', q: forged })
})

it('opens a number of this line, and searches what is none', async () => {
  expect(await shownBy('p012')).toEqual({ kind: 'visit', visitId: 'v12' })
  expect(await shownBy('20417')).toEqual({ kind: 'search', q: '20417' })
})
