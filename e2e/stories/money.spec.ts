import type { Clerk } from '../src/actors/clerk.ts'
import { takesTicket } from '../src/phone-ticket.ts'
import { expect, test } from '../src/story.ts'

/** A ticket made at the window, up to the payment. */
const owes = async (clerk: Clerk, passes: number): Promise<void> => {
  const number = await clerk.makesTicket({
    where: 'At the counter',
    language: 'English',
    service: 'Bus pass',
    answers: { 'Which pass?': 'Day pass', 'Who will ride?': 'Regular', 'How many passes?': passes },
  })
  await clerk.callsNext(number)
  await clerk.does('Start')
  await clerk.does('Approve')
}

test('part in cash, the rest by card; then the day’s till is counted and closed', async ({
  clerk,
  paper,
}) => {
  await owes(clerk, 4)
  await clerk.seesAmount('To pay', '$13.00')
  await clerk.fills('Cash given', '5.00')
  await clerk.presses('Split: add another way to pay')
  await clerk.paysBy('Card')
  await clerk.fills('Amount', '8.00')
  await clerk.fills('Terminal reference', 'T-1')
  await clerk.fills('Last four', '0042')
  await clerk.does('Take $13.00')
  await paper.expectSlip('Receipt 1', /Total.*\$13\.00/, /Cash.*\$5\.00/, /Card ending 0042.*\$8\.00/)
  await clerk.handsOver('Hand over the 4 passes', {
    'Card number 1': '9000001',
    'Card number 2': '9000002',
    'Card number 3': '9000003',
    'Card number 4': '9000004',
  })
  await clerk.finishes()

  await clerk.closesTill('204.00', 'Wrong change given')
  await paper.expectSlip(
    'Till count',
    /Float.*\$200\.00/,
    /Should hold.*\$205\.00/,
    /Counted.*\$204\.00/,
    /Short.*\$1\.00/,
    'Wrong change given',
  )
})

test('a card without what the terminal says is not taken: what is missing is named, and asked for at its field', async ({
  clerk,
}) => {
  await owes(clerk, 1)
  await clerk.paysBy('Card')
  await clerk.sees('Enter the reference that the terminal shows.')
  await clerk.does('Take $3.25')
  const reference = clerk.page.getByRole('textbox', { name: 'Terminal reference', exact: true })
  await expect(reference).toBeFocused()
  await expect(reference).toHaveAccessibleDescription('Enter the reference that the terminal shows.')
  await clerk.fills('Terminal reference', 'T-9')
  await clerk.sees('Enter the last four digits of the card.')
  await clerk.fills('Last four', '0042')
  await clerk.does('Take $3.25')
  await clerk.isNext('Hand over the pass')
})

test('a supervisor voids a receipt before the handing over: the money goes back, the number stays', async ({
  clerk,
  supervisor,
  paper,
}) => {
  await owes(clerk, 2)
  await clerk.takesCash('6.50')
  await paper.expectSlip('Receipt 1', /Cash.*\$6\.50/)
  await supervisor.voidsReceipt('1', 'Wrong amount')
  await paper.expectSlip('VOID: receipt 1', /Reason.*Wrong amount/, /Given back.*\$6\.50/)
  await clerk.seesAmount('To pay', '$6.50')
  await clerk.takesCheck('6.50', '2201')
  await paper.expectSlip('Receipt 2', /Check 2201.*\$6\.50/)
  await clerk.handsOver('Hand over the 2 passes', { 'Card number 1': '9000011', 'Card number 2': '9000012' })
  await clerk.finishes()
  await clerk.closesTill('200.00')
  await paper.expectSlip('Till count', /Counted.*\$200\.00/)
})

