import { eventually } from '../support/eventually';
import { asSent, failureOf, megan, untilWaiting, useClient } from './support/useClient';

const bench = useClient();
const pdf = Buffer.from('%PDF-1.4\n\xE2\xE3\xCF\xD3\n\x00\xFF%%EOF\n', 'latin1');
const asPdf = { headers: { 'content-type': 'application/pdf' } };
const statement = () => bench.client.getInvoiceStatement(megan, 'G000123');

describe('the statement of an invoice', () => {
  it('is asked for as a PDF, as the person, and comes byte for byte', async () => {
    bench.reply({ ...asPdf, body: pdf });
    expect(Buffer.from(await statement())).toEqual(pdf);
    expect(bench.replay.requests.map(asSent)).toMatchObject([
      {
        method: 'GET',
        url: '/v1/invoices/G000123/documents/statement',
        headers: {
          accept: 'application/pdf, application/json',
          authorization: 'Bearer secret-of-megan-for-partner-center',
        },
      },
    ]);
  });

  it.each([
    ['more is said about its type', { headers: { 'content-type': 'Application/PDF; charset=binary' }, body: pdf }],
    ['its type is wrong, as in the documented sample', { body: pdf }],
    ['its first bytes are another', { ...asPdf, body: Buffer.concat([Buffer.from('\n'), pdf]) }],
  ])('is taken where %s', async (_what, answer) => {
    bench.reply(answer);
    expect(Buffer.from(await statement())).toEqual(Buffer.from(answer.body));
  });

  it.each([
    ['a page of HTML', { body: '<html>Sign in</html>', headers: { 'content-type': 'text/html' } }],
    ['JSON', { body: '{"id":"G000123"}' }],
    ['nothing', { ...asPdf, body: '' }],
    ['nothing with 204', { ...asPdf, status: 204 }],
    ['more than 20 MB', { ...asPdf, body: Buffer.alloc(20_000_001, 'x') }],
    ['a way to somewhere else', { status: 302, headers: { location: 'http://127.0.0.1:1/statement.pdf' } }],
  ])('is never %s', async (_what, answer) => {
    bench.reply(answer);
    expect((await failureOf(statement())).kind).toBe('unexpectedAnswer');
    expect(bench.replay.requests).toHaveLength(1);
  });

  it('is refused with the code of the refusal', async () => {
    bench.reply({ status: 404, body: '{"code":1000,"description":"x"}', headers: { 'MS-RequestId': 'up-1' } });
    const { facts } = await failureOf(statement());
    expect(facts).toMatchObject({ kind: 'notFound', code: '1000', requestId: 'up-1' });
    expect(facts.call).toBe('GET /invoices/{id}/documents/statement');
  });

  it('is asked for again when the service asks to wait', async () => {
    bench.reply({ status: 429, headers: { 'retry-after': '5' } }, { ...asPdf, body: pdf });
    const asked = statement();
    await untilWaiting(bench, 1, 5_000);
    await bench.clock.advance(5_000);
    expect(await asked).toHaveLength(pdf.length);
  });

  it('is given up with the time of the call', async () => {
    bench.reply({ hang: true });
    const failed = failureOf(statement());
    await eventually('it is asked for', () => bench.replay.requests.length === 1);
    await bench.clock.advance(20_000);
    expect((await failed).kind).toBe('timeout');
  });
});
