// A passkey without a device: makes a key pair and signs challenges as the WebAuthn standard lays them out, for tests
// without a browser. https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export type Site = { readonly origin: string; readonly host: string };

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const base64url = (data: Buffer) => data.toString('base64url');

/** Flags: a person was there, and was known; with a credential in it. */
const usedFlags = 0x05;
const madeFlags = 0x45;

export class SoftAuthenticator {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #id = randomBytes(16);
  #counter = 0;

  get id(): string {
    return base64url(this.#id);
  }

  #data(site: Site, flags: number, more = Buffer.alloc(0)): Buffer {
    this.#counter += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    return Buffer.concat([sha256(site.host), Buffer.from([flags]), counter, more]);
  }

  #said(type: string, challenge: string, { origin }: Site): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  /** What a browser answers to the task of making a passkey. */
  make(challenge: string, site: Site) {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    // CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y}, an ES256 key.
    const key = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ]);
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.#id.length]), this.#id, key]);
    const data = this.#data(site, madeFlags, credential);
    // CBOR: {"fmt": "none", "attStmt": {}, "authData": data}
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
      Buffer.from([data.length]),
      data,
    ]);
    const response = {
      clientDataJSON: base64url(this.#said('webauthn.create', challenge, site)),
      attestationObject: base64url(attestation),
      transports: ['internal'],
    };
    return this.#answer(response);
  }

  /** What a browser answers to the task of signing in. */
  use(challenge: string, site: Site, flags = usedFlags) {
    const data = this.#data(site, flags);
    const said = this.#said('webauthn.get', challenge, site);
    const signature = sign('sha256', Buffer.concat([data, sha256(said)]), this.#keys.privateKey);
    const response = {
      clientDataJSON: base64url(said),
      authenticatorData: base64url(data),
      signature: base64url(signature),
    };
    return this.#answer(response);
  }

  #answer<T>(response: T) {
    const type = 'public-key' as const;
    return { id: this.id, rawId: this.id, type, clientExtensionResults: {}, response };
  }
}
