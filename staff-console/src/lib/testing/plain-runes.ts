/**
 * Runes for unit tests, which run without the compiler: values that change and that nobody watches. Import it before a
 * `.svelte.ts` module.
 */
const value = <Value>(initial: Value): Value => initial

Object.assign(globalThis, { $state: Object.assign(value, { raw: value }) })
