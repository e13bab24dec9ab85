import { Clerk } from '../src/actors/clerk.ts'
import { aSale, takesTicket } from '../src/phone-ticket.ts'
import { deskScreen, expect, test } from '../src/story.ts'

const passes = (count: number) => ({
  service: 'Bus pass',
  answers: { 'Which pass?': 'Day pass', 'Who will ride?': 'Regular', 'How many passes?': count },
})

/** Someone at the window who wants two passes, and one more for a friend. */
const servesTwoForms = async (clerk: Clerk): Promise<void> => {
  const number = await clerk.makesTicket({ where: 'At the counter', language: 'English', ...passes(2) })
  await clerk.callsNext(number)
  await clerk.does('Start')
  await clerk.isNext('Approve')
  await clerk.addsService(passes(1))
  await clerk.seesAmount('To pay', '$9.75')
}

test('a correction goes to the form it was opened on, and nothing else is done before it is saved', async ({
  clerk,
}) => {
  await servesTwoForms(clerk)
  const tabs = clerk.page.getByRole('tab')
  await tabs.first().click()
  await clerk.presses('Correct')
  await expect(tabs.last()).toBeEnabled()
  await clerk.page.getByRole('spinbutton').fill('5')
  await clerk.sees('Everything else waits until they are saved.')
  await expect(tabs.last()).toBeDisabled()
  for (const move of ['Add service…', 'Change service…', 'Hold…', 'Transfer…', 'Back to line'])
    await expect(clerk.page.getByRole('button', { name: move })).toBeHidden()
  await clerk.page.getByRole('spinbutton').blur()
  await clerk.types('a', 'h', 't', 'b', '1')
  await clerk.does('Save the answers')
  await clerk.seesAmount('To pay', '$19.50')
  await clerk.sees('was 2')
  await tabs.last().click()
  await expect(clerk.page.getByText('was 2')).toBeHidden()
})

test('a number typed for one form is not another’s', async ({ clerk }) => {
  await servesTwoForms(clerk)
  await clerk.does('Approve')
  await clerk.does('Approve')
  await clerk.takesCash('10.00')
  const tabs = clerk.page.getByRole('tab')
  await tabs.last().click()
  await clerk.fills('Card number', '9000001')
  await tabs.first().click()
  await expect(clerk.page.getByRole('textbox', { name: 'Card number 1' })).toHaveValue('')
  await tabs.last().click()
  await expect(clerk.page.getByRole('textbox', { name: 'Card number' })).toHaveValue('9000001')
  await clerk.does('Hand over the pass')
  await clerk.handsOver('Hand over the 2 passes', { 'Card number 1': '9000002', 'Card number 2': '9000003' })
  await clerk.isNext('Finish')
})

test('Esc and Enter in a new ticket lose nothing and make nothing before it is answered', async ({
  clerk,
}) => {
  await clerk.types('n')
  await clerk.presses('Bus pass')
  const sheet = clerk.page.getByRole('dialog', { name: 'New ticket' })
  const count = sheet.getByRole('spinbutton')
  await sheet.getByRole('button', { name: /^Day pass/ }).click()
  await clerk.types('Escape')
  await expect(sheet).toBeVisible()
  await count.fill('3')
  await clerk.types('Enter')
  await expect(sheet.getByRole('button', { name: /^Regular/ })).toBeFocused()
  await count.focus()
  await clerk.types('Escape')
  await expect(count).not.toBeFocused()
  await expect(count).toHaveValue('3')
  await sheet.getByRole('button', { name: /^Regular/ }).click()
  await count.focus()
  await clerk.types('Enter')
  await expect(sheet.getByText('The number is')).toBeVisible()
})

test('a card number typed for a name is told at its field', async ({ clerk }) => {
  await clerk.types('n')
  await clerk.presses('Yard sale permit')
  const sheet = clerk.page.getByRole('dialog', { name: 'New ticket' })
  await sheet.getByRole('textbox', { name: 'What is your name?' }).fill('Ann 4111 1111 1111 1111')
  await expect(sheet.getByText('This looks like a bank card’s number')).toBeInViewport()
  await sheet.getByRole('textbox', { name: 'What is your name?' }).fill('Ann')
  await expect(sheet.getByText('This looks like a bank card’s number')).toBeHidden()
})

test('another service is chosen first: what was typed waits for it, and nobody says their name twice', async ({
  clerk,
}) => {
  const name = clerk.page.getByRole('textbox', { name: 'What is your name?' })
  await clerk.types('n')
  await clerk.presses('Yard sale permit')
  await clerk.fills('Where is the yard sale?', '1248 Palm Ave')
  await name.fill('Dana Whitfield')
  await clerk.presses('Bus pass')
  await clerk.presses('Day pass')
  await clerk.presses('Pet tag')
  await clerk.changesAnswer('Do you know the tag number?', 'No')
  await expect(name).toHaveValue('Dana Whitfield')
  await name.fill('Dana Whitfield-Cole')
  await clerk.presses('Something else')
  await clerk.presses('Yard sale permit')
  await expect(clerk.page.getByRole('textbox', { name: 'Where is the yard sale?' })).toHaveValue(
    '1248 Palm Ave',
  )
  await expect(name).toHaveValue('Dana Whitfield-Cole')
  await clerk.presses('Bus pass')
  await expect(clerk.page.getByRole('button', { name: 'Day pass' })).toHaveAttribute('aria-pressed', 'true')
})

