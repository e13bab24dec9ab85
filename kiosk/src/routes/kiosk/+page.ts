/** Made at build time: a page that names all that it needs, so that a browser fetches it at once and not step by step. */
export const ssr = true
export const prerender = true
