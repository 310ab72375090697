import { BigNumber } from '@tfwarden/hcl';

/** Go's `math.Log`, whose last bit differs from JavaScript's now and then. */
export function naturalLogarithm(x: number): number {
  if (!(x > 0) || x === Infinity) return Math.log(x);
  const [fraction, exponent] = splitFloat(x);
  const isSmall = fraction < Math.SQRT1_2;
  const f = (isSmall ? fraction * 2 : fraction) - 1;
  const k = isSmall ? exponent - 1 : exponent;
  const s = f / (2 + f);
  const s2 = s * s;
  const s4 = s2 * s2;
  const odd = s2 * (L1 + s4 * (L3 + s4 * (L5 + s4 * L7)));
  const even = s4 * (L2 + s4 * (L4 + s4 * L6));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + odd + even) + k * LN2_LOW) - f);
}

/**
 * Go's `math.Exp` as it is on processors that multiply and add in one step (amd64 with FMA), after Shibata's method: the argument is
 * reduced by multiples of ln 2 and by 16, and the series is squared back.
 */
function exponential(x: number): number {
  if (!Number.isFinite(x)) return Math.exp(x);
  if (x > LARGEST_EXPONENT) return Infinity;
  const k = roundToEven(x * Math.LOG2E);
  let reduced = multiplyAdd(-k, LN2_UPPER, x);
  reduced = multiplyAdd(-k, LN2_LOWER, reduced) * 0.0625;
  let sum = EXPONENTIAL_SERIES[0] ?? 0;
  for (let i = 1; i < EXPONENTIAL_SERIES.length; i++) sum = multiplyAdd(reduced, sum, EXPONENTIAL_SERIES[i] ?? 0);
  reduced *= sum;
  for (let i = 0; i < 3; i++) reduced *= reduced + 2;
  return scaleFloat(multiplyAdd(reduced + 2, reduced, 1), k);
}

/** Go's `math.Pow`, which multiplies squares and so rounds otherwise than JavaScript does. */
export function power(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (y === 1) return x;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === 0 || !Number.isFinite(x) || !Number.isFinite(y)) return x === -1 ? 1 : x ** y;
  if (y === 0.5) return Math.sqrt(x);
  if (y === -0.5) return 1 / Math.sqrt(x);
  let whole = Math.trunc(Math.abs(y));
  let fraction = Math.abs(y) - whole;
  if (fraction !== 0 && x < 0) return Number.NaN;
  if (whole >= 2 ** 63) return x === -1 ? 1 : Math.abs(x) < 1 === y > 0 ? 0 : Infinity;

  // The result is mantissa * 2 ** exponent.
  let mantissa = 1;
  let exponent = 0;
  if (fraction !== 0) {
    if (fraction > 0.5) {
      fraction--;
      whole++;
    }
    mantissa = exponential(fraction * naturalLogarithm(x));
  }
  let [square, squareExponent] = splitFloat(x);
  for (let rest = whole; rest !== 0; rest = Math.floor(rest / 2)) {
    if (squareExponent < -4096 || squareExponent > 4096) {
      exponent += squareExponent;
      break;
    }
    if (rest % 2 === 1) {
      mantissa *= square;
      exponent += squareExponent;
    }
    square *= square;
    squareExponent *= 2;
    if (square < 0.5) {
      square += square;
      squareExponent--;
    }
  }
  return y < 0 ? scaleFloat(1 / mantissa, -exponent) : scaleFloat(mantissa, exponent);
}

const LARGEST_EXPONENT = 7.09782712893384e2;
const LN2_UPPER = 0.69314718055966295651160180568695068359375;
const LN2_LOWER = 2.8235290563031577e-13;
/** 1 / n! from n = 8 down to 1, as Go writes them. */
const EXPONENTIAL_SERIES: readonly number[] = [
  2.48015873015873e-5, 1.984126984126984e-4, 1.388888888888889e-3, 8.333333333333333e-3, 4.1666666666666664e-2,
  1.6666666666666666e-1, 0.5, 1,
];

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const L1 = 6.66666666666673513e-1;
const L2 = 3.999999999940941908e-1;
const L3 = 2.857142874366239149e-1;
const L4 = 2.222219843214978396e-1;
const L5 = 1.818357216161805012e-1;
const L6 = 1.531383769920937332e-1;
const L7 = 1.479819860511658591e-1;

/** `a * b + c`, rounded once. */
function multiplyAdd(a: number, b: number, c: number): number {
  const product = BigNumber.multiply(BigNumber.fromFloat64(a), BigNumber.fromFloat64(b));
  const sum = product === undefined ? undefined : BigNumber.add(product, BigNumber.fromFloat64(c));
  // Finite numbers have a product and a sum.
  return sum === undefined ? Number.NaN : BigNumber.toNumber(sum);
}

function roundToEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
}

/** @param x finite; @returns a fraction of 0.5 up to 1 with the sign of x, and a power of two */
function splitFloat(x: number): [number, number] {
  if (x === 0) return [0, 0];
  let exponent = Math.max(-1023, Math.floor(Math.log2(Math.abs(x))) + 1);
  let fraction = x * 2 ** -exponent;
  // The logarithm may be off by one, and numbers below 2 ** -1022 need more.
  while (Math.abs(fraction) < 0.5) {
    fraction *= 2;
    exponent--;
  }
  while (Math.abs(fraction) >= 1) {
    fraction /= 2;
    exponent++;
  }
  return [fraction, exponent];
}

/** `x * 2 ** exponent`, rounded once. */
function scaleFloat(x: number, exponent: number): number {
  let scaled = x;
  // Beyond these every finite number is infinite or zero.
  let rest = Math.min(3000, Math.max(-3000, exponent));
  for (; rest > 1000; rest -= 1000) scaled *= 2 ** 1000;
  for (; rest < -1000; rest += 1000) scaled *= 2 ** -1000;
  return scaled * 2 ** rest;
}
