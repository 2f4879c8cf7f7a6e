import { people } from './call';
import { useSandbox } from './useSandbox';

const current = useSandbox();

const statement = (id: string, who = people.megan) =>
  fetch(`${current.sandbox.partnerCenterApiUrl}/invoices/${id}/documents/statement`, {
    headers: { Authorization: `Bearer sandbox.partner-center.${who}` },
  });

/** The PDF, one character for a byte. */
async function pdfOf(id: string): Promise<string> {
  return Buffer.from(await (await statement(id)).arrayBuffer()).toString('latin1');
}

it('a statement is a PDF of the invoice', async () => {
  current.sandbox.world.invoices.issue({ id: 'G000777', totalCharges: 99.5, paidAmount: -20, currencyCode: 'SEK' });
  const response = await statement('G000777');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const pdf = Buffer.from(await response.arrayBuffer()).toString('latin1');
  expect(pdf).toMatch(/^%PDF-1\.4\n[^]*%%EOF\n$/);
  for (const text of ['Invoice G000777', '99.50 SEK', '79.50 SEK']) expect(pdf).toContain(text);
});

it('its table says where every object begins, its stream how long it is, whatever the invoice is called', async () => {
  current.sandbox.world.invoices.issue({ id: 'G(1)\\ü€', documentType: 'Crédit' });
  const pdf = await pdfOf(encodeURIComponent('G(1)\\ü€'));
  const table = Number(/startxref\n(\d+)\n/.exec(pdf)?.[1]);
  const entries = [...pdf.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  expect(entries).toHaveLength(5);
  for (const [index, offset] of entries.entries())
    expect(pdf.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
  const [, length, content] = /\/Length (\d+) >>\nstream\n([^]*)\nendstream/.exec(pdf) ?? [];
  expect(content).toHaveLength(Number(length));
  expect(content).toContain('(Crédit G\\(1\\)\\\\ü?) Tj');
});

it('is not there for an unknown invoice, and not without the role', async () => {
  current.sandbox.world.invoices.issue({ id: 'G1' });
  const statuses = [statement('G2'), statement('G1', people.diego), statement('G1', people.pradeep)];
  expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([404, 403, 403]);
});

it('the journal says whose token fetched it', async () => {
  current.sandbox.world.invoices.issue({ id: 'G1' });
  await statement('G1');
  expect(current.sandbox.world.requests()).toMatchObject([
    { path: '/v1/invoices/G1/documents/statement', who: people.megan, audience: 'partner-center', status: 200 },
  ]);
});
