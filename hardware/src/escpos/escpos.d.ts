/** Only what the facade uses; the package ships no types. */
declare module 'escpos' {
  export interface Raster {
    /** in bytes */
    width: number
    height: number
    data: Buffer
  }

  export class Image {
    constructor(pixels: { data: Uint8Array; shape: [width: number, height: number, colors: number] })
    toRaster(): Raster
  }

  export class Printer {
    constructor(adapter: { write(data: Buffer, done?: () => void): void })
    align(align: 'lt' | 'ct' | 'rt'): this
    size(width: number, height: number): this
    pureText(text: string, encoding: string): this
    feed(lines: number): this
    raster(image: Image): this
    raw(data: Buffer): this
    flush(): this
  }

  const escpos: { Printer: typeof Printer; Image: typeof Image }
  export default escpos
}
