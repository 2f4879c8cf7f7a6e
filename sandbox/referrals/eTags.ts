/**
 * Makes eTags as the service shows them, quotes included: `"00006d10-0000-0000-0000-5c70aa630000"`,
 * a running number and the second of the change, both in hex.
 * https://learn.microsoft.com/en-us/partner-center/developer/create-a-referral
 */
export class ETags {
  private count = 0x6d10;

  next(ms: number): string {
    const number = (this.count++).toString(16).padStart(8, '0');
    const seconds = Math.floor(ms / 1000).toString(16);
    return `"${number}-0000-0000-0000-${seconds.padStart(8, '0')}0000"`;
  }
}
