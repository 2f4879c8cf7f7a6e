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

const bot = { BOT_ID: 'b', BOT_TENANT_ID: 't', SECRET_BOT_PASSWORD: 's' };

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

  it('takes Entra sign-in when everything is there, and names each thing that is not', () => {
    const app = {
      AAD_APP_CLIENT_ID: 'a',
      AAD_APP_TENANT_ID: 't',
      SECRET_AAD_APP_CLIENT_SECRET: 's',
      BOT_DOMAIN: 'bot.example',
    };
    expect(problemsOf({ ...bot, ...app })).toEqual([]);
    for (const name of Object.keys(app)) {
      expect(problemsOf({ ...bot, ...app, [name]: '' })).toEqual([expect.stringContaining(`${name}: `)]);
    }
    expect(problemsOf({}).map((problem) => problem.split(':')[0])).toEqual(
      expect.arrayContaining(['BOT_ID', 'BOT_DOMAIN', ...Object.keys(app).slice(0, 3)]),
    );
    expect(problemsOf({ ...bot, ...app, AAD_APP_TENANT_ID: 'other' })).toEqual([
      expect.stringMatching(/^AAD_APP_TENANT_ID: must be the same/),
    ]);
  });

  it('checks what comes in wherever people really sign in', () => {
    expect(problemsOf({})).toContainEqual(expect.stringMatching(/^BOT_ID: is needed/));
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

  it.each([
    ['a secret', { SECRET_BOT_PASSWORD: 's' }, { kind: 'secret', secret: 's' }],
    ['a certificate', { BOT_CERTIFICATE_PATH: 'bot.pem' }, { kind: 'certificate', path: 'bot.pem' }],
    ['the identity of the machine', { BOT_FEDERATED: '1' }, { kind: 'federated', managedIdentityId: undefined }],
    [
      'a managed identity that stands for it',
      { BOT_FEDERATED: '1', FEDERATED_IDENTITY_CLIENT_ID: 'm' },
      { kind: 'federated', managedIdentityId: 'm' },
    ],
    ['a managed identity of its own', { BOT_TYPE: 'UserAssignedMsi' }, { kind: 'managedIdentity' }],
  ])('takes %s as the proof of the bot', (_what, env, proof) => {
    const config = loadConfig({ IDENTITY: 'sandbox', BOT_ID: 'b', BOT_TENANT_ID: 't', ...env });
    expect(config.bot?.proof).toEqual(proof);
  });

  it.each([
    ['two proofs of the bot', { ...bot, BOT_CERTIFICATE_PATH: 'bot.pem' }, 'SECRET_BOT_PASSWORD'],
    ['a secret of a managed identity', { ...bot, BOT_TYPE: 'UserAssignedMsi' }, 'SECRET_BOT_PASSWORD'],
    [
      'a sign-in app without a proof',
      { AAD_APP_CLIENT_ID: 'a', AAD_APP_TENANT_ID: 't' },
      'SECRET_AAD_APP_CLIENT_SECRET',
    ],
    [
      'a sign-in app without a tenant',
      { AAD_APP_CLIENT_ID: 'a', AAD_APP_CERTIFICATE_PATH: 'a.pem' },
      'AAD_APP_TENANT_ID',
    ],
    ['a login over http', { BOT_LOGIN_URL: 'http://127.0.0.1:1' }, 'BOT_LOGIN_URL'],
    ['an authority with a path', { ENTRA_AUTHORITY_HOST: 'https://login.example/common' }, 'ENTRA_AUTHORITY_HOST'],
    ['keys over http', { BOT_OPENID_METADATA_URL: 'http://keys.example/' }, 'BOT_OPENID_METADATA_URL'],
    ['a short key', { SECRET_TOKEN_KEY: 'c2hvcnQ=' }, 'SECRET_TOKEN_KEY'],
    ['a URL for a domain', { BOT_DOMAIN: 'https://bot.example/' }, 'BOT_DOMAIN'],
  ])('refuses %s', (_what, env, variable) => {
    expect(problemsOf({ IDENTITY: 'sandbox', ...env }).map((problem) => problem.split(':')[0])).toEqual([variable]);
  });

  it("lets the bot's own identity stand for the sign-in app", () => {
    const app = { AAD_APP_CLIENT_ID: 'a', AAD_APP_TENANT_ID: 't', AAD_APP_FEDERATED: '1' };
    const msi = { BOT_ID: 'b', BOT_TENANT_ID: 't', BOT_TYPE: 'UserAssignedMsi' };
    expect(loadConfig({ IDENTITY: 'sandbox', ...msi, ...app }).signInApp).toEqual({
      clientId: 'a',
      tenantId: 't',
      authorityHost: 'https://login.microsoftonline.com',
      proof: { kind: 'federated', managedIdentityId: 'b' },
    });
  });

  it('takes several keys for stored tokens, the one in use first', () => {
    const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const keys = `${first.toString('base64')}, ${second.toString('base64')}`;
    expect(loadConfig({ IDENTITY: 'sandbox', SECRET_TOKEN_KEY: keys }).tokenKeys).toEqual([first, second]);
  });

  it('says nothing of a secret in a problem', () => {
    const problems = problemsOf({ IDENTITY: 'sandbox', PORT: 'x', SECRET_BOT_PASSWORD: 'hunter2' });
    expect(problems.join()).not.toContain('hunter2');
  });

  it('asks no language model for a key alone, whatever else is set', () => {
    const keys = { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://gpu.lan:11434', AZURE_OPENAI_API_KEY: 'k' };
    expect(loadConfig({ IDENTITY: 'sandbox', ...keys }).model).toBeNull();
  });

  it('asks the model that MODEL names, and shows it nothing of customers by default', () => {
    expect(loadConfig({ IDENTITY: 'sandbox', MODEL: 'openai', OPENAI_API_KEY: 'k' }).model).toMatchObject({
      kind: 'openai',
      endpoint: 'https://api.openai.com/v1',
      apiKey: 'k',
      seesData: false,
    });
  });

  it.each([
    ['openai', {}, /^OPENAI_API_KEY: is needed with MODEL=openai/],
    ['azure-openai', {}, /^AZURE_OPENAI_ENDPOINT: .*AZURE_OPENAI_API_KEY: .*AZURE_OPENAI_DEPLOYMENT_NAME: /],
    ['openai', { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://gpu.lan:11434' }, /^OPENAI_BASE_URL: must be https/],
    ['openai', { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'gpu' }, /^OPENAI_BASE_URL: must be a URL/],
    ['openai', { OPENAI_API_KEY: 'two words' }, /^OPENAI_API_KEY: must be one word/],
    ['gpt', {}, /^MODEL: must be off, openai or azure-openai/],
    ['off', { MODEL_SEES_DATA: 'maybe' }, /^MODEL_SEES_DATA: must be no or yes/],
  ])('refuses MODEL=%s with %j', (MODEL, env, problem) => {
    const problems = problemsOf({ IDENTITY: 'sandbox', MODEL, ...env }).join();
    expect(problems).toMatch(problem);
    expect(problems).not.toContain('two words');
  });

  const collector = 'https://collector.example';

  it('exports no traces without an endpoint, whatever else is set', () => {
    const env = { OTEL_EXPORTER_OTLP_HEADERS: 'x', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc', OTEL_SERVICE_NAME: 'x' };
    expect(loadConfig({ IDENTITY: 'sandbox', ...env }).traces).toBeNull();
  });

  it('exports traces to the endpoint of all signals, or to their own as it is', () => {
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector}/otlp/`,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20k==, x-scope=all',
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x-scope=a',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test,service.name=not this',
    };
    expect(loadConfig({ IDENTITY: 'sandbox', ...env }).traces).toEqual({
      url: `${collector}/otlp/v1/traces`,
      headers: { authorization: 'Bearer k==', 'x-scope': 'a' },
      resource: { 'deployment.environment.name': 'test', 'service.name': 'partner-desk' },
    });
    const own = { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector:4318/v2', OTEL_SERVICE_NAME: 'desk' };
    expect(loadConfig({ IDENTITY: 'sandbox', ...own }).traces).toMatchObject({
      url: 'http://collector:4318/v2',
      resource: { 'service.name': 'desk' },
    });
  });

  it.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, /^OTEL_EXPORTER_OTLP_ENDPOINT: must be a URL/],
    [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://u:canary@c' }, /^OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: .*user name/],
    [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, /^OTEL_EXPORTER_OTLP_PROTOCOL: must be http\/json/],
    [{ OTEL_EXPORTER_OTLP_HEADERS: 'canary' }, /^OTEL_EXPORTER_OTLP_HEADERS: must be name=value/],
    [{ OTEL_EXPORTER_OTLP_HEADERS: 'x=canary%' }, /^OTEL_EXPORTER_OTLP_HEADERS: must be name=value/],
    [{ OTEL_EXPORTER_OTLP_HEADERS: 'x=canary%0a' }, /^OTEL_EXPORTER_OTLP_HEADERS: must be name=value/],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318', OTEL_EXPORTER_OTLP_HEADERS: 'x=canary' },
      /^OTEL_EXPORTER_OTLP_HEADERS: .*OTEL_EXPORTER_OTLP_ENDPOINT is not https/,
    ],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318', OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x=canary' },
      /^OTEL_EXPORTER_OTLP_TRACES_HEADERS: .*OTEL_EXPORTER_OTLP_ENDPOINT is not https/,
    ],
    [{ OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x=canary%0a' }, /^OTEL_EXPORTER_OTLP_TRACES_HEADERS: must be name=value/],
    [{ OTEL_RESOURCE_ATTRIBUTES: 'canary' }, /^OTEL_RESOURCE_ATTRIBUTES: must be name=value/],
  ])('refuses traces with %j, and repeats no secret', (env, problem) => {
    const problems = problemsOf({ IDENTITY: 'sandbox', OTEL_EXPORTER_OTLP_ENDPOINT: collector, ...env });
    expect(problems).toEqual([expect.stringMatching(problem)]);
    expect(problems.join()).not.toContain('canary');
  });
});
