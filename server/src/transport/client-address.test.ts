import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { clientAddress, networkOf, trustOf } from './client-address.ts'

const from = (remoteAddress: string, forwarded: string | undefined, proxies: readonly string[]): string =>
  clientAddress(
    { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage,
    trustOf(proxies),
  )

it.each([
  ['127.0.0.1', '203.0.113.9', [], '127.0.0.1'],
  ['127.0.0.1', '203.0.113.9', ['loopback'], '203.0.113.9'],
  ['::1', '203.0.113.9', ['loopback'], '203.0.113.9'],
  ['::ffff:10.1.2.3', '203.0.113.9', ['10.0.0.0/8'], '203.0.113.9'],
  ['10.1.2.3', '203.0.113.9', ['10.1.2.4'], '10.1.2.3'],
  ['10.1.2.3', undefined, ['10.0.0.0/8'], '10.1.2.3'],
  ['10.1.2.3', 'not an address', ['10.0.0.0/8'], '10.1.2.3'],
  ['10.1.2.3', '198.51.100.7, 203.0.113.9', ['10.0.0.0/8'], '203.0.113.9'],
  ['10.1.2.3', '198.51.100.7, 203.0.113.9,10.9.9.9', ['10.0.0.0/8'], '203.0.113.9'],
  ['fd00::2', '2001:db8::9', ['fd00::/8'], '2001:db8::9'],
])('[C15] knows where a request from %s for %s is from, behind %o', (remote, forwarded, proxies, address) => {
  expect(from(remote, forwarded, proxies)).toBe(address)
})

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:0:7:1:2:3:4', '2001:db8:0:7::/64'],
  ['2001:db8:0:7::4', '2001:db8:0:7::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['2001:db8::3:4:5:6:7', '2001:db8:0:3::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80::1%eth0'],
  ['', ''],
])('[C15] knows that %s is of %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
