import { expect, test } from 'vitest'
import { parsePrinterAddress, serialSettings, transportTo } from './address.ts'

test.each([
  ['tcp://192.168.1.50:9100', { type: 'tcp', host: '192.168.1.50', port: 9100 }],
  ['tcp://printer.city.example:9100', { type: 'tcp', host: 'printer.city.example', port: 9100 }],
  ['usb:/dev/usb/lp0', { type: 'usb', path: '/dev/usb/lp0' }],
  ['serial:/dev/ttyUSB0', { type: 'serial', path: '/dev/ttyUSB0', baud: 38_400, flow: 'xonxoff' }],
  ['serial:/dev/ttyS1?baud=19200', { type: 'serial', path: '/dev/ttyS1', baud: 19_200, flow: 'xonxoff' }],
  ['serial:/dev/ttyS1?flow=none', { type: 'serial', path: '/dev/ttyS1', baud: 38_400, flow: 'none' }],
  [
    'serial:/dev/ttyS1?baud=19200&flow=rtscts',
    { type: 'serial', path: '/dev/ttyS1', baud: 19_200, flow: 'rtscts' },
  ],
])('%s is an address', (address, parsed) => {
  expect(parsePrinterAddress(address)).toEqual(parsed)
})

test.each([
  ...['', '192.168.1.50', 'tcp://printer', 'tcp://printer:0', 'tcp://printer:65536', 'http://printer:9100'],
  ...[
    'usb:lp0',
    'usb:/etc/passwd',
    'serial:/dev/ttyS0?baud=7',
    'serial:/dev/ttyS0?speed=9600',
    'serial:/dev/ttyS0?flow=dtr',
    'serial:/dev/ttyS0?flow=rtscts&baud=7',
    'usb:/dev/usb/lp0 x',
  ],
])('%j is none', (address) => {
  expect(parsePrinterAddress(address)).toBeNull()
  expect(() => transportTo(address)).toThrow(RangeError)
})

test.each([
  ['none', ['-crtscts', '-ixon']],
  ['rtscts', ['crtscts', '-ixon']],
  ['xonxoff', ['-crtscts', 'ixon']],
] as const)('a serial port is set up for flow control by %s', (flow, words) => {
  expect(serialSettings({ baud: 19_200, flow })).toEqual(expect.arrayContaining(['19200', 'raw', ...words]))
})

test('only a serial line is known to be slow', () => {
  expect(transportTo('serial:/dev/ttyS0?baud=19200').bytesPerSecond).toBe(1_920)
  expect(transportTo('usb:/dev/usb/lp0').bytesPerSecond).toBe(Infinity)
})
