import { readFileSync } from 'node:fs';
import type http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import { listen } from './loopback-server.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/http/${name}`, import.meta.url), 'utf8');

/** An HTTPS server on loopback with a certificate for 127.0.0.1, localhost and secure.test. */
export function serveTls(answer: http.RequestListener) {
  const options = { cert: fixture('loopback-cert.pem'), key: fixture('loopback-key.pem') };
  return listen(https.createServer(options, answer), '127.0.0.1');
}

/** For as long as what it gives is in use; the process serves other test files after that. */
export function trustLoopbackCertificate(): Disposable {
  const trusted = tls.getCACertificates('default');
  tls.setDefaultCACertificates([fixture('loopback-cert.pem')]);
  return { [Symbol.dispose]: () => tls.setDefaultCACertificates(trusted) };
}
