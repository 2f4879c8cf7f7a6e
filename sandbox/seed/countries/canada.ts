import type { Country } from '../country';

export const canada: Country = {
  code: 'CA',
  culture: 'fr-CA',
  currency: 'CAD',
  callingCode: '+1',
  companyNames: ['{kind} {stem} inc.', '{kind} {stem} ltée'],
  stems: 'Boréal, du Saguenay, Rivière-Rouge, des Îles, Haute-Lande, Cap-aux-Vents, de l’Érable, Mont-Clair',
  kinds: 'Scierie, Coopérative, Transports, Clinique dentaire, Distribution, Laboratoires, Croisières, Mines',
  industries: 'MATHWHTM',
  givenNames: 'Maude, Félix, Océane, Benoît, Geneviève, Xavier, Noémie, Étienne',
  familyNames: 'Tremblay-Roy, Gagné, Bélanger, Ouellet, Thériault, Lévesque, Côté, Nadeau',
  cities: 'Chicoutimi|QC|G7H 1A1; Rimouski|QC|G5L 3T1; Moncton|NB|E1C 4Z3; Gatineau|QC|J8X 2A6',
  streets: '# rue du Quai; # boulevard des Pins; # chemin Sainte-Anne',
  request: {
    title: 'Remplacement du serveur de fichiers',
    notes:
      'Nous voulons remplacer notre serveur de fichiers. Nos données doivent rester au Canada. Pouvez-vous nous aider?',
    about: 'CloudMigration',
  },
};
