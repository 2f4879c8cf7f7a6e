import type { IncomingHttpHeaders } from 'node:http';
import { readToken } from './accessToken';

/** The answer to `ValidateMfa: true`: whether the caller's token tells of a second factor. https://learn.microsoft.com/en-us/partner-center/security/partner-security-requirements-mandating-mfa */
export function mfaHeaders({ validatemfa, authorization }: IncomingHttpHeaders): Record<string, string> {
  if (validatemfa !== 'true') return {};
  return { isMfaCompliant: String(readToken(authorization)?.mfa ?? false) };
}
