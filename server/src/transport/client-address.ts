import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

export type IsTrusted = (address: string) => boolean

/** Whether an address is one of ours that `TRUSTED_PROXIES` names: single ones, networks, or `loopback`. */
export const trustOf = (proxies: readonly string[]): IsTrusted => {
  const list = new BlockList()
  const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')
  for (const proxy of proxies.flatMap((name) => (name === 'loopback' ? ['127.0.0.0/8', '::1'] : name))) {
    const [address = '', bits] = proxy.split('/')
    if (bits === undefined) list.addAddress(address, family(address))
    else list.addSubnet(address, Number(bits), family(address))
  }
  return (address) => isIP(address) !== 0 && list.check(address, family(address))
}

/** Where a request comes from: the last address before our own proxies. What stands before that one anybody may have written. */
export const clientAddress = ({ socket, headers }: IncomingMessage, isTrusted: IsTrusted): string => {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',')
  let address = socket.remoteAddress ?? ''
  for (const before of forwarded.toReversed()) {
    if (!isTrusted(address) || isIP(before.trim()) === 0) break
    address = before.trim()
  }
  return address
}

const groupsOf = (text = ''): string[] => (text === '' ? [] : text.split(':'))

/** Whose an address is: with IPv6 whoever has one has 64 bits of them. An IPv4 address that is written as one of IPv6 is itself. */
export const networkOf = (address: string): string => {
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(address) ?? []
  if (mapped !== undefined) return mapped
  const isLocal = /^fe80:/i.test(address) // all machines of a cable have the same 64 bits
  if (isIP(address) !== 6 || isLocal) return address
  const [before, after] = address.split('::')
  const [first, last] = [groupsOf(before), groupsOf(after)]
  const zeros = Array<string>(8 - first.length - last.length).fill('0')
  return `${[...first, ...zeros, ...last].slice(0, 4).join(':')}::/64`
}
