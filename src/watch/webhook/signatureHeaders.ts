import { WebhookRefusal } from './webhookRefusal';

/** The headers of a request, names in lower case. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** How a body is said to be signed. */
export interface SignatureHeaders {
  signature: Buffer;
  certificateUrl: string;
  /** For `crypto.verify`. */
  algorithm: 'RSA-SHA256' | 'RSA-SHA384' | 'RSA-SHA512';
}

const algorithms: Readonly<Record<string, SignatureHeaders['algorithm']>> = {
  'rsa-sha256': 'RSA-SHA256',
  'rsa-sha384': 'RSA-SHA384',
  'rsa-sha512': 'RSA-SHA512',
};

/** Longer than the signature of any key that is in use (RSA 8192), in base64. */
const longestSignature = 1_400;
const signaturePattern = /^Signature ((?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/;

/**
 * Reads how a body is signed: `Authorization: Signature …`, or `x-ms-signature` where the registration asks for that, with
 * the certificate's address and the algorithm. https://learn.microsoft.com/en-us/partner-center/developer/partner-center-webhooks
 * @throws WebhookRefusal
 */
export function signatureHeaders(headers: Headers): SignatureHeaders {
  const [inAuthorization, ofItsOwn] = [one(headers, 'authorization'), one(headers, 'x-ms-signature')];
  if (inAuthorization !== undefined && ofItsOwn !== undefined && inAuthorization !== ofItsOwn) {
    throw new WebhookRefusal('header', 'two signatures that differ');
  }
  const header = ofItsOwn ?? inAuthorization ?? '';
  const signature = header.length <= longestSignature ? signaturePattern.exec(header)?.[1] : undefined;
  const certificateUrl = one(headers, 'x-ms-certificate-url');
  const name = one(headers, 'x-ms-signature-algorithm')?.toLowerCase() ?? '';
  if (signature === undefined || certificateUrl === undefined) {
    throw new WebhookRefusal('header', 'no signature, or no certificate');
  }
  const algorithm = Object.hasOwn(algorithms, name) ? algorithms[name] : undefined;
  if (!algorithm) throw new WebhookRefusal('algorithm', 'an algorithm that is not allowed');
  return { signature: Buffer.from(signature, 'base64'), certificateUrl, algorithm };
}

function one(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  if (Array.isArray(value)) throw new WebhookRefusal('header', `${name} is there more than once`);
  return value;
}
