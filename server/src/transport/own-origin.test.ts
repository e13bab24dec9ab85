import { describe, expect, it } from 'vitest'
import { isOwnHost, isOwnOrigin } from './own-origin.ts'

const city = { publicUrl: 'https://lobby.example.gov', loopback: false }
const demo = { publicUrl: 'http://localhost:8080', loopback: true }

describe('isOwnOrigin', () => {
  it.each([
    [{}, city, true],
    [{ origin: 'https://lobby.example.gov' }, city, true],
    [{ origin: 'http://lobby.example.gov' }, city, false],
    [{ origin: 'https://lobby.example.gov.evil.example' }, city, false],
    [{ origin: 'null' }, city, false],
    [{ origin: 'http://localhost:8080' }, city, false],
    [{ origin: 'https://lobby.example.gov', 'sec-fetch-site': 'cross-site' }, city, false],
    [{ 'sec-fetch-site': 'same-site' }, city, false],
    [{ 'sec-fetch-site': 'same-origin' }, city, true],
    [{ origin: 'http://127.0.0.1:5173' }, demo, true],
    [{ origin: 'http://[::1]:8080' }, demo, true],
    [{ origin: 'http://evil.example:8080' }, demo, false],
  ])('%o at %o is %s', (headers, own, expected) => {
    expect(isOwnOrigin(headers, own)).toBe(expected)
  })
})

describe('isOwnHost', () => {
  it.each([
    ['localhost:8080', demo, true],
    ['127.0.0.1:9', demo, true],
    ['rebound.example:8080', demo, false],
    ['lobby.example.gov', city, true],
    ['127.0.0.1', city, false],
    [undefined, demo, false],
  ])('%s at %o is %s', (host, own, expected) => {
    expect(isOwnHost(host, own)).toBe(expected)
  })
})