test('one thing more for somebody who has answered: nobody says their name twice', async ({ clerk }) => {
  await takesTicket(clerk.page, [aSale()])
  await clerk.callsNext('Y001')
  await clerk.does('Start')
  for (const move of ['Add service…', 'Change service…']) {
    await clerk.does(move)
    await clerk.presses('Pet tag')
    await clerk.changesAnswer('Do you know the tag number?', 'No')
    await expect(clerk.page.getByRole('textbox', { name: 'What is your name?' })).toHaveValue(
      'Dana Whitfield',
    )
    await clerk.page.getByRole('button', { name: 'Close', exact: true }).click()
  }
})

test('fees that cannot be looked up are not shown as if they were, and come by themselves', async ({
  clerk,
}) => {
  await clerk.types('n')
  await clerk.presses('Bus pass')
  const sheet = clerk.page.getByRole('dialog', { name: 'New ticket' })
  for (const answer of [/^Day pass/, /^Regular/]) await sheet.getByRole('button', { name: answer }).click()
  await sheet.getByRole('spinbutton').fill('2')
  await expect(sheet.getByText('$6.50').last()).toBeVisible()
  await clerk.page.route('**/assess**', (route) => route.abort())
  await sheet.getByRole('spinbutton').fill('4')
  await expect(sheet.getByText('Fees and rules could not be looked up.')).toBeVisible()
  await expect(sheet.getByText('$6.50')).toHaveCount(0)
  await clerk.page.unroute('**/assess**')
  await expect(sheet.getByText('$13.00').last()).toBeVisible()
})

test('a newer version is there: whoever serves is told and reloads, an idle window does it by itself', async ({
  clerk,
}) => {
  const number = await clerk.makesTicket({ where: 'At the counter', language: 'English', ...passes(1) })
  await clerk.callsNext(number)
  let isOld = false
  await clerk.page.routeWebSocket(/socket\.io/, (page) => {
    const server = page.connectToServer()
    page.onMessage((said) =>
      server.send(isOld ? String(said).replace(/"protocol":\d+/, '"protocol":0') : said),
    )
  })
  // sockets go through here from the next page on
  await clerk.page.reload()
  await clerk.isLive()
  const loses = async (): Promise<void> => {
    await clerk.page.context().setOffline(true)
    await clerk.sees(/Connection lost since/)
    await clerk.page.context().setOffline(false)
  }
  isOld = true
  await loses()
  await clerk.sees('A newer version is here.')
  await clerk.cannot('Start')
  isOld = false
  await clerk.presses('Reload')
  await clerk.isLive()
  await clerk.does('Start')
  await clerk.does('Approve')
  await clerk.takesCash('3.25')
  await clerk.handsOver('Hand over the pass', { 'Card number': '9000009' })
  await clerk.finishes()

  isOld = true
  const reloaded = clerk.page.waitForEvent('load')
  await loses()
  await reloaded
  await clerk.sees('A newer version is here. Reload the page to use it.')
})

test('while the till is being opened no key calls anybody, nor opens what nobody sees', async ({
  newPage,
}) => {
  const clerk = new Clerk(await newPage(deskScreen))
  await clerk.page.goto('/staff')
  await clerk.signsIn('rosa')
  await clerk.presses(/^3 Window 3/)
  await takesTicket(clerk.page)
  await expect(clerk.page.getByLabel('Cash in the drawer now')).toBeFocused()
  await clerk.types('Space', 'n')
  await clerk.presses('Not now: work without money')
  await clerk.isNext('Call next (A001)')
  await expect(clerk.page.getByRole('dialog')).toBeHidden()
})

test('a day is typed with the keys, and one that cannot be is told', async ({ clerk }) => {
  await clerk.types('n')
  await clerk.presses('Yard sale permit')
  const day = clerk.page.getByLabel('Add a day')
  await day.focus()
  await clerk.page.keyboard.type('12122026')
  await expect(clerk.page.getByRole('button', { name: 'Take 2026-12-12 away' })).toBeVisible()
  await day.fill('2026-01-02')
  await day.blur()
  await clerk.sees(/^Choose a day from \w+ \d+, 2026 to \w+ \d+, 202\d\.$/)
})

test('an answer that comes late closes its own sheet, and no other opened meanwhile', async ({ clerk }) => {
  const { promise: isAway, resolve: comesBack } = Promise.withResolvers<undefined>()
  await clerk.page.route('**/hold-visit', async (route) => {
    await isAway
    await route.continue()
  })
  await takesTicket(clerk.page)
  await clerk.callsNext('A001')
  await clerk.does('Start')
  await clerk.isNext('Finish')
  await clerk.does('Hold…')
  await clerk.page.getByRole('radio', { name: 'Getting a paper' }).check()
  await clerk.presses('Put on hold')
  await expect(clerk.page.getByRole('button', { name: 'Put on hold' })).toBeDisabled()
  await clerk.presses('Close')
  await clerk.presses('New ticket')
  await clerk.presses('Bus pass')
  await clerk.presses('Day pass')
  comesBack(undefined)
  await expect(clerk.row('A001')).toContainText('Getting a paper')
  await expect(clerk.page.getByRole('button', { name: 'Day pass' })).toHaveAttribute('aria-pressed', 'true')
})

