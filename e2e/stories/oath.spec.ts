import { join } from 'node:path'
import { CityHall } from '../src/city-hall.ts'
import { test as story } from '../src/story.ts'

const test = story.extend({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from this pattern
  city: async ({}, use) => {
    const city = await CityHall.open(join(import.meta.dirname, '../src/pool-key.ts'))
    await use(city)
    await city.close()
  },
})

test('only who has the right administers the oath: the ticket goes to Miguel, keeps its place, and is affirmed', async ({
  clerk,
  secondClerk,
  paper,
}) => {
  const number = await clerk.makesTicket({
    where: 'At the counter',
    language: 'Español',
    service: 'Pool key',
    answers: { 'How many': 1, 'Free keys': 'No', Known: 'No' },
  })
  await clerk.callsNext(number)
  await clerk.does('Start')
  await clerk.seesPapers('Lease')
  await clerk.sees('Your account may not administer oaths. These colleagues may:')
  await clerk.transfersTo('2')

  await secondClerk.callsNext(number)
  await secondClerk.does('Start')
  await secondClerk.sees('Ask first: do you swear, or do you affirm?')
  await secondClerk.presses('Affirms')
  await secondClerk.sees(
    '¿Afirma usted solemnemente, bajo pena de perjurio, que lo que ha declarado en esta solicitud es verdad?',
  )
  await secondClerk.does('Oath administered')
  await secondClerk.does('Approve')
  await secondClerk.takesCash('7.00')
  await paper.expectSlip('Recibo 1', /Llave.*\$7\.00/)
  await secondClerk.handsOver('Hand over the tag', { 'Tag number': 'K-77' })
  await secondClerk.finishes()
})
