/** Longest time that a bot may take, in ms. */
const timeoutMs = 10_000;

/** Sends an activity to a bot, as Teams does, and gives the body of its answer. Rejects when that is not a success. */
export async function postActivity(url: string, activity: string): Promise<string> {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, { method: 'POST', headers, body: activity, signal });
  const body = await response.text();
  if (!response.ok) throw new Error(`The bot answered ${response.status}: ${body}`);
  return body;
}