test('a key pressed twice in one breath does one step', async ({ clerk }) => {
  await takesTicket(clerk.page)
  await clerk.isNext('Call next (A001)')
  await clerk.pressesTwice(' ')
  await clerk.isNext('Start')
})

test('a paper that is copied, pressed twice in one breath, says nothing of the next one', async ({
  clerk,
}) => {
  await takesTicket(clerk.page, [aSale()])
  await clerk.callsNext('Y001')
  await clerk.does('Start')
  await clerk.isNext('Seen')
  await clerk.sees('Review: A photo ID')
  await clerk.pressesTwice('c')
  await clerk.isNext('Seen')
  await clerk.seesPapers('A bill or lease')
  await clerk.isNext('Print')
})

test('Undo pressed twice in one breath undoes one step', async ({ clerk }) => {
  await takesTicket(clerk.page)
  await takesTicket(clerk.page)
  await clerk.callsNext('A001')
  await clerk.does('Start')
  await clerk.finishes()
  await clerk.callsNext('A002')
  await clerk.pressesTwice('z')
  await clerk.isNext('Call next (A002)')
})

test('blanks are not searched for, and a late answer takes nobody out of what is typed next', async ({
  clerk,
}) => {
  await clerk.types('/')
  const box = clerk.page.getByRole('searchbox')
  await box.fill('   ')
  await clerk.types('Enter')
  await clerk.sees('Type two letters or digits at least, or one Chinese character.')
  await box.fill('李')
  await clerk.types('Enter')
  await clerk.sees('Nothing was found for “李”.')
  const { promise: isAway, resolve: comesBack } = Promise.withResolvers<undefined>()
  await clerk.page.route('**/search?q=Rocky', async (route) => {
    await isAway
    await route.continue()
  })
  await box.fill('Rocky')
  await clerk.types('Enter')
  await clerk.sees('Searching')
  await box.fill('Biscuit')
  await clerk.types('Enter')
  await clerk.sees('20417')
  const late = clerk.page.waitForResponse('**/search?q=Rocky')
  comesBack(undefined)
  await late
  await clerk.sees('20417')
})

test('a form that is put into the tray late takes no other’s place that is being filled in by then', async ({
  clerk,
}) => {
  const { page } = clerk
  const { promise: isAway, resolve: comesBack } = Promise.withResolvers<undefined>()
  await page.route('**/add-intake', async (route) => {
    await isAway
    await route.continue()
  })
  const sheet = page.getByRole('dialog')
  await clerk.types('n')
  for (const choice of ['By mail', 'Bus pass', /^Day pass/, /^Regular/]) await clerk.presses(choice)
  await sheet.getByRole('spinbutton').fill('1')
  await clerk.presses('Put it into the tray')
  await expect(sheet.getByRole('button', { name: 'Put it into the tray' })).toBeDisabled()
  await clerk.presses('Close')
  await clerk.presses('New ticket')
  await clerk.presses('Yard sale permit')
  await clerk.fills('Where is the yard sale?', '1248 Palm Ave')
  comesBack(undefined)
  await expect(page.getByRole('button', { name: /^Tray/, includeHidden: true })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Where is the yard sale?' })).toHaveValue('1248 Palm Ave')
})

test('a new ticket is made and put away with Enter alone', async ({ clerk }) => {
  const sheet = clerk.page.getByRole('dialog', { name: 'New ticket' })
  await clerk.types('n')
  await sheet.getByRole('button', { name: 'Something else' }).focus()
  await clerk.types('Enter')
  await sheet.getByRole('button', { name: 'Make the ticket' }).focus()
  await clerk.types('Enter')
  await expect(sheet.getByText('The number is')).toBeVisible()
  const done = sheet.getByRole('button', { name: 'Done' })
  await expect(done).toBeFocused()
  await expect(done).toBeEnabled()
  await clerk.types('Enter')
  await expect(sheet).toBeHidden()
})

test('the till is closed in another tab of the same clerk: what is being corrected in this one stays', async ({
  clerk,
}) => {
  await clerk.callsNext(
    await clerk.makesTicket({ where: 'At the counter', language: 'English', ...passes(1) }),
  )
  await clerk.does('Start')
  await clerk.isNext('Approve')
  const other = new Clerk(await clerk.page.context().newPage())
  await other.page.goto('/staff')
  await other.isLive()
  await clerk.types('e')
  await clerk.changesAnswer(/Who will ride/, 'Senior')
  await other.closesTill('200.00')
  await clerk.presses('Not now: work without money')
  await clerk.does('Save the answers')
  await clerk.sees('was Regular')
})
