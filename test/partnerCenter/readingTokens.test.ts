import { PartnerCenterError } from '../../src/partnerCenter/partnerCenterError';
import { sandboxServiceTokens } from '../../src/identity/sandboxTokens';
import { clientOf } from './support/client';
import { type ReplayedAnswer, startReplay, type Replay } from './support/replay';

const replays: Replay[] = [];
afterEach(async () => {
  await Promise.all(replays.splice(0).map((replay) => replay.close()));
});

async function upstream(...answers: ReplayedAnswer[]) {
  const replay = await startReplay(...answers);
  replays.push(replay);
  return { replay, ...clientOf(replay.origin) };
}

describe("the watching account's tokens", () => {
  test('change nothing: neither a PATCH nor a POST is sent with them', async () => {
    const { replay, client } = await upstream();
    // @ts-expect-error the type does not allow it either
    await expect(client.patchReferral(sandboxServiceTokens, 'id', 'W/"1"', [])).rejects.toThrow('only reads');
    // @ts-expect-error the type does not allow it either
    await expect(client.createReferral(sandboxServiceTokens, {})).rejects.toThrow('only reads');
    expect(replay.requests).toEqual([]);
  });

  test('read', async () => {
    const { replay, client } = await upstream({ body: '{"id":"r"}' });
    await expect(client.getReferral(sandboxServiceTokens, 'r')).resolves.toMatchObject({ id: 'r' });
    expect(replay.requests).toHaveLength(1);
  });

  test('are told when Partner Center does not take one, and say what that means', async () => {
    const { client } = await upstream({ status: 401, body: '{"error":{"code":"900421"}}' });
    const seen: string[] = [];
    const ended = new PartnerCenterError('what it means', { kind: 'mfaRequired', call: 'the watching account' });
    const tokens = { ...sandboxServiceTokens, refused: (token: string) => (seen.push(token), ended) };
    await expect(client.getReferral(tokens, 'r')).rejects.toBe(ended);
    expect(seen).toEqual(['sandbox.referrals.service']);
  });
});

describe('whether a sign-in was with multi-factor authentication', () => {
  test.each([
    ['true', 200, true],
    ['false', 200, false],
    ['True', 403, true],
    ['false', 403, false],
  ])('is what isMfaCompliant: %s beside %i says', async (header, status, expected) => {
    const { replay, client } = await upstream({ status, headers: { IsMFACompliant: header }, body: '{"items":[]}' });
    expect(await client.checkMfa(sandboxServiceTokens)).toBe(expected);
    expect(replay.requests[0]?.headers.validatemfa).toBe('true');
  });

  test('is no where Partner Center asks for it', async () => {
    const { client } = await upstream({ status: 401, reason: 'Unauthorized - MFA required', body: '' });
    expect(await client.checkMfa(sandboxServiceTokens)).toBe(false);
  });

  test('is open where Partner Center does not say, and where it refuses', async () => {
    const { client } = await upstream({ body: '{"items":[]}' }, { status: 403, body: '{"code":900150}' });
    expect(await client.checkMfa(sandboxServiceTokens)).toBeUndefined();
    await expect(client.checkMfa(sandboxServiceTokens)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
