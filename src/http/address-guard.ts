import dns from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';
import { PermanentError } from '../errors.ts';
import { printableUrl } from '../printable-url.ts';
import { soundenHeads } from './answer-head.ts';
import { limitWireBytes } from './wire-limit.ts';

/** `dns.lookup` with `all: true`: every address of a name. */
export type Lookup = (
  hostname: string,
  options: dns.LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: dns.LookupAddress[]) => void,
) => void;

export interface AddressGuardOptions {
  /** CIDRs that may be fetched although they are not public. */
  allowPrivateAddresses: string[];
  allowPorts: number[];
}

/**
 * Keeps the worker from being sent to machines it can reach and its operator did not mean: loopback,
 * private networks, cloud metadata. What a URL shows is checked before a packet leaves; what a name
 * resolves to is checked for every address, and again on the connected socket, because the answer
 * may differ the second time (rebinding).
 */
export interface AddressGuard {
  /** @throws PermanentError `address-refused` for a scheme, port, literal address or special name. */
  check(url: URL): void;
  /** Why an address may not be connected to, as a noun phrase, or null when it may. */
  refusal(address: string): string | null;
}

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

// Public by number, yet inside: Azure's host agent.
const INSIDE_ALTHOUGH_UNICAST: Range[] = [ipaddr.parseCIDR('168.63.129.16/32')];
// RFC 4291: the only block IANA gives out for global unicast.
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
// RFC 6761, RFC 6762, RFC 8375 and ICANN's private-use top level domain.
const SPECIAL_USE_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/;

const DEFAULT_PORTS: Record<string, number> = { 'http:': 80, 'https:': 443 };

function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, [range, bits]: Range): boolean {
  return address.kind() === range.kind() && address.match(range, bits);
}

function describeRange(address: ipaddr.IPv4 | ipaddr.IPv6): string | null {
  const range = address.range();
  if (range !== 'unicast') return range.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  if (INSIDE_ALTHOUGH_UNICAST.some((inside) => isWithin(address, inside))) return 'cloud platform';
  if (address.kind() === 'ipv6' && !isWithin(address, GLOBAL_UNICAST)) return 'unassigned';
  return null;
}

export function createAddressGuard(options: AddressGuardOptions): AddressGuard {
  const allowed = options.allowPrivateAddresses.map((range): Range => ipaddr.parseCIDR(range));
  const ports = new Set(options.allowPorts);

  function refusal(text: string): string | null {
    const bare = text.replace(/%[^]*/, '');
    if (!ipaddr.isValid(bare)) return 'unreadable';
    // `process` turns ::ffff:10.0.0.1 into 10.0.0.1, which is what would be connected to.
    const address = ipaddr.process(bare);
    return allowed.some((range) => isWithin(address, range)) ? null : describeRange(address);
  }

  function check(url: URL): void {
    const defaultPort = DEFAULT_PORTS[url.protocol];
    if (defaultPort === undefined) {
      throw refused(`${printableUrl(url)} is not a web address; only http and https are fetched`);
    }
    const port = url.port === '' ? defaultPort : Number(url.port);
    if (!ports.has(port)) {
      throw refused(
        `${printableUrl(url)} uses port ${port}; if that is right, add ${port} to http.allowPorts`,
      );
    }
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const reason = isIP(host) === 0 ? null : refusal(host);
    if (reason !== null) throw refused(refusalMessage(url.hostname, host, reason));
    if (allowed.length === 0 && SPECIAL_USE_NAME.test(host)) {
      throw refused(`${printableUrl(url)} names a machine on the local network, not a web site`);
    }
  }

  return { check, refusal };
}

function refused(message: string): PermanentError {
  return new PermanentError('address-refused', message);
}

function refusalMessage(host: string, address: string, reason: string): string {
  const range = `${address}/${isIP(address) === 6 ? 128 : 32}`;
  return `${host} is at ${address}, a ${reason} address; if it may be fetched, add ${range} to http.allowPrivateAddresses`;
}

// More addresses than this are checked but never tried: a name with hundreds must not cost hundreds of dials.
const MAX_DIALLED_ADDRESSES = 8;

/** Finds addresses that the guard lets through. */
export function guardedLookup(guard: AddressGuard, lookup: Lookup): LookupFunction {
  return asNodeLookup((hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      for (const { address } of addresses) {
        // One private address among public ones refuses the name: picking the public one would
        // let the next answer decide.
        const reason = guard.refusal(address);
        if (reason !== null) {
          return callback(refused(refusalMessage(hostname, address, reason)), []);
        }
      }
      callback(null, addresses.slice(0, MAX_DIALLED_ADDRESSES));
    });
  });
}

/** undici's connector behind the guard: nothing is connected that the guard has not seen. */
export function guardedConnector(
  guard: AddressGuard,
  options: { lookup: Lookup | undefined; timeoutMs: number; maxWireBytes: number },
): buildConnector.connector {
  const connect = buildConnector({
    timeout: options.timeoutMs,
    lookup: guardedLookup(guard, options.lookup ?? dns.lookup),
    // One exchange at a time on a connection: the end of each body can be told for sure.
    allowH2: false,
  });
  return (target, callback) => {
    // Node never asks `lookup` about a literal address.
    const host = target.hostname.replace(/^\[|\]$/g, '');
    const literalReason = isIP(host) === 0 ? null : guard.refusal(host);
    if (literalReason !== null) {
      return callback(refused(refusalMessage(target.hostname, host, literalReason)), null);
    }
    connect(target, (error, socket) => {
      if (error) return callback(error, null);
      const peer = socket?.remoteAddress ?? '';
      const reason = guard.refusal(peer);
      if (reason === null && socket) {
        limitWireBytes(socket, options.maxWireBytes);
        soundenHeads(socket);
        return callback(null, socket);
      }
      socket?.destroy();
      callback(refused(refusalMessage(target.hostname, peer, reason ?? 'closed')), null);
    });
  };
}

/** Answers in both shapes `net.connect` asks for. */
function asNodeLookup(lookup: Lookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses;
      if (error) callback(error, []);
      else if (!first) callback(noAddress(hostname), []);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function noAddress(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' });
}
