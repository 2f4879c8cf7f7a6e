import type { Environment } from './environment';
import { modelProblems } from './modelConfig';
import { tracesProblems } from './tracesConfig';

/** What is wrong with values that are each well-formed but do not go together. */
export function contradictions(env: Environment): string[] {
  return [
    ...identityProblems(env),
    ...botProblems(env),
    ...signInProblems(env),
    ...modelProblems(env),
    ...webhookProblems(env),
    ...tracesProblems(env),
  ];
}

function identityProblems(env: Environment): string[] {
  const problems: string[] = [];
  if (env.IDENTITY === 'sandbox' && env.NODE_ENV === 'production') {
    problems.push('IDENTITY: sandbox is refused when NODE_ENV=production, because anybody could act as anybody');
  }
  if (env.IDENTITY === 'entra' && !env.BOT_ID) {
    problems.push('BOT_ID: is needed with IDENTITY=entra, because nothing that comes in is checked without it');
  }
  return problems;
}

function botProblems(env: Environment): string[] {
  if (!env.BOT_ID) return [];
  const problems = env.BOT_TENANT_ID ? [] : ['BOT_TENANT_ID: is needed with BOT_ID'];
  const proofs = given(env, ['SECRET_BOT_PASSWORD', 'BOT_CERTIFICATE_PATH', 'BOT_FEDERATED']);
  if (env.BOT_TYPE === 'UserAssignedMsi') {
    const names = proofs.join(' and ');
    return names
      ? [...problems, `${names}: a managed identity (BOT_TYPE=UserAssignedMsi) has none; remove it`]
      : problems;
  }
  if (proofs.length === 1) return problems;
  return [
    ...problems,
    'SECRET_BOT_PASSWORD: exactly one of it, BOT_CERTIFICATE_PATH and BOT_FEDERATED=1 is needed with BOT_TYPE=SingleTenant',
  ];
}

function signInProblems(env: Environment): string[] {
  if (!env.AAD_APP_CLIENT_ID && env.IDENTITY === 'sandbox') return [];
  const needed = env.IDENTITY === 'entra' ? neededForEntra(env) : [];
  return [...needed, ...appProblems(env)];
}

function neededForEntra(env: Environment): string[] {
  const missing = (['AAD_APP_CLIENT_ID', 'BOT_DOMAIN'] as const).filter((name) => !env[name]);
  const tenants = env.BOT_TENANT_ID && env.AAD_APP_TENANT_ID && env.BOT_TENANT_ID !== env.AAD_APP_TENANT_ID;
  return [
    ...missing.map((name) => `${name}: is needed with IDENTITY=entra, where people sign in`),
    ...(tenants
      ? ['AAD_APP_TENANT_ID: must be the same as BOT_TENANT_ID, because people sign in to their own company']
      : []),
  ];
}

function appProblems(env: Environment): string[] {
  const proofs = given(env, ['SECRET_AAD_APP_CLIENT_SECRET', 'AAD_APP_CERTIFICATE_PATH', 'AAD_APP_FEDERATED']);
  const tenant = env.AAD_APP_TENANT_ID ? [] : ['AAD_APP_TENANT_ID: is needed with AAD_APP_CLIENT_ID'];
  if (proofs.length === 1) return tenant;
  return [
    ...tenant,
    'SECRET_AAD_APP_CLIENT_SECRET: exactly one of it, AAD_APP_CERTIFICATE_PATH and AAD_APP_FEDERATED=1 is needed with AAD_APP_CLIENT_ID',
  ];
}

const webhookProblems = (env: Environment): string[] =>
  env.WEBHOOKS === 'on' && !env.WEBHOOK_SECRET
    ? ['WEBHOOK_SECRET: is needed with WEBHOOKS=on; it is the end of the address that Partner Center sends events to']
    : [];

/** Those of the variables that say something. */
const given = (env: Environment, names: readonly (keyof Environment)[]): string[] =>
  names.filter((name) => env[name] && env[name] !== '0');
