declare module 'qr-image' {
  /** rows of modules, 1 is black, without a quiet zone */
  export const matrix: (text: string, level: 'L' | 'M' | 'Q' | 'H') => number[][]
  const qr: { matrix: typeof matrix }
  export default qr
}
