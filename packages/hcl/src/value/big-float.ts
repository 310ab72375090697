/** A number with 512 bits of binary precision, as Go's `big.Float`: `mantissa * 2 ** exponent`. */
export interface BigFloat {
  readonly mantissa: bigint;
  readonly exponent: number;
}
