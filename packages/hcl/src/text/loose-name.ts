import { type CodePointRanges, decodeRanges, hasCodePoint } from './unicode-ranges.ts';

/**
 * Sequences of bytes that are no UTF-8 but that the scanner of hashicorp/hcl takes for the beginning of a name, since its tables let any
 * byte follow where a range of characters runs over several leading bytes. Each sequence is read as one number, the first byte highest.
 */
const LOOSE_START: string =
  '12ns+le 5m+lr t+5t ma+7m 2+ju 9+f9 2+6d b+6e mi+de e2+7s 8qbyl+5q 17at+5o v+6d 1k+157 o+6g 7k+6w 8+76 7a+7p ' +
  '5o+1t7 6s+7e za+6a 8e+79 l7+61 7r+6s 10m+6j zr+72 f+69 di+t1 b+6d 13iz+6a 8by+6m w+di 7g+6v 149m+7p b+7t ' +
  '6v+d9 1yq+1m45 cr+728l 124h+3jq dw+sr et+79 71+7h 2+5y 8k+5i tr+5y u0+6p e9+6i m+7j ch+446b d+5y 2u4a+10t ' +
  '3+dl dp+8b 6a+10q 5v+73 3+6t fj+ee dx+6k 1uhkroi+5q 6r+8q 1d2+6o 80+5s 80+6b 71+f1 j+6b 7x+6r kd+ty sp+5y ' +
  '2y3+7c 16w8+6m 4jm+73 2s3+65 14oh+2s9 dj+8e 5u+lf 1af1+372 1ej6+1s6 2uii+1mg zp+5u 2r5+78 12ik+1kq4 5w+27m ' +
  '48ni+8a 2ml2+7o 2+7a x+5i 2+74 7h+103 3+60 1o+60 y+60 y+60 y+60 1eri+lg 70+77 2ltp+e712 6i+1elw 5o+m5 ' +
  '3+1jpd 42jj+1lp';

/** The same for what a name may go on with. */
const LOOSE_CONTINUE: string =
  '12ns+le 5m+lr t+5t 73+8f 6s+7m 2+ju 9+f9 2+6d b+6e mi+de 7x+62 3+7s 8qbjy+67 1o+5e 1e+5q 1q+5e 8u+5e 8u+5e ' +
  '11a+5e n2+5e 14c5+5o v+6d 1k+157 o+6g 7k+6w 8+76 7a+7p 5o+1t7 6s+7e lw+5j 7v+6a 8e+79 l7+61 7r+6s mh+5g ' +
  '8p+6j zr+72 f+69 di+t1 b+6d 12ka+5d tc+6a 8by+6m w+di 7g+6v 149m+7p b+7t 6v+d9 1yq+1m45 cr+728l 124h+3jq ' +
  'dw+sr et+79 71+7h 2+5y 8k+5i fn+5r 8d+5y 8n+5f fy+6p e9+6i m+7j ch+446b d+5y 2u4a+10t 3+dl dp+8b 6a+10q ' +
  '5v+73 3+6t fj+ee dx+6k 1uhkroi+5q 6r+8q 1d2+6o 80+5s 80+6b 71+f1 j+6b 7x+6r kd+ty sp+5y 2y3+7c 14xc+5q ' +
  '1l+5e u6+5d mo+6m 1ep+5d n3+5d 8v+5d 1sw+73 2s3+65 14oh+2s9 dj+8e 5u+lf 1af1+372 1ej6+1s6 2uii+1mg zp+5u ' +
  '2r5+78 12ik+1kq4 5w+27m 48ni+8a 2kgh+5j 1z2+7o 2+7a x+5i 2+74 7h+103 3+60 1o+60 y+60 y+60 y+60 1tl+6p ' +
  '1cr8+lg 70+77 2ltp+e712 6i+1elw 5o+m5 3+1jpd 42jj+1lp tdihv+mn';

let startRanges: CodePointRanges | undefined;
let continueRanges: CodePointRanges | undefined;

/** How many bytes a sequence takes that `lead` begins in one of the tables. */
export function looseNameBytes(lead: number): number {
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** @param sequence  as many bytes as `looseNameBytes` says, read as one number */
export function isLooseName(sequence: number, isFirst: boolean): boolean {
  startRanges ??= decodeRanges(LOOSE_START);
  continueRanges ??= decodeRanges(LOOSE_CONTINUE);
  return hasCodePoint(isFirst ? startRanges : continueRanges, sequence);
}
