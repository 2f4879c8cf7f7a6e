import type { Country } from '../country';

export const poland: Country = {
  code: 'PL',
  culture: 'pl-PL',
  currency: 'PLN',
  callingCode: '+48',
  companyNames: ['{kind} {stem} Sp. z o.o.', '{kind} {stem} S.A.'],
  stems: 'Żuraw, Ślężanka, Białowieska, Dąbrowa, Złote Kłosy, Łosoś, Świerk, Jantar',
  kinds: 'Piekarnie, Huta, Meble, Przychodnia, Transport, Mleczarnia, Stocznia, Drukarnia',
  industries: 'RMMHTAMC',
  givenNames: 'Małgorzata, Paweł, Łukasz, Agnieszka, Stanisław, Żaneta, Michał, Grażyna',
  familyNames: 'Wójcik, Kowalczyk, Żeromski, Gołębiowska, Dąbrowski, Śliwa, Pieńkowska',
  cities: 'Łódź|łódzkie|90-001; Gdynia|pomorskie|81-301; Rzeszów|podkarpackie|35-002; Białystok|podlaskie|15-001',
  streets: 'ul. Świętojańska #; al. Niepodległości #; ul. Młyńska # lok. 4',
  request: {
    title: 'Przejście do chmury',
    notes:
      'Planujemy przejście do chmury w pierwszym kwartale. Potrzebujemy partnera z doświadczeniem w podobnych projektach.',
    about: 'CloudMigration',
  },
};
