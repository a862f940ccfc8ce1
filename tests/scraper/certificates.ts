import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An authority made on the spot, and certificates that it has signed, by what is the matter with them. */
export interface Certificates {
  /** PEM, for `NODE_EXTRA_CA_CERTS`. */
  authority: string;
  signed: Record<'good' | 'expired' | 'other-host', { key: string; cert: string }>;
}

/** Makes them; `undefined` where there is no openssl. */
export function makeCertificates(): Certificates | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'samla-ca-'));
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const sign = (name: string, host: string, ...dates: string[]): { key: string; cert: string } => {
    openssl(
      'req',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      '/CN=Prove',
    );
    writeFileSync(at(`${name}.ext`), `subjectAltName=${host}\n`);
    const who = [
      '-in',
      `${name}.csr`,
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-extfile',
      `${name}.ext`,
    ];
    openssl('x509', '-req', ...who, '-out', `${name}.pem`, ...dates);
    return { key: readFileSync(at(`${name}.key`), 'utf8'), cert: readFileSync(at(`${name}.pem`), 'utf8') };
  };
  try {
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-days',
      '2',
      '-subj',
      '/CN=Prove CA',
    );
    return {
      authority: readFileSync(at('ca.pem'), 'utf8'),
      signed: {
        good: sign('good', 'IP:127.0.0.1', '-days', '2'),
        // Ends before it begins to be used: openssl takes no past dates everywhere, but a term of no days it does.
        expired: sign('expired', 'IP:127.0.0.1', '-days', '0'),
        'other-host': sign('other-host', 'DNS:www.example.no', '-days', '2'),
      },
    };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
