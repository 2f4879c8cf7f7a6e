import { domainIn } from '../../src/commands/domainIn';

it.each([
  ['contoso.com', 'contoso.com'],
  ['Contoso.OnMicrosoft.com', 'contoso.onmicrosoft.com'],
  ['jan@contoso.co.uk', 'contoso.co.uk'],
  ['https://www.contoso.com/about', 'contoso.com'],
  ['zürich-käse.ch', 'zürich-käse.ch'],
  ['Contoso', undefined],
  ['Contoso Ltd.', undefined],
  ['Fabrikam Nederland B.V', undefined],
  ['S.A', undefined],
  ['360.5', undefined],
  ['', undefined],
])('%s: the domain is %s', (text, domain) => {
  expect(domainIn(text)).toBe(domain);
});
