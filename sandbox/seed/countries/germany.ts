import type { Country } from '../country';

export const germany: Country = {
  code: 'DE',
  culture: 'de-DE',
  currency: 'EUR',
  callingCode: '+49',
  companyNames: ['{stem} {kind} GmbH', '{stem} & Söhne {kind} GmbH & Co. KG', '{stem} {kind} AG'],
  stems: 'Böttcher, Grünwald, Hägele, Lindenhof, Weißgerber, Küstenland, Röhrig, Osterkamp',
  kinds: 'Maschinenbau, Elektrotechnik, Backwaren, Spedition, Medizintechnik, Gerüstbau, Kelterei, Stadtwerke',
  industries: 'MMRTHSAP',
  givenNames: 'Jürgen, Annelie, Björn, Käthe, Thorsten, Friederike, Yusuf, Sönke',
  familyNames: 'Großmann, Müllerschön, Özdemir, Krähenbühl, von der Heyde, Jäger, Schröter, Weiß',
  cities: 'Ulm|Baden-Württemberg|89073; Flensburg|Schleswig-Holstein|24937; Görlitz|Sachsen|02826; Fürth|Bayern|90762',
  streets: 'Gerberstraße #; Am Alten Hafen #; Königsweg #; Industriestraße # b',
  request: {
    title: 'Ablösung der Exchange-Server',
    notes:
      'Wir möchten unsere lokalen Exchange-Server ablösen. Der Betriebsrat ist eingebunden, der Datenschutz hat Fragen.',
    about: 'CloudMigration',
  },
};
