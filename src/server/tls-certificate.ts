import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { isIP } from 'node:net';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import * as x509 from '@peculiar/asn1-x509';
import type { Random } from '#kernel/random.ts';

export interface CertificateOptions {
  /** Begins the name of the authority. */
  readonly authorityName: string;
  /** Host names, `*.` in front of some, and addresses. */
  readonly names: readonly string[];
  /** What the names end in: the authority can vouch for nothing else. */
  readonly domains: readonly string[];
  /** Wall milliseconds. */
  readonly now: number;
  readonly random: Random;
}

/** All as PEM. */
export interface MadeCertificate {
  readonly key: string;
  readonly certificate: string;
  readonly authority: string;
}

const DAY_MS = 86_400_000;
/** As long as systems accept for what a user has added (macOS: 825 days). */
const CERTIFICATE_DAYS = 820;
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
const COMMON_NAME = '2.5.4.3';
const SERIAL_BYTES = 16;

/**
 * Makes an authority and one certificate that it vouches for, and forgets the authority's key:
 * that a client trusts it lets nobody pass for another host, not even who reads our disk.
 */
export function makeCertificate(options: CertificateOptions): MadeCertificate {
  const authorityKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const authorityKeyId = keyIdOf(authorityKeys.publicKey);
  const mark = Buffer.from(authorityKeyId).toString('hex', 0, 4);
  const issuer = commonName(`${options.authorityName} ${mark}`);
  const signed = { issuer, signer: authorityKeys.privateKey, options };
  const authority = certificateOf(signed, {
    subject: issuer,
    key: authorityKeys.publicKey,
    extensions: authorityExtensions(options, authorityKeyId),
  });
  const certificate = certificateOf(signed, {
    subject: commonName('Yuntai'),
    key: keys.publicKey,
    extensions: serverExtensions(options, authorityKeyId),
  });
  const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { key, certificate, authority };
}

function authorityExtensions(
  { domains }: CertificateOptions,
  keyId: ArrayBuffer,
): readonly x509.Extension[] {
  const permitted = domains.map((domain) => {
    const bits = isIP(domain) === 4 ? 32 : 128;
    const base = isIP(domain) === 0 ? generalName(domain) : generalName(`${domain}/${bits}`);
    return new x509.GeneralSubtree({ base });
  });
  return [
    critical(
      x509.id_ce_basicConstraints,
      new x509.BasicConstraints({ cA: true, pathLenConstraint: 0 }),
    ),
    critical(x509.id_ce_keyUsage, new x509.KeyUsage(x509.KeyUsageFlags.keyCertSign)),
    plain(x509.id_ce_subjectKeyIdentifier, new x509.SubjectKeyIdentifier(keyId)),
    critical(
      x509.id_ce_nameConstraints,
      new x509.NameConstraints({ permittedSubtrees: new x509.GeneralSubtrees(permitted) }),
    ),
  ];
}

function serverExtensions(
  { names }: CertificateOptions,
  authorityKeyId: ArrayBuffer,
): readonly x509.Extension[] {
  return [
    critical(x509.id_ce_keyUsage, new x509.KeyUsage(x509.KeyUsageFlags.digitalSignature)),
    plain(x509.id_ce_extKeyUsage, new x509.ExtendedKeyUsage([x509.id_kp_serverAuth])),
    plain(x509.id_ce_subjectAltName, new x509.SubjectAlternativeName(names.map(generalName))),
    plain(
      x509.id_ce_authorityKeyIdentifier,
      new x509.AuthorityKeyIdentifier({ keyIdentifier: new x509.KeyIdentifier(authorityKeyId) }),
    ),
  ];
}

interface Signing {
  readonly issuer: x509.Name;
  readonly signer: KeyObject;
  readonly options: CertificateOptions;
}

interface Subject {
  readonly subject: x509.Name;
  readonly key: KeyObject;
  readonly extensions: readonly x509.Extension[];
}

function certificateOf(
  { issuer, signer, options: { now, random } }: Signing,
  { subject, key, extensions }: Subject,
): string {
  const algorithm = new x509.AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA256 });
  const serial = Uint8Array.from(random.bytes(SERIAL_BYTES));
  // A positive number that is no shorter for its first bits.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const tbsCertificate = new x509.TBSCertificate({
    version: x509.Version.v3,
    serialNumber: serial.buffer,
    signature: algorithm,
    issuer,
    // Clocks of clients may be behind ours.
    validity: new x509.Validity({
      notBefore: new Date(now - DAY_MS),
      notAfter: new Date(now + CERTIFICATE_DAYS * DAY_MS),
    }),
    subject,
    subjectPublicKeyInfo: publicKeyInfo(key),
    extensions: new x509.Extensions([...extensions]),
  });
  const signature = sign('sha256', Buffer.from(AsnConvert.serialize(tbsCertificate)), signer);
  const certificate = new x509.Certificate({
    tbsCertificate,
    signatureAlgorithm: algorithm,
    signatureValue: Uint8Array.from(signature).buffer,
  });
  const text = Buffer.from(AsnConvert.serialize(certificate)).toString('base64');
  const lines = text.match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function publicKeyInfo(key: KeyObject): x509.SubjectPublicKeyInfo {
  const der = key.export({ type: 'spki', format: 'der' });
  return AsnConvert.parse(der, x509.SubjectPublicKeyInfo);
}

/** RFC 5280, 4.2.1.2, method 1. */
function keyIdOf(key: KeyObject): ArrayBuffer {
  const bits = Buffer.from(publicKeyInfo(key).subjectPublicKey);
  return Uint8Array.from(createHash('sha1').update(bits).digest()).buffer;
}

function commonName(text: string): x509.Name {
  const value = new x509.AttributeValue({ utf8String: text });
  const part = new x509.AttributeTypeAndValue({ type: COMMON_NAME, value });
  return new x509.Name([new x509.RelativeDistinguishedName([part])]);
}

function generalName(name: string): x509.GeneralName {
  const isAddress = isIP(name.split('/')[0] ?? '') !== 0;
  return new x509.GeneralName(isAddress ? { iPAddress: name } : { dNSName: name });
}

function critical(id: string, value: unknown): x509.Extension {
  return extension(id, value, true);
}

function plain(id: string, value: unknown): x509.Extension {
  return extension(id, value, false);
}

function extension(extnID: string, value: unknown, isCritical: boolean): x509.Extension {
  const extnValue = new OctetString(AsnConvert.serialize(value));
  return new x509.Extension({ extnID, critical: isCritical, extnValue });
}
