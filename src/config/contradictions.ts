import type { Environment } from './environment';

/** What is wrong with values that are each well-formed but do not go together. */
export function contradictions(env: Environment): string[] {
  const problems: string[] = [];
  if (env.IDENTITY === 'entra') {
    problems.push('IDENTITY: this version signs people in only against the sandbox; set IDENTITY=sandbox');
  }
  if (env.IDENTITY === 'sandbox' && env.NODE_ENV === 'production') {
    problems.push('IDENTITY: sandbox is refused when NODE_ENV=production, because anybody could act as anybody');
  }
  if (env.BOT_ID && !env.BOT_TENANT_ID) problems.push('BOT_TENANT_ID: is needed with BOT_ID');
  if (env.BOT_ID && env.BOT_TYPE === 'SingleTenant' && !env.SECRET_BOT_PASSWORD) {
    problems.push('SECRET_BOT_PASSWORD: is needed with BOT_ID and BOT_TYPE=SingleTenant');
  }
  return problems;
}
