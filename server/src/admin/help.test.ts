import { expect, it } from 'vitest'
import { adminCommands as commands } from './commands.ts'
import { UsageError } from './admin-command.ts'
import { help, helpOf, options, refuseOtherOptions } from './help.ts'

it.each(Object.entries(commands))('explains each option of %s', (name, command) => {
  expect(command.usage.split(' ')[0]).toBe(name)
  const named = command.usage.match(/--[a-z-]+/g) ?? []
  const explained = helpOf(command).match(/^ {2}--[a-z-]+/gm) ?? []
  expect(explained.map((line) => line.trim()).sort()).toEqual([...named].sort())
})

it('says everything to someone who asks for help', () => {
  const text = help(commands)
  for (const { usage } of Object.values(commands)) expect(text).toContain(usage)
  for (const option of Object.keys(options)) expect(text).toContain(option)
})

it('refuses an option that belongs to another command', () => {
  const addWindow = commands['add-window']
  if (!addWindow) throw new Error('add-window is gone')
  expect(() => refuseOtherOptions('add-window', addWindow, ['printer', 'lines'])).not.toThrow()
  expect(() => refuseOtherOptions('add-window', addWindow, ['roles'])).toThrow(UsageError)
  expect(() => refuseOtherOptions('add-window', addWindow, ['roles'])).toThrow(
    /no option --roles[^]*add-window/,
  )
})
