import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload, type ProtectedHeaderParameters } from 'jose';
import { z } from 'zod/v4';
import type { BotRegistration } from '../config/registrations';
import type { Clock } from '../lib/clock';
import type { TeamsKeys } from './teamsKeys';

/** A token of Bot Framework, checked: what it says of the activity that it comes with. */
export interface TeamsToken {
  /** The only service URL that the activity may name. */
  serviceUrl: string;
  /** The channels that the key speaks for. */
  endorsements: readonly string[];
}

/** Why a token was not taken; a few fixed words, for the log and the metric. */
export type TokenProblem =
  | 'noToken'
  | 'malformedToken'
  | 'wrongAlgorithm'
  | 'unknownKey'
  | 'wrongSignature'
  | 'wrongIssuer'
  | 'wrongAudience'
  | 'expired'
  | 'notYetValid'
  | 'missingClaim'
  | 'keysUnavailable';

/** A token that was not taken. */
export class TokenRefused extends Error {
  constructor(readonly problem: TokenProblem) {
    super(`The token was refused: ${problem}`);
    this.name = 'TokenRefused';
  }
}

/** Checks an `Authorization` header. Rejects with a TokenRefused. */
export type CheckTeamsToken = (authorization: string | undefined) => Promise<TeamsToken>;

/** Clocks may differ by so much, in seconds. */
// https://learn.microsoft.com/en-us/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#connector-to-bot-step-4
const clockToleranceSeconds = 300;
/** The only one. Whoever may choose another can make a secret of a public key. */
const algorithm = 'RS256';
/** A token is one or two thousand characters long. */
const longestToken = 16_384;

/**
 * Makes the check of what Teams sends along: a token that Bot Framework signed for this bot, of now. Bot Framework has one
 * issuer for bots of every type; a token of Entra, as an emulator or another bot would bring it, is not taken.
 */
export function teamsTokenCheck(bot: Pick<BotRegistration, 'id'>, keys: TeamsKeys, clock: Clock): CheckTeamsToken {
  return async (authorization) => {
    const token = readBearer(authorization);
    const { alg, kid } = readHeader(token);
    if (alg !== algorithm) throw new TokenRefused('wrongAlgorithm');
    if (!kid) throw new TokenRefused('unknownKey');
    const { issuer, keys: known } = await keys(kid).catch(() => {
      throw new TokenRefused('keysUnavailable');
    });
    const found = known.get(kid);
    if (!found) throw new TokenRefused('unknownKey');
    const { payload } = await jwtVerify(token, found.key, {
      algorithms: [algorithm],
      issuer,
      audience: bot.id,
      requiredClaims: ['exp'],
      clockTolerance: clockToleranceSeconds,
      currentDate: new Date(clock.now()),
    }).catch(refuse);
    return { serviceUrl: serviceUrlOf(payload), endorsements: found.endorsements };
  };
}

function readBearer(authorization: string | undefined): string {
  if (!authorization) throw new TokenRefused('noToken');
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization)?.[1];
  if (!token || token.length > longestToken) throw new TokenRefused('malformedToken');
  return token;
}

function readHeader(token: string): ProtectedHeaderParameters {
  try {
    return decodeProtectedHeader(token);
  } catch {
    throw new TokenRefused('malformedToken');
  }
}

/** The claim is written `serviceurl`, by some channels `serviceUrl`. */
function serviceUrlOf({ serviceurl, serviceUrl }: JWTPayload): string {
  const url = z.url().safeParse(serviceurl ?? serviceUrl).data;
  if (!url) throw new TokenRefused('missingClaim');
  return url;
}

const problemOfClaim: Readonly<Record<string, TokenProblem>> = {
  iss: 'wrongIssuer',
  aud: 'wrongAudience',
  nbf: 'notYetValid',
  iat: 'notYetValid',
};

function refuse(error: unknown): never {
  if (error instanceof errors.JWTExpired) throw new TokenRefused('expired');
  if (error instanceof errors.JWTClaimValidationFailed) {
    throw new TokenRefused(
      error.reason === 'missing' ? 'missingClaim' : (problemOfClaim[error.claim] ?? 'missingClaim'),
    );
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) throw new TokenRefused('wrongSignature');
  throw new TokenRefused('malformedToken');
}
