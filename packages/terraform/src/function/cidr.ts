import type { FunctionDefinition, Value } from '@tfwarden/hcl';
import { BOOL, boolValue, FunctionError, listOf, listValue, STRING, stringValue } from '@tfwarden/hcl';
import { bigIntOf, defineFunction, intOf, numberAt, numberParameter, stringParameter, textAt } from './define.ts';
import type { IpNetwork } from './go/ip-network.ts';
import {
  formatAddress,
  formatNetwork,
  isMappedIpv4,
  networkMask,
  parseCidr,
  parseIpv4,
  parseIpv6,
} from './go/ip-network.ts';

/** Functions of IP networks, after Terraform's `funcs/cidr.go` and `apparentlymart/go-cidr`. */
export const CIDR_FUNCTIONS: readonly FunctionDefinition[] = [
  defineFunction({
    name: 'cidrhost',
    parameters: [stringParameter('prefix'), numberParameter('hostnum')],
    returns: STRING,
    call(args) {
      const host = bigIntOf(numberAt(args, 1));
      const network = networkOf(textAt(args, 0));
      return stringValue(formatAddress(hostAddress(network, host), network.bits));
    },
  }),
  defineFunction({
    name: 'cidrnetmask',
    parameters: [stringParameter('prefix')],
    returns: STRING,
    call(args) {
      const network = networkOf(textAt(args, 0));
      // An IPv4 network written as IPv6 has a mask that is written as IPv6, too.
      if (isMappedIpv4(network)) return stringValue(formatAddress(networkMask(128, network.prefixLength), 128));
      if (network.bits === 128) throw new FunctionError(`IPv6 addresses cannot have a netmask: ${textAt(args, 0)}`);
      return stringValue(formatAddress(networkMask(32, network.prefixLength), 32));
    },
  }),
  defineFunction({
    name: 'cidrsubnet',
    parameters: [stringParameter('prefix'), numberParameter('newbits'), numberParameter('netnum')],
    returns: STRING,
    call(args) {
      const newBits = intOf(numberAt(args, 1));
      const number = bigIntOf(numberAt(args, 2));
      const network = subnet(networkOf(textAt(args, 0)), newBits, number);
      // What Go prints of a network without a mask.
      return stringValue(network.prefixLength < 0 ? '<nil>' : formatNetwork(network));
    },
  }),
  defineFunction({
    name: 'cidrsubnets',
    parameters: [stringParameter('prefix')],
    variadic: numberParameter('newbits'),
    returns: listOf(STRING),
    call: (args) => listValue(STRING, consecutiveSubnets(networkOf(textAt(args, 0), 0), args)),
  }),
];

/** OpenTofu's addition. */
export const CIDR_CONTAINS: FunctionDefinition = defineFunction({
  name: 'cidrcontains',
  parameters: [stringParameter('containing_prefix'), stringParameter('contained_ip_or_prefix')],
  returns: BOOL,
  call(args) {
    const outer = networkOf(textAt(args, 0), 0);
    const text = textAt(args, 1);
    const inner = parseCidr(text) ?? hostNetwork(text);
    if (inner === undefined) throw new FunctionError(`invalid IP address or prefix: ${text}`, 1);
    if (inner.bits !== outer.bits) {
      throw new FunctionError(`address family mismatch: ${textAt(args, 0)} vs. ${text}`, 1);
    }
    const isInside = (inner.address & networkMask(outer.bits, outer.prefixLength)) === outer.address;
    return boolValue(isInside && inner.prefixLength >= outer.prefixLength);
  },
});

function networkOf(text: string, argument?: number): IpNetwork {
  const network = parseCidr(text);
  if (network === undefined) {
    throw new FunctionError(`invalid CIDR expression: invalid CIDR address: ${text}`, argument);
  }
  return network;
}

function hostNetwork(text: string): IpNetwork | undefined {
  const ipv4 = parseIpv4(text);
  if (ipv4 !== undefined) return { bits: 32, prefixLength: 32, address: ipv4 };
  const ipv6 = parseIpv6(text);
  return ipv6 === undefined ? undefined : { bits: 128, prefixLength: 128, address: ipv6 };
}

