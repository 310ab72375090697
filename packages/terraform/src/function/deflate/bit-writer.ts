/** Writes bits from the lowest up, as deflate wants them. */
export class BitWriter {
  #bytes = new Uint8Array(1024);
  #size = 0;
  #bits = 0;
  #count = 0;

  /** @param count at most 16 */
  writeBits(value: number, count: number): void {
    this.#bits |= value << this.#count;
    this.#count += count;
    while (this.#count >= 8) {
      this.#push(this.#bits & 0xff);
      this.#bits >>>= 8;
      this.#count -= 8;
    }
  }

  /** Header of a block of bytes that are not compressed; the bytes follow at the border of a byte. */
  writeStoredHeader(length: number, isLast: boolean): void {
    this.writeBits(isLast ? 1 : 0, 3);
    this.#flush();
    this.writeBits(length, 16);
    this.writeBits(~length & 0xffff, 16);
  }

  writeBytes(bytes: Uint8Array): void {
    for (const byte of bytes) this.#push(byte);
  }

  finish(): Uint8Array {
    this.#flush();
    return this.#bytes.slice(0, this.#size);
  }

  #flush(): void {
    if (this.#count > 0) this.#push(this.#bits & 0xff);
    this.#bits = 0;
    this.#count = 0;
  }

  #push(byte: number): void {
    if (this.#size === this.#bytes.length) {
      const larger = new Uint8Array(this.#size * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#size++] = byte;
  }
}
