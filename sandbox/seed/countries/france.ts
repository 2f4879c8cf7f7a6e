import type { Country } from '../country';

export const france: Country = {
  code: 'FR',
  culture: 'fr-FR',
  currency: 'EUR',
  callingCode: '+33',
  companyNames: ['{kind} {stem} SARL', '{kind} {stem} SA', '{kind} {stem} SAS'],
  stems:
    "de l'Étoile, du Vieux-Port, Lagarrigue, Beauséjour, d'Armorique, Clairefontaine, des Trois Rivières, Castelnaud",
  kinds: 'Fromagerie, Ateliers, Clinique, Domaine, Menuiserie, Transports, Conserverie, Cabinet',
  industries: 'AMHAMTMS',
  givenNames: 'Maëlle, Loïc, Aurélie, Cédric, Élodie, Jérôme, Anaïs, Gaël',
  familyNames: "Lefèvre, D'Aubigné, Chevalier, N'Diaye, Le Goff, Desprès, Garçon, Bérenger",
  cities: 'Quimper|Bretagne|29000; Nîmes|Occitanie|30000; Besançon|Bourgogne-Franche-Comté|25000; Bastia|Corse|20200',
  streets: "# rue de l'Abreuvoir; # quai des Célestins; # impasse du Moulin",
  request: {
    title: 'Téléphonie Teams sur quatre sites',
    notes: "Nous cherchons un partenaire pour déployer Teams Téléphonie sur quatre sites avant l'été.",
    about: 'CloudVoice',
  },
};