/** @param host negative numbers count from the end of the network */
function hostAddress(network: IpNetwork, host: bigint): bigint {
  const { bits, prefixLength } = network;
  const greatest = (1n << BigInt(bits - prefixLength)) - 1n;
  // go-cidr compares only the low 64 bits of a number that is not negative, read as a signed one.
  const compared = host < 0n ? -host - 1n : BigInt.asIntN(64, host);
  const offset = host < 0n ? greatest - compared : host;
  if (compared > greatest) {
    throw new FunctionError(`prefix of ${prefixLength} does not accommodate a host numbered ${offset}`);
  }
  // go-cidr takes an IPv4 network written as IPv6 for one of 32 bits, and puts the number 96 bits too high.
  return withNumber(network, isMappedIpv4(network) ? offset << 96n : offset);
}

function subnet(base: IpNetwork, newBits: number, number: bigint): IpNetwork {
  const prefixLength = base.prefixLength + newBits;
  if (prefixLength > base.bits) {
    throw new FunctionError(`insufficient address space to extend prefix of ${base.prefixLength} by ${newBits}`);
  }
  // Go computes the greatest number in 64 bits: an extension of 64 bits or more, or by a negative number, takes any.
  const greatest = newBits < 0 || newBits >= 64 ? (1n << 64n) - 1n : (1n << BigInt(newBits)) - 1n;
  const compared = BigInt.asUintN(64, number < 0n ? -number : number);
  if (compared > greatest) {
    throw new FunctionError(`prefix extension of ${newBits} does not accommodate a subnet numbered ${number}`);
  }
  if (prefixLength < 0) return { ...base, prefixLength };
  return { bits: base.bits, prefixLength, address: withNumber(base, number << BigInt(base.bits - prefixLength)) };
}

/** Puts a number into the free bits. Of what is negative go-cidr takes the magnitude, and it fails where the number has too many bits. */
function withNumber({ bits, address }: IpNetwork, number: bigint): bigint {
  const joined = address | number;
  const magnitude = joined < 0n ? -joined : joined;
  if (magnitude >> BigInt(bits) !== 0n) throw new FunctionError('the number does not fit into the address');
  return magnitude;
}

function consecutiveSubnets(base: IpNetwork, args: readonly Value[]): readonly Value[] {
  const { bits, prefixLength } = base;
  const size = 1n << BigInt(bits);
  const subnets: Value[] = [];
  // As in go-cidr, the search begins at the subnet of the first wanted length before the network.
  const firstLength = args.length > 1 ? intOf(numberAt(args, 1), 1) + prefixLength : 0;
  let current = enclosing(base.address === 0n ? size - 1n : base.address - 1n, bits, firstLength);
  for (let i = 1; i < args.length; i++) {
    const newBits = intOf(numberAt(args, i), i);
    if (newBits < 1) throw new FunctionError('must extend prefix by at least one bit', i);
    if (newBits > 32) throw new FunctionError('may not extend prefix by more than 32 bits', i);
    const length = newBits + prefixLength;
    if (length > bits) {
      const protocol = bits === 32 ? 'IPv4' : 'IPv6';
      throw new FunctionError(`would extend prefix to ${length} bits, which is too long for an ${protocol} address`, i);
    }
    const last = lastAddress(enclosing(lastAddress(current), bits, length));
    const start = (last + 1n) % size;
    const isInside = (start & networkMask(bits, prefixLength)) === base.address;
    // go-cidr takes the first of all addresses for an overflow even where the search begins in front of it.
    if (start === 0n || !isInside) {
      throw new FunctionError(
        `not enough remaining address space for a subnet with a prefix of ${length} bits after ${formatNetwork(current)}`,
        i,
      );
    }
    current = { bits, prefixLength: length, address: start };
    subnets.push(stringValue(formatNetwork(current)));
  }
  return subnets;
}

function enclosing(address: bigint, bits: 32 | 128, wanted: number): IpNetwork {
  const prefixLength = Math.min(Math.max(wanted, 0), bits);
  return { bits, prefixLength, address: address & networkMask(bits, prefixLength) };
}

function lastAddress({ bits, prefixLength, address }: IpNetwork): bigint {
  return address | ((1n << BigInt(bits - prefixLength)) - 1n);
}
