import { describe, expect, it } from 'vitest'
import { ConfigurationError, isInClear, readConfiguration } from './configuration.ts'

describe('readConfiguration', () => {
  it('is the demo on loopback without any variable', () => {
    expect(readConfiguration({})).toMatchObject({
      mode: 'demo',
      host: '127.0.0.1',
      port: 8080,
      publicUrl: 'http://localhost:8080',
      databaseUrl: null,
    })
  })

  it('is production with a database', () => {
    const configuration = readConfiguration({
      DATABASE_URL: 'postgres://lobby:secret@db/lobby',
      PUBLIC_URL: 'https://lobby.example.gov/',
      HOST: '0.0.0.0',
      TRUSTED_PROXIES: '10.0.0.0/8, loopback',
    })
    expect(configuration).toMatchObject({
      mode: 'production',
      publicUrl: 'https://lobby.example.gov',
      trustedProxies: ['10.0.0.0/8', 'loopback'],
      logLevel: 'info',
    })
  })

  it.each([
    ['http://lobby.example.gov', true],
    ['https://lobby.example.gov', false],
    ['http://[::1]:8080', false],
  ])('knows that %s is in clear: %s', (publicUrl, expected) => {
    expect(isInClear({ publicUrl })).toBe(expected)
  })

  it('takes an empty variable as not set', () => {
    expect(readConfiguration({ PORT: '', DATABASE_URL: '' }).port).toBe(8080)
  })

  it.each([
    [{ PORT: 'eighty' }, /^PORT should be a port number from 0 to 65535$/],
    [{ PORT: '70000' }, /^PORT should be a port number/],
    [{ PORT: '0x50' }, /^PORT should be a port number/],
    [{ PORT: '9000', PAPER_PORT: '9000' }, /^PAPER_PORT should be another port than PORT/],
    [{ PAPER_PORT: '1.5' }, /^PAPER_PORT should be/],
    [{ DATABASE_URL: 'mysql://x/y' }, /^DATABASE_URL should be an address like postgres:/],
    [{ PUBLIC_URL: 'lobby.example.gov' }, /^PUBLIC_URL should be an address like https:/],
    [{ PUBLIC_URL: 'https://example.gov/lobby' }, /^PUBLIC_URL should be an address without a path/],
    [{ TRUSTED_PROXIES: 'all' }, /^TRUSTED_PROXIES should be addresses/],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, /^TRUSTED_PROXIES should be addresses/],
    [{ TRUSTED_PROXIES: '10.0.0.0/0' }, /^TRUSTED_PROXIES should be addresses/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL should be one of fatal, error/],
    [{ HOST: '0.0.0.0' }, /^HOST should be one of localhost/],
    [{ PUBLIC_URL: 'https://lobby.example.gov' }, /^DATABASE_URL should be set for a city/],
    [{ DATABASE_URL: '', TRUSTED_PROXIES: 'loopback' }, /^DATABASE_URL should be set for a city/],
    [{ DATABASE_URL: 'postgres://db/lobby' }, /^PUBLIC_URL should be the address/],
  ])('[C14] names what is wrong with %o', (environment, message) => {
    expect(() => readConfiguration(environment)).toThrow(ConfigurationError)
    expect(() => readConfiguration(environment)).toThrow(message)
  })

  it('names every wrong variable at once', () => {
    expect(() => readConfiguration({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT should[^]*LOG_LEVEL should/)
  })
})
