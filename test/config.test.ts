import { ConfigError, loadConfig } from '../src/config';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

describe('the configuration', () => {
  it('needs nothing but IDENTITY=sandbox', () => {
    expect(loadConfig({ IDENTITY: 'sandbox' })).toMatchObject({
      port: 3978,
      bot: null,
      referralsApiUrl: 'https://api.partner.microsoft.com/v1.0',
      partnerCenterApiUrl: 'https://api.partnercenter.microsoft.com/v1',
      databaseUrl: 'sqlite:./data/partner-desk.db',
      pollIntervalMs: 60_000,
      responseDays: 14,
      deciderIds: null,
    });
  });

  it('takes fractions of a second and drops a trailing slash', () => {
    const config = loadConfig({
      IDENTITY: 'sandbox',
      POLL_INTERVAL_SECONDS: '0.5',
      REFERRALS_API_URL: 'http://127.0.0.1:1/v1.0/',
    });
    expect(config).toMatchObject({ pollIntervalMs: 500, referralsApiUrl: 'http://127.0.0.1:1/v1.0' });
  });

  it.each(['http://partner.example/v1.0', 'ftp://127.0.0.1/', 'http://user:pw@127.0.0.1/v1.0', 'partner.example'])(
    'sends no token to %s',
    (url) => {
      expect(problemsOf({ IDENTITY: 'sandbox', REFERRALS_API_URL: url })).toEqual([
        expect.stringMatching(/^REFERRALS_API_URL: must be/),
      ]);
    },
  );

  it('names every problem at once', () => {
    const problems = problemsOf({
      IDENTITY: 'sandbox',
      PORT: 'x',
      POLL_INTERVAL_SECONDS: '0',
      DATABASE_URL: 'mysql://x',
    });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['PORT', 'DATABASE_URL', 'POLL_INTERVAL_SECONDS']);
  });

  it('refuses the sandbox identity in production', () => {
    expect(problemsOf({ IDENTITY: 'sandbox', NODE_ENV: 'production' })).toEqual([
      expect.stringContaining('production'),
    ]);
  });

  it('refuses Entra sign-in rather than half doing it', () => {
    expect(problemsOf({})).toEqual([expect.stringContaining('IDENTITY=sandbox')]);
  });

  it('lets a serviceUrl name this machine in the sandbox only', () => {
    expect(loadConfig({ IDENTITY: 'sandbox' }).allowedServiceHosts).toEqual(
      expect.arrayContaining(['127.0.0.1', 'smba.trafficmanager.net']),
    );
  });

  it('takes hosts as hosts and as URLs, and refuses what is neither', () => {
    const config = loadConfig({
      IDENTITY: 'sandbox',
      ALLOWED_SERVICE_URLS: 'https://SMBA.example/emea/, localhost:3000,*.teams.example',
    });
    expect(config.allowedServiceHosts).toEqual(
      expect.arrayContaining(['smba.example', 'localhost', '*.teams.example']),
    );
    expect(problemsOf({ IDENTITY: 'sandbox', ALLOWED_SERVICE_URLS: 'https://' })).toEqual([
      expect.stringContaining('ALLOWED_SERVICE_URLS'),
    ]);
  });

  it('wants the whole bot registration or none', () => {
    expect(problemsOf({ IDENTITY: 'sandbox', BOT_ID: 'b' }).join()).toMatch(/BOT_TENANT_ID.*SECRET_BOT_PASSWORD/);
  });

  it('says nothing of a secret in a problem', () => {
    const problems = problemsOf({ IDENTITY: 'sandbox', PORT: 'x', SECRET_BOT_PASSWORD: 'hunter2' });
    expect(problems.join()).not.toContain('hunter2');
  });
});
