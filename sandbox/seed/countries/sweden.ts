import type { Country } from '../country';

export const sweden: Country = {
  code: 'SE',
  culture: 'sv-SE',
  currency: 'SEK',
  callingCode: '+46',
  companyNames: ['{stem} {kind} AB', '{kind} i {stem} AB'],
  stems: 'Björkdala, Åsele, Västerhamn, Norrsken, Lövstalund, Östanå, Kvarnby, Sjövik',
  kinds: 'Skogsindustri, Bageri, Vårdcentral, Åkeri, Möbler, Mekaniska, Fastigheter, Energi',
  industries: 'ARHTMMSP',
  givenNames: 'Åsa, Göran, Linnéa, Håkan, Märta, Elias, Ebba, Sören',
  familyNames: 'Sjöberg, Åkerlund, Björkqvist, Dahlström, Öberg, Hägglund, Nyström',
  cities: 'Umeå|Västerbotten|903 26; Växjö|Kronoberg|352 30; Gävle|Gävleborg|803 11; Örebro|Örebro|702 11',
  streets: 'Storgatan #; Sågverksvägen #; Östra Hamngatan # B',
  request: {
    title: 'Säkerhetsgenomgång efter incident',
    notes: 'Vi behöver modernisera vår IT-säkerhet efter en incident i våras. Helst ett möte på plats nästa vecka.',
    about: 'ThreatProtection',
  },
};
