import { describe, expect, it } from 'vitest'
import { isWriting, keyName, keys, pressed, primaryKeys, type Action } from './key-map.ts'

const press = (key: string, more: Partial<Parameters<typeof pressed>[0]> = {}) =>
  pressed({ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...more })

describe('the key map', () => {
  it('has no key twice, none of the primary ones and no digit', () => {
    const all = Object.values(keys)
    expect(new Set(all).size).toBe(all.length)
    for (const key of all) {
      expect(primaryKeys).not.toContain(key)
      expect(key).not.toMatch(/^\d$/)
      expect(key).toBe(key.length === 1 ? key.toLowerCase() : key)
    }
  })

  it('finds every action by its key, with or without caps lock', () => {
    for (const action of Object.keys(keys) as Action[]) {
      expect(press(keys[action])).toEqual({ do: 'action', action })
      expect(keyName(action)).not.toBe('')
    }
    expect(press('H')).toEqual({ do: 'action', action: 'hold' })
  })

  it('does the step by Space and Enter, and gives digits to the step at hand', () => {
    expect(press(' ')).toEqual({ do: 'primary' })
    expect(press('Enter')).toEqual({ do: 'primary' })
    expect(press('2')).toEqual({ do: 'digit', digit: 2 })
  })

  it('leaves held keys and the shortcuts of the browser alone', () => {
    expect(press('Enter', { repeat: true })).toBeNull()
    expect(press('r', { ctrlKey: true })).toBeNull()
    expect(press('q')).toBeNull()
  })

  it('lets letters and Space through where only an amount is written', () => {
    for (const key of ['g', 'K', ' ', '?']) expect(isWriting(key, 'decimal')).toBe(false)
    for (const key of ['4', '.', ',', '$', 'Enter', 'Delete', 'Backspace'])
      expect(isWriting(key, 'decimal')).toBe(true)
    expect(isWriting('g', 'text')).toBe(true)
    expect(isWriting(' ', '')).toBe(true)
  })
})