test('a till left open is counted before money of the next day goes into a new one', async ({
  clerk,
  city,
  paper,
}) => {
  await clerk.sees('Till open, $200.00 float')
  await city.timePasses(24 * 60)
  await clerk.isLive()
  await clerk.sees('Till of Nov 23 still open')
  await owes(clerk, 1)
  await clerk.sees('Your till is of Nov 23. Count it, then open one for today.')
  await clerk.does('Count my till')
  await clerk.sees('Your till of Nov 23')
  await clerk.presses('Count and close')
  await clerk.fills('Or the whole sum', '200.00')
  await clerk.presses('Close the till')
  await paper.expectSlip('Till count', /Counted.*\$200\.00/)
  await clerk.does('Open my till')
  await clerk.opensTill('150.00')
  await expect(clerk.page.getByRole('dialog')).toBeHidden()
  await clerk.takesCash('3.25')
  await paper.expectSlip('Receipt 1', /Cash.*\$3\.25/)
})

test('in the morning, before anybody has begun, yesterday is over on every sheet', async ({ clerk }) => {
  await owes(clerk, 1)
  await clerk.takesCash('3.25')
  await clerk.handsOver('Hand over the pass', { 'Card number': '9000031' })
  // each fact sets the page's clock right: none may come after the night
  await clerk.seesPrinted(3)
  await clerk.sees('Drawer open')
  await clerk.finishes()
  await takesTicket(clerk.page)
  await clerk.seesInLine('A001')
  await clerk.page.clock.setSystemTime(Date.now() + 24 * 60 * 60_000)
  await clerk.sees('Till of Nov 23 still open')
  await clerk.seesInLine('A001', 'from Nov 23: settle')
  await clerk.sees('Nobody is waiting for this window.')
  await clerk.looksAtReceipts()
  await clerk.sees('No receipt yet today.')
  await clerk.presses('Close')
  await clerk.types('n')
  await clerk.presses('Yard sale permit')
  await expect(clerk.page.getByLabel('Add a day')).toHaveAttribute('min', '2026-11-24')
})

test('who lost yesterday’s receipt gets a copy of it', async ({ clerk, city, paper }) => {
  await owes(clerk, 1)
  await clerk.takesCash('3.25')
  await clerk.handsOver('Hand over the pass', { 'Card number': '9000031' })
  await clerk.finishes()
  await city.timePasses(24 * 60)
  await clerk.isLive()
  await clerk.types('/')
  await clerk.page.getByRole('searchbox').fill('R000001')
  await clerk.types('Enter')
  await clerk.presses(/^Without a name/)
  await clerk.presses('Print receipt 1 again')
  await clerk.sees('It goes to the printer again, marked as a copy.')
  await paper.expectSlip('Receipt 1', 'REPRINT', /Cash.*\$3\.25/)
})

test('an empty drawer is a count too, and what is missing is said', async ({ clerk, paper }) => {
  await clerk.presses(/^Till open/)
  await clerk.presses('Count and close')
  await clerk.sees('Type the pieces or the whole sum first; 0 for an empty drawer.')
  await expect(clerk.page.getByRole('button', { name: 'Close the till' })).toBeDisabled()
  await clerk.presses('Close')
  await clerk.closesTill('0', 'Float was wrong')
  await paper.expectSlip('Till count', /Counted.*\$0\.00/, /Short.*\$200\.00/)
})

test('part by check: its letter leads to its number, and the bills are of what is left', async ({
  clerk,
  paper,
}) => {
  await owes(clerk, 4)
  await clerk.isNext('Take $13.00')
  await clerk.types('k')
  await expect(clerk.page.getByRole('textbox', { name: 'Check number' })).toBeFocused()
  await clerk.page.keyboard.type('2201')
  await expect(clerk.page.getByRole('textbox', { name: 'Check number' })).toHaveValue('2201')
  await clerk.fills('Amount', '10.00')
  await clerk.presses('Split: add another way to pay')
  await clerk.presses(/^\$3\.00 exactly/)
  await clerk.does('Take $13.00')
  await paper.expectSlip('Receipt 1', /Check 2201.*\$10\.00/, /Cash.*\$3\.00/)
})
