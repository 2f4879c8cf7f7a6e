import type { Country } from '../country';

export const netherlands: Country = {
  code: 'NL',
  culture: 'nl-NL',
  currency: 'EUR',
  callingCode: '+31',
  companyNames: ['{stem} {kind} B.V.', '{kind} {stem} N.V.'],
  stems: 'Van Rietveld, Waterland, De Klaver, Zonnehoek, IJsselmonde, Oosterduin, Hofstra, Drie Molens',
  kinds: 'Kwekerijen, Zuivel, Scheepsbouw, Thuiszorg, Bouwgroep, Transport, Notarissen, Techniek',
  industries: 'AAMHSTSM',
  givenNames: 'Sanne, Daan, Fleur, Joris, Maartje, Ruben, Noëlle, Coenraad',
  familyNames: "van 't Hof, de Bruijn, Hoekstra, Çelik, ter Braak, Zijlstra, van der Meulen",
  cities: 'Zwolle|Overijssel|8011 PK; Breda|Noord-Brabant|4811 XS; Delft|Zuid-Holland|2611 RA; Emmen|Drenthe|7811 AA',
  streets: 'Kanaalweg #; Lindelaan #; Achter de Kerk #; Havenkade # A',
  request: {
    title: 'Overstap naar Business Central',
    notes:
      'Wij zoeken hulp bij de overstap naar Business Central. De boekhouding moet per kwartaal gewoon door kunnen.',
    about: 'Dynamics365forFinanceOperations',
  },
};
